// Many people with a reminder that is due now.

import type { Deps } from '../../src/deps.ts'
import { seatAt } from '../../src/domain/appointment/appointment.ts'
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
    const seat = seatAt('hochfeld', { startsAt, endsAt: startsAt + 1_200_000, seats: [i + 1] })
    const person = { ref: `HO-${i}`, personId, intakeId: null, remind: true } as const
    const booking = { id, ...seat, ...person, channel: 'telegram', by: 'person' } as const
    await store.appointments.book(booking, [], now - 9 * DAY)
  })
  await Promise.all(owing)
}
