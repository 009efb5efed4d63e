// The list of requests over ten thousand of them: what SQLite does for a page, and that it is right.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../src/store/engine/database.ts'
import { openDatabase } from '../../src/store/engine/open-node.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createIntakes } from '../../src/store/intakes.ts'

const MANY = 10_000
const home = mkdtempSync(join(tmpdir(), 'lotse-lists-'))
const asked: string[] = []
let raw: Sqlite.Database
let db: Database
let intakes: ReturnType<typeof createIntakes>

beforeAll(async () => {
  const file = join(home, 'lotse.db')
  db = await openDatabase(file)
  raw = new Sqlite(file)
  raw.exec(`
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${MANY})
    INSERT INTO "Person" ("id", "language", "createdAt", "seenAt")
    SELECT 'p' || i, 'ar', '', '' FROM n;
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${MANY})
    INSERT INTO "Intake" ("id", "personId", "version", "questionnaire", "talk", "ref", "centreId",
      "urgency", "rank", "status", "createdAt", "updatedAt", "submittedAt")
    SELECT 'i' || i, 'p' || i, 1, 1, '{"answers":{"topics":["housing"]}}', 'HO-' || printf('%05d', i),
      CASE i % 2 WHEN 0 THEN 'hochfeld' ELSE 'hamborn' END,
      CASE i % 50 WHEN 0 THEN 'red' WHEN 1 THEN 'orange' ELSE 'green' END,
      CASE i % 50 WHEN 0 THEN 0 WHEN 1 THEN 1 ELSE 3 END,
      CASE i % 5 WHEN 0 THEN 'closed' ELSE 'new' END, '', '',
      strftime('%Y-%m-%dT%H:%M:%fZ', 1700000000 + i * 60, 'unixepoch') FROM n;
    INSERT INTO "Booking" ("id", "ref", "personId", "intakeId", "centreId", "startsAt", "endsAt",
      "state", "channel", "createdAt", "changedAt", "changedBy", "week", "block", "weekday", "hour")
    SELECT 'b' || "id", "ref", "personId", "id", "centreId", "submittedAt", "submittedAt",
      'attended', 'telegram', "submittedAt", "submittedAt", 'person', '', '', 1, 0 FROM "Intake";
    ANALYZE;`)
  const { prepare } = Sqlite.prototype
  vi.spyOn(Sqlite.prototype, 'prepare').mockImplementation(function (this: Sqlite.Database, sql) {
    asked.push(sql)
    return prepare.call(this, sql) as never
  })
  intakes = createIntakes(db, await createSeal(Buffer.alloc(32, 1).toString('base64')))
})
afterAll(async () => {
  raw?.close()
  await db?.$disconnect()
  rmSync(home, { recursive: true, force: true })
})

/** What SQLite says it does for the statements since the last time. */
function plan(): string[] {
  return asked.splice(0).flatMap((sql) => {
    if (sql.startsWith('EXPLAIN')) return []
    const values = Array<string>(sql.match(/\?/g)?.length ?? 0).fill('x')
    const rows = raw
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
    asked.length = 0
    return rows.map(({ detail }) => detail)
  })
}

const sight = { centres: ['hochfeld', 'hamborn'], body: null, allBodies: true }
const filter = { status: 'open', reference: '', limit: 50, offset: 0 } as const
const whole = (steps: readonly string[]) =>
  steps.filter((step) => /^SCAN/.test(step) && !/^SCAN (json_each|l$|f$|CONSTANT)/.test(step))

describe('ten thousand requests', () => {
  it('are paged with the urgent first, from an index alone', async () => {
    const first = await intakes.list(sight, filter)
    expect(first).toHaveLength(51)
    expect(first.map(({ urgency }) => urgency)).toEqual(Array(51).fill('orange'))
    expect(first[0]?.ref).toBe('HO-09951')
    const steps = plan()
    const chosen = /^SEARCH Intake USING COVERING INDEX Intake_listed \(centreId=\? AND status=\?/
    expect(steps.filter((step) => chosen.test(step))).toHaveLength(1)
    expect(whole(steps)).toEqual([])
    const last = await intakes.list(sight, { ...filter, status: 'all', offset: MANY - 3 })
    expect(last.map(({ ref }) => ref)).toEqual(['HO-00004', 'HO-00003', 'HO-00002'])
    const closed = await intakes.list(sight, { ...filter, status: 'closed' })
    expect(new Set(closed.map(({ status }) => status))).toEqual(new Set(['closed']))
  })

  it('are searched by their code with the index of codes', async () => {
    const found = await intakes.list(sight, { ...filter, status: 'all', reference: 'HO-0123' })
    expect(found.map(({ ref }) => ref).sort()).toEqual(
      Array.from({ length: 10 }, (_, n) => `HO-0123${n}`),
    )
    expect(whole(plan())).toEqual([])
    const elsewhere = await intakes.list(
      { ...sight, centres: ['hochfeld'] },
      { ...filter, reference: 'HO-00001' },
    )
    expect(elsewhere).toEqual([])
  })

  it('are read on by machines where the page before ended', async () => {
    const first = await intakes.page(sight, null, 100)
    const last = first.at(-1)
    const next = await intakes.page(
      sight,
      last ? { submittedAt: last.submittedAt, id: last.id } : null,
      100,
    )
    expect(next[0]?.ref).toBe('HO-00100')
    expect(whole(plan())).toEqual([])
  })
})
