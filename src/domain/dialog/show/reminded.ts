// What a screen says of reminders: which will come, or whether they may. Where none will come, nothing.

import type { Appointment } from '../../appointment/appointment.ts'
import { whenReminded } from '../reminded.ts'
import { type Button, button, type Line, line } from '../screen.ts'
import type { Facts } from '../talk.ts'

type Known = Pick<Facts, 'profile' | 'now' | 'hasChat'>

/** Which reminders come, or that none is sent to somebody who wants none. */
export function remindedLines(appointment: Appointment, facts: Known): Line[] {
  const when = whenReminded(appointment, facts)
  if (!when) return []
  return appointment.remind
    ? [line('booking.appointment.reminded', { when })]
    : [line('booking.appointment.not-reminded')]
}

/** The same for somebody who was never asked: the question, with what they would get. */
export function mayRemindLines(appointment: Appointment, facts: Known): Line[] {
  const when = whenReminded(appointment, facts)
  if (!when || appointment.remind) return remindedLines(appointment, facts)
  return [line('booking.check.remind'), line('reminders.which', { when })]
}

/** The yes to it, where there is something to say yes to. */
export function remindRow(appointment: Appointment, facts: Known): Button[][] {
  if (appointment.remind || !whenReminded(appointment, facts)) return []
  return [[button('pages.my-data.button.reminders-on', { do: 'remind' })]]
}
