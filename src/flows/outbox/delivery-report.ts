// What staff see of the messages Lotse sent: when, what failed, and whom to call instead.

import type { Deps } from '../../deps.ts'
import type { MessageReport } from '../../domain/appointment/messages.ts'
import type { PersonToCall } from '../../domain/appointment/reminders.ts'

/** What was sent about an appointment, oldest first; for staff who may see the appointment. */
export async function messagesOf(deps: Deps, bookingId: string): Promise<MessageReport[]> {
  return await deps.store.outbox.ofBooking(bookingId)
}

/** Whom a centre should call, soonest appointment first. */
export async function callList(deps: Deps, centre: string): Promise<PersonToCall[]> {
  return await deps.store.reminders.toCall(centre, deps.clock.now())
}
