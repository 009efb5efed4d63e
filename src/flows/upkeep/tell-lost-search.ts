// Who was told that somebody is sought to interpret, or is called, hears when a change of the city leaves nobody who
// could be, or nobody but one who is called.

import type { Deps } from '../../deps.ts'
import { lostBy } from '../../domain/interpreting/nobody-left.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { readInterpreting } from '../interpreting-read.ts'
import type { Missing } from '../outbox/nobody-message.ts'

// By then the change is made; a message that is looked at before is dropped as untrue.
const AFTER_THE_CHANGE = 60_000

/**
 * Owes the message of a change that is about to be made, once for each. What they were told is not kept: it is read from
 * the profile as it was, before it goes.
 * @param change names the change · `ended`: ids of appointments that it ends
 */
export async function tellLostSearches(
  deps: Deps,
  before: Profile,
  after: Profile,
  { change, ended = [] }: { change: string; ended?: readonly string[] },
): Promise<void> {
  const now = deps.clock.now()
  const centres = before.centres.map(({ id }) => id)
  const { needing, orders } = await readInterpreting(deps, centres, now)
  const own = Map.groupBy(orders, ({ booking }) => booking)
  const messages = needing
    .filter(({ booking }) => !ended.includes(booking))
    .flatMap((talk) => {
      const { booking: bookingId, personId, centre, startsAt, need } = talk
      const news = lostBy(talk, own.get(bookingId) ?? [], before, after, now)
      if (news === null) return []
      const payload: Missing = { centre, startsAt, language: need.language, news }
      const key = `interpreter-missing:${change}:${bookingId}`
      const dueAt = now + AFTER_THE_CHANGE
      return [{ key, kind: 'interpreter-missing', personId, bookingId, payload, dueAt }]
    })
  if (messages.length > 0) await deps.store.outbox.queue(messages, now)
}
