// The message to a person about what staff did with their appointment.

import type { Deps } from '../../deps.ts'
import type { NewMessage } from '../../domain/appointment/messages.ts'
import type { StaffChange } from '../../domain/dialog/show/staff-change.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import { enqueue } from '../outbox/outbox.ts'

/** A message of what staff did, sent before what is less pressing. `now` is epoch milliseconds. */
export const changeTold = (
  personId: string,
  bookingId: string,
  what: StaffChange,
  now: number,
): NewMessage => ({
  key: `staff-change:${bookingId}:${what}:${now}`,
  kind: 'staff-change',
  personId,
  bookingId,
  payload: { what },
  dueAt: now,
  rank: 0,
})

/** Queues it at once; whom nothing can be sent to is on the call list in the same moment. */
export async function tellChange(
  deps: Deps,
  { personId, unreachable }: Pick<CaseIntake, 'personId' | 'unreachable'>,
  bookingId: string,
  what: StaffChange,
  now: number,
): Promise<void> {
  const message = changeTold(personId, bookingId, what, now)
  await enqueue(deps, message)
  if (unreachable === 'no-chat') await deps.store.outbox.giveUp(message.key, unreachable, now)
}
