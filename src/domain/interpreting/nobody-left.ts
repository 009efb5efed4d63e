// When a person has to hear that nobody was found to interpret for them.

import type { Profile } from '../profile/profile.ts'
import type { InterpreterOrder } from './order.ts'
import type { Interpreting, NeedingAppointment } from './orders.ts'
import { orderedNext, poolFor } from './pools.ts'

/** Whether nobody who interprets can be asked in time any more. */
export const isNobodyLeft = (needs: Interpreting): boolean =>
  needs.state === 'unavailable' ||
  needs.state === 'unknown' ||
  (needs.state === 'needed' && needs.isLate)

/** Whether its person heard that somebody is sought: a pool was asked, or could be when they took the time. */
export function wasSought(
  talk: NeedingAppointment,
  orders: readonly Pick<InterpreterOrder, 'centre' | 'startsAt'>[],
  profile: Pick<Profile, 'interpreting' | 'state'>,
): boolean {
  const { centre, startsAt, changedAt } = talk
  if (orders.some((order) => order.centre === centre && order.startsAt === startsAt)) return true
  const language = talk.need.language ?? ''
  return poolFor(profile, { ...talk, language }, orderedNext(changedAt, profile.state)) !== null
}
