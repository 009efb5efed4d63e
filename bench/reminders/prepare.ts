// A database in which many reminders are due this very minute.

import { rmSync } from 'node:fs'
import { duisburgProfile } from '../../scripts/gallery/talk-facts.ts'
import { seatAt } from '../../src/domain/appointment/appointment.ts'
import { addDays, atWall, toWall } from '../../src/domain/calendar/wall-clock.ts'
import { openDatabase } from '../../src/store/engine/open-node.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore } from '../../src/store/store.ts'

export const DATA_KEY = Buffer.alloc(32, 7).toString('base64')
const DAY = 86_400_000
export const FIRST_CHAT = 1_000_000

/** Fills `file` anew: `count` people, each with an appointment tomorrow at this hour. */
export async function prepare(file: string, count: number): Promise<void> {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  const db = await openDatabase(file)
  const store = createStore(db, await createSeal(DATA_KEY))
  await store.meta.knowsKey()
  const now = Date.now()
  const profile = duisburgProfile()
  // Runs at any hour of the day: no hours are quiet.
  const quietHours = { from: '00:00', until: '00:00' }
  const reminders = { ...profile.reminders, quietHours }
  await store.cities.seed('duisburg', { ...profile, reminders }, now)
  const wall = toWall(now)
  const startsAt = atWall(addDays(wall.date, 1), wall.minutes - 1)
  for (let i = 0; i < count; i++) {
    const personId = `p${i}`
    const address = { channel: 'telegram', id: String(FIRST_CHAT + i) } as const
    await store.people.begin(personId, address, 'ar', now)
    const time = { startsAt, endsAt: startsAt + 20 * 60_000, seats: [i + 1] }
    const booked = await store.appointments.book(
      {
        ...seatAt('hochfeld', time),
        id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
        ref: `HO-${i}`,
        personId,
        intakeId: null,
        remind: true,
        channel: 'telegram',
        by: 'person',
      },
      [],
      now - 9 * DAY,
    )
    if ('not' in booked) throw new Error('could not be booked')
  }
  await store.close()
}

/** How the messages ended: status → how many, and which chats are where. */
export async function ends(file: string): Promise<Map<string, string>> {
  const db = await openDatabase(file)
  const rows = await db.$queryRawUnsafe<{ personId: string; status: string }[]>(
    'SELECT "personId", "status" FROM "Outbox"',
  )
  await db.$disconnect()
  return new Map(
    rows.map(({ personId, status }) => [String(FIRST_CHAT + Number(personId.slice(1))), status]),
  )
}
