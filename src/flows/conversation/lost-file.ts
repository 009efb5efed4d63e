// A calendar file that did not arrive, to be sent again.

import type { LoadedPerson } from '../../domain/dialog/kept-talk.ts'
import type { Input } from '../../domain/dialog/reduce.ts'
import type { Facts } from '../../domain/dialog/talk.ts'

/**
 * Whether an input changed the appointment when it came before, and the file about it did not arrive. A
 * cancellation is not decided anew: it may have been done and not kept.
 */
export function lostItsFile(
  input: Input,
  { appointment }: Facts,
  { intake }: LoadedPerson,
): boolean {
  if (input.kind !== 'tap' || !appointment) return false
  const { tap } = input
  if (tap.do === 'cancel-yes') {
    return tap.booking === appointment.id && appointment.state === 'cancelled'
  }
  if (!intake?.decided || appointment.state !== 'booked') return false
  if (tap.do === 'book') return appointment.startsAt === tap.startsAt
  return (
    tap.do === 'take' || tap.do === 'remind' || (tap.do === 'withdraw' && tap.scope === 'reminders')
  )
}
