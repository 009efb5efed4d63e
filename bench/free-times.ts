// What it costs to find the next free times of a centre, with few and with very many past bookings.
// node bench/free-times.ts [more]   (default 1,000,000)

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { duisburgProfile } from '../scripts/gallery/talk-facts.ts'
import type { Deps } from '../src/deps.ts'
import { timesFor } from '../src/flows/appointment/free-times.ts'
import { openDatabase } from '../src/store/engine/open-node.ts'
import { createSeal } from '../src/store/engine/seal.ts'
import { createStore } from '../src/store/store.ts'

const FEW = 1000
const MANY = Number(process.argv[2] ?? 1_000_000)
const ROUNDS = 301
const NOW = Date.parse('2026-03-16T07:00:00Z')

// Backwards from now, 20 minutes apart, at three centres with two seats each.
const FILL = `
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)
INSERT INTO "Booking" ("id", "ref", "centreId", "startsAt", "endsAt", "seat", "state", "remind",
  "channel", "createdAt", "changedAt", "changedBy", "week", "block", "weekday", "hour")
SELECT 'past-' || i, '', CASE i % 3 WHEN 0 THEN 'hochfeld' WHEN 1 THEN 'hamborn' ELSE 'rheinhausen' END,
  strftime('%Y-%m-%dT%H:%M:%fZ', 1773640800 - (i / 6 + 1) * 1200, 'unixepoch'),
  strftime('%Y-%m-%dT%H:%M:%fZ', 1773640800 - (i / 6) * 1200, 'unixepoch'),
  1 + (i / 3) % 2, 'attended', 0, 'telegram',
  '2020-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z', 'system', '', '', 1, 0 FROM n`

async function cost(bookings: number) {
  const home = mkdtempSync(join(tmpdir(), 'lotse-bench-'))
  const file = join(home, 'lotse.db')
  const prisma = await openDatabase(file)
  const raw = new Sqlite(file)
  raw.prepare(FILL).run(bookings)
  raw.exec('PRAGMA wal_checkpoint(TRUNCATE); ANALYZE')
  raw.close()
  let statements = 0
  const counted = new Proxy(prisma, {
    get: (client, name) => {
      if (name === '$queryRawUnsafe' || name === 'all') statements += 1
      return Reflect.get(client, name)
    },
  })
  const store = createStore(counted, await createSeal(Buffer.alloc(32, 1).toString('base64')))
  const deps = { store, clock: { now: () => NOW } } as unknown as Deps
  const city = { version: 1, profile: duisburgProfile(), closures: [] }
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const before = performance.now()
    await timesFor(deps, city, { at: 'times', centre: 'hochfeld' }, NOW)
    took.push(performance.now() - before)
  }
  await prisma.$disconnect()
  rmSync(home, { recursive: true, force: true })
  took.sort((a, b) => a - b)
  return { median: took[ROUNDS >> 1] ?? 0, best: took[0] ?? 0, statements: statements / ROUNDS }
}

const few = await cost(FEW)
const many = await cost(MANY)
const shown = ({ median, best, statements }: typeof few) =>
  `median ${median.toFixed(3)} ms, best ${best.toFixed(3)} ms, ${statements} statement(s)`
console.log(`${FEW} past bookings: ${shown(few)}`)
console.log(`${MANY} past bookings: ${shown(many)}`)
console.log(
  `ratio: median ${(many.median / few.median).toFixed(2)}, best ${(many.best / few.best).toFixed(2)}`,
)
