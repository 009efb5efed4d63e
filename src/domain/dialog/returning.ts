// What brings somebody back to their request on another device: another PIN, where the old one was seen.

import { openAppointment } from './booking.ts'
import { intend, type Step, stale } from './step.ts'
import { type Facts, go, type Talk } from './talk.ts'
import { say } from './text.ts'

/** Another PIN; it is seen with the appointment, where there is one. A door without PINs has no such button. */
export function newPin(talk: Talk, facts: Facts): Step {
  if (!facts.pin || !talk.ref) return stale(talk)
  const at = openAppointment(facts) ? go(talk, { at: 'appointment' }) : talk
  return { ...intend(at, { do: 'new-pin' }), notice: say('return.another') }
}
