// The message to a person about what staff did with their appointment.

import type { Deps } from '../../deps.ts'
import type { NewMessage } from '../../domain/appointment/messages.ts'
import type { StaffChange } from '../../domain/dialog/show/staff-change.ts'
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

/** Queues it at once. */
export async function tellChange(
  deps: Deps,
  { personId }: { personId: string },
  bookingId: string,
  what: StaffChange,
  now: number,
): Promise<void> {
  await enqueue(deps, changeTold(personId, bookingId, what, now))
}
