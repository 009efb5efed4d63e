// Many appointments over weeks to come, each of somebody in a chat of their own ("1000", "1001", …).

import { chat } from './chat.ts'
import type { House } from './staff-house.ts'

const DAY = 24 * 3_600_000
const MINUTE = 60_000

/** From Monday, 23 November 2026, over so many days and three centres, one after the other at a centre. */
export async function bookWeeks(house: House, many: number, days: number): Promise<void> {
  const centres = ['hochfeld', 'hamborn', 'rheinhausen']
  await bookAll(house, many, (i) => ({
    centreId: centres[i % 3] ?? '',
    startsAt:
      Date.UTC(2026, 10, 23, 9) +
      (Math.floor(i / 3) % days) * DAY +
      (Math.floor(i / 3 / days) % 20) * 20 * MINUTE,
    seat: 1,
  }))
}

/** Somebody for each, whose appointment is where `placeOf` says (`startsAt`: epoch milliseconds). */
export async function bookAll(
  house: House,
  many: number,
  placeOf: (i: number) => { centreId: string; startsAt: number; seat: number },
): Promise<void> {
  const at = new Date(house.clock.at).toISOString()
  for (let from = 0; from < many; from += 50) {
    const some = Array.from({ length: Math.min(50, many - from) }, (_, n) => from + n)
    for (const i of some) {
      house.world.person({ name: 'Amal', id: 1000 + i })
      house.world.chats.find(1000 + i).started = true
    }
    const begun = some.map((i) =>
      house.deps.store.people.begin(`p${i}`, chat(1000 + i), 'de', house.clock.at),
    )
    await Promise.all(begun)
    await house.db.$executeRawUnsafe(
      `INSERT INTO "Intake" ("id", "personId", "version", "questionnaire", "talk", "createdAt", "updatedAt")
       SELECT 'i' || "id", "id", 1, 1, '{"answers":{}}', '${at}', '${at}' FROM "Person" p
       WHERE NOT EXISTS (SELECT 1 FROM "Intake" WHERE "personId" = p."id")`,
    )
    const rows = some.map((i) => {
      const { startsAt, centreId, seat } = placeOf(i)
      const [begins, ends] = [startsAt, startsAt + 20 * MINUTE].map((one) =>
        new Date(one).toISOString(),
      )
      return [`b${i}`, `R${i}`, `p${i}`, `ip${i}`, centreId, begins, ends, seat]
    })
    // As one statement: one each takes longer than what is tried.
    await house.db.$executeRawUnsafe(
      `INSERT INTO "Booking" ("id", "ref", "personId", "intakeId", "centreId", "startsAt", "endsAt", "seat",
         "state", "channel", "changedBy", "createdAt", "changedAt", "week", "block", "weekday", "hour")
       SELECT ${[0, 1, 2, 3, 4, 5, 6, 7].map((n) => `"value" ->> ${n}`).join(', ')},
         'booked', 'telegram', 'person', '${at}', '${at}', '', '', 1, 9 FROM json_each(?)`,
      JSON.stringify(rows),
    )
  }
}
