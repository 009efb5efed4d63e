// What the utilisation of a year costs over few and over very many appointments in a hundred centres.
// npm run bench -- utilisation        (1,000,000 beside 10,000; BOOKINGS=… for another number)

import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { duisburgProfile } from '../scripts/gallery/talk-facts.ts'
import type { Deps } from '../src/deps.ts'
import type { Profile } from '../src/domain/profile/profile.ts'
import { utilisationOf } from '../src/flows/staff/utilisation.ts'
import { openDatabase } from '../src/store/engine/open-node.ts'
import { createSeal } from '../src/store/engine/seal.ts'
import { createStore } from '../src/store/store.ts'

const FEW = 10_000
const MANY = Number(process.env['BOOKINGS'] ?? 1_000_000)
const CENTRES = 100
const ROUNDS = 21
const NOW = Date.parse('2026-11-22T07:00:00Z')

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Duisburg with a hundred centres more, each open as its first one is. */
function city(): Profile {
  const profile = duisburgProfile()
  const more = Array.from({ length: CENTRES }, (_, index) => ({
    ...profile.centres[0],
    id: `c${index}`,
    code: `${LETTERS[20 + Math.floor(index / 26)]}${LETTERS[index % 26]}`,
  }))
  return { ...profile, centres: [...profile.centres, ...more] } as Profile
}

// Its week, the first of its four weeks and its weekday; all hours are far from midnight.
const counted = (at: string) => `date(${at}, 'weekday 0', '-6 days'),
  date(${at}, 'weekday 0', '-6 days', '-' || (CAST(julianday(${at}, 'weekday 0', '-6 days', 'start of day')
    - julianday('2000-01-03') AS INTEGER) % 28) || ' days'), (strftime('%w', ${at}) + 6) % 7 + 1`

// Every hour that was open has its seats, whether or not anybody came: Mondays to Fridays, four hours.
const SEATS = `
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${CENTRES * 53 * 5 * 4})
INSERT INTO "SeatDay" ("centreId", "day", "hour", "planned", "bookable", "week", "block", "weekday")
SELECT 'c' || (i % ${CENTRES}), day, 9 + (i / 26500) % 4, 12, 9, ${counted('day')}
FROM (SELECT i, date('2025-11-10', '+' || ((i / ${CENTRES}) % 53 * 7
  + (i / 5300) % 5) || ' days') AS day FROM n)`

// Spread over these hours. The triggers count each appointment, as they do in use; its history and
// its reminders are left out.
const FILL = `
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)
INSERT INTO "Booking" ("id", "ref", "centreId", "startsAt", "endsAt", "state", "remind", "channel",
  "createdAt", "changedAt", "changedBy", "week", "block", "weekday", "hour")
SELECT 'b' || i, '', 'c' || (i % ${CENTRES}), at, at,
  CASE i % 17 WHEN 0 THEN 'missed' WHEN 1 THEN 'cancelled' ELSE 'attended' END, 0, 'telegram',
  strftime('%Y-%m-%dT%H:%M:%fZ', at, '-5 days'), at, 'person', ${counted('at')}, 9 + (i / 26500) % 4
FROM (SELECT i, strftime('%Y-%m-%dT%H:%M:%fZ', '2025-11-10', '+' || ((i / ${CENTRES}) % 53 * 7
  + (i / 5300) % 5) || ' days', '+' || (8 + (i / 26500) % 4) || ' hours') AS at FROM n)`

async function cost(bookings: number) {
  const home = mkdtempSync(join(tmpdir(), 'lotse-bench-'))
  const file = join(home, 'lotse.db')
  const db = await openDatabase(file)
  const raw = new Sqlite(file)
  raw.pragma('synchronous = OFF')
  raw.exec(`DROP TRIGGER "Booking_made"`)
  const seeding = performance.now()
  raw.exec(SEATS)
  raw.prepare(FILL).run(bookings)
  raw.exec('PRAGMA wal_checkpoint(TRUNCATE); ANALYZE')
  raw.close()
  const seeded = performance.now() - seeding
  const store = createStore(db, await createSeal(Buffer.alloc(32, 1).toString('base64')))
  const profile = city()
  await store.cities.seed(profile.id, profile, NOW)
  const deps = { store, clock: { now: () => NOW }, config: { profile: profile.id } }
  const ids = profile.centres.map(({ id }) => id).slice(-CENTRES)
  const took: number[] = []
  let rows = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = performance.now()
    const found = await utilisationOf(deps as unknown as Deps, ids, 52)
    took.push(performance.now() - before)
    rows = found.seats.length + found.hours.length
  }
  await db.$disconnect()
  rmSync(home, { recursive: true, force: true })
  took.sort((a, b) => a - b)
  return { median: took[ROUNDS >> 1] ?? 0, best: took[0] ?? 0, rows, seeded }
}

const few = await cost(FEW)
const many = await cost(MANY)
const shown = ({ median, best, rows, seeded }: typeof few) =>
  `median ${median.toFixed(1)} ms, best ${best.toFixed(1)} ms, ${rows} rows told (seeded in ${(seeded / 1000).toFixed(1)} s)`
console.log(`load ${loadavg()[0]?.toFixed(1)}`)
console.log(`${FEW} appointments: ${shown(few)}`)
console.log(`${MANY} appointments: ${shown(many)}`)
console.log(
  `ratio: median ${(many.median / few.median).toFixed(2)}, best ${(many.best / few.best).toFixed(2)}`,
)
