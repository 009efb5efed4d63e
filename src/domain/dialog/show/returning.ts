// Code and PIN as they stand on a screen, at a door where one comes back by them.

import { pinText } from '../../people/pin.ts'
import { type Button, button, type Line, line } from '../screen.ts'
import type { Facts } from '../talk.ts'

/** The code, and the PIN with what both are for. */
export function codeLines(ref: string, { pin }: Facts): Line[] {
  const code: Line[] = [line('booking.appointment.code'), { mono: ref }]
  if (pin === undefined) return code
  return [...code, line('return.pin'), { mono: pinText(pin) }, line('return.what-for')]
}

export function newPinRow({ pin }: Facts): Button[][] {
  return pin === undefined ? [] : [[button('return.button.new-pin', { do: 'new-pin' })]]
}
