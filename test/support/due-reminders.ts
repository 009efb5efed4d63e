// Many people with a reminder that is due now.

import type { Deps } from '../../src/deps.ts'
import { chat } from './chat.ts'

const DAY = 86_400_000

/** Books `count` people for this hour of tomorrow, long ago; their chats are "1000", "1001" … */
export async function dueReminders(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  count: number,
): Promise<void> {
  const now = clock.now()
  const startsAt = now + DAY
  const owing = Array.from({ length: count }, async (_, i) => {
    const personId = `p${i}`
    await store.people.begin(personId, chat(1000 + i), 'ar', now)
    const id = `b${i}`
    const time = { centre: 'hochfeld', startsAt, endsAt: startsAt + 1_200_000, seats: [i + 1] }
    const person = { ref: `HO-${i}`, personId, intakeId: null, remind: true } as const
    await store.bookings.book({ id, ...time, ...person, channel: 'telegram' }, now - 9 * DAY)
  })
  await Promise.all(owing)
}
