// To somebody whom staff erase while an appointment is ahead: the file that calls it off in their calendar. It is
// owed in the batch that erases what they said; they go once it has gone out.

import type { Deps } from '../../deps.ts'
import type { ClaimedMessage, NewMessage } from '../../domain/appointment/messages.ts'
import { correctionsAtEnd } from '../../domain/appointment/told.ts'
import { showErased } from '../../domain/dialog/show/lobby.ts'
import { calendarFile } from '../appointment/calendar-file.ts'
import { correctNow } from './correct-chats.ts'
import type { Messengers } from './messenger.ts'
import type { Compose } from './outbox.ts'
import { composeStaffChange } from './staff-change-message.ts'

export const FAREWELL = 'farewell'

/** The appointments to be told of after this one. */
type Payload = { more: readonly string[] }

/** What is owed about the appointments a calendar still has, one after the other. `now`: epoch milliseconds. */
export function farewell(
  personId: string,
  [bookingId, ...more]: readonly [string, ...string[]],
  now: number,
): NewMessage {
  const payload: Payload = { more }
  const key = `${FAREWELL}:${bookingId}`
  return { key, kind: FAREWELL, personId, bookingId, payload, dueAt: now, rank: 0 }
}

/** Says that all is erased; to who has begun anew since, and before the last, that the appointment is off. */
export const composeFarewell: Compose = async (deps, city, message, now) => {
  const { more } = message.payload as Payload
  if (more.length > 0 || (await deps.store.people.hasRequest(message.personId))) {
    return await composeStaffChange(deps, city, { ...message, payload: { what: 'cancelled' } }, now)
  }
  const booking = await deps.store.appointments.find(message.bookingId ?? '')
  if (!booking) return { drop: 'gone' }
  return { screen: showErased(message.language), file: calendarFile(deps, city, booking, message) }
}

/**
 * After a farewell, whatever became of it: the next appointment is told of; after the last the person goes, and
 * what their chat said of appointments holds no longer. A process that dies before does all of it once more.
 * @returns false where they have begun anew, and stay
 */
export async function afterFarewell(
  deps: Deps,
  messengers: Messengers,
  message: ClaimedMessage,
): Promise<boolean> {
  const { outbox, people, told } = deps.store
  const { personId, address } = message
  const now = deps.clock.now()
  const [bookingId, ...more] = (message.payload as Payload).more
  if (bookingId !== undefined) {
    await outbox.goOn(message, { bookingId, payload: { more } }, now)
    return true
  }
  if (await people.hasRequest(personId)) return false
  const found = await told.look({ personId, channel: address.channel }, now)
  const correct = messengers[address.channel]?.correct
  if (found) await correctNow(correctionsAtEnd(found.told), correct, found)
  return await people.leave(personId)
}
