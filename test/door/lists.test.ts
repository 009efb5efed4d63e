// The list of requests over ten thousand of them: what SQLite does for a page, and that it is right.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type InboxFilter, type InboxTurn, inOrder } from '../../src/domain/people/inbox.ts'
import { callTimes } from '../../src/domain/people/to-call.ts'
import { createDayPage } from '../../src/store/day-page.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { openDatabase } from '../../src/store/engine/open-node.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createInbox } from '../../src/store/inbox.ts'
import { createIntakes } from '../../src/store/intakes.ts'

const MANY = 10_000
const home = mkdtempSync(join(tmpdir(), 'lotse-lists-'))
const asked: string[] = []
let raw: Sqlite.Database
let db: Database
let intakes: ReturnType<typeof createIntakes>
let inbox: ReturnType<typeof createInbox>

beforeAll(async () => {
  const file = join(home, 'lotse.db')
  db = await openDatabase(file)
  raw = new Sqlite(file)
  raw.exec(`
    INSERT INTO "City" ("id", "profile", "version", "updatedAt") VALUES ('duisburg', '{}', 1, '');
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${MANY})
    INSERT INTO "Person" ("id", "language", "createdAt", "seenAt")
    SELECT 'p' || i, 'ar', '', '' FROM n;
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${MANY})
    INSERT INTO "Intake" ("id", "personId", "version", "questionnaire", "talk", "ref", "centreId",
      "urgency", "rank", "status", "createdAt", "updatedAt", "submittedAt", "recordAt")
    SELECT 'i' || i, 'p' || i, 1, 1, '{"answers":{"topics":["housing"]}}', 'HO-' || printf('%05d', i),
      CASE i % 2 WHEN 0 THEN 'hochfeld' ELSE 'hamborn' END,
      CASE i % 50 WHEN 0 THEN 'red' WHEN 1 THEN 'orange' ELSE 'green' END,
      CASE i % 50 WHEN 0 THEN 0 WHEN 1 THEN 1 ELSE 3 END,
      CASE i % 5 WHEN 0 THEN 'closed' ELSE 'new' END, '', '',
      strftime('%Y-%m-%dT%H:%M:%fZ', 1700000000 + i * 60, 'unixepoch'),
      strftime('%Y-%m-%dT%H:%M:%fZ', 1800000000 - i * 60, 'unixepoch') FROM n;
    INSERT INTO "Booking" ("id", "ref", "personId", "intakeId", "centreId", "startsAt", "endsAt",
      "state", "channel", "createdAt", "changedAt", "changedBy", "week", "block", "weekday", "hour")
    SELECT 'b' || "id", "ref", "personId", "id", "centreId", "submittedAt", "submittedAt",
      'attended', 'telegram', "submittedAt", "submittedAt", 'person', '', '', 1, 0 FROM "Intake";`)
  // No ANALYZE: a city's file never has it, and SQLite plans otherwise without.
  const seal = await createSeal(Buffer.alloc(32, 1).toString('base64'))
  intakes = createIntakes(db, seal)
  inbox = createInbox(db, seal)
})
// Spies last for one test.
beforeEach(() => {
  const { prepare } = Sqlite.prototype
  vi.spyOn(Sqlite.prototype, 'prepare').mockImplementation(function (this: Sqlite.Database, sql) {
    asked.push(sql)
    return prepare.call(this, sql) as never
  })
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
const times = callTimes('NW', Date.UTC(2026, 10, 22, 9))
const everything: InboxFilter = {
  ...{ box: 'all', status: 'open', centre: null, language: null, topic: null, urgencies: [] },
  ...{ received: { from: null, until: null }, day: null, signs: '', refs: null },
}
const paged = async (
  filter: Partial<InboxFilter> = {},
  turn: InboxTurn | null = null,
  of: Partial<typeof sight> = {},
) => {
  const who = { ...sight, ...of, me: 'anna', lastRank: 3 }
  const asked = {
    filter: { ...everything, ...filter },
    ranks: [],
    acts: [],
    turn,
    limit: 50,
    now: 0,
    today: '2026-11-22',
    times,
  }
  const { intakes } = await inbox.page('duisburg', who, asked)
  return intakes.toSorted((a, b) => inOrder(a.place, b.place))
}
// `s` is the staff of a house, of whom there are tens. By centre alone: each request it ever had. Only the newest one is wanted so (a covering index), and read from its end.
const EVERY = /^SEARCH i USING INDEX \w+ \(centreId=\?( AND submittedAt>\?)?\)$/
const whole = (steps: readonly string[]) =>
  steps.filter(
    (step) =>
      /^SCAN/.test(step) &&
      !/^SCAN (json_each|[ok] |[klrfns]$|\(subquery|y USING INDEX Reply_unread|o VIRTUAL|CONSTANT|[pko] USING (COVERING )?INDEX (Person_unreachable|Outbox_kept|Outbox_refused)$)/.test(
        step,
      ),
  )

describe('ten thousand requests', () => {
  it('are paged with the urgent first, from an index alone', async () => {
    const first = await paged()
    expect(first).toHaveLength(51)
    expect(first.map(({ urgency }) => urgency)).toEqual(Array(51).fill('orange'))
    expect(first[0]?.ref).toBe('HO-09951')
    const steps = plan()
    const chosen = /^SEARCH i USING COVERING INDEX Intake_listed \(centreId=\? AND status=\?/
    expect(steps.filter((step) => chosen.test(step)).length).toBeGreaterThan(0)
    expect(whole(steps)).toEqual([])
    const far = {
      on: '2026-11-22',
      late: 1,
      rank: 3,
      submittedAt: 1700000000000 + 5 * 60_000,
      id: 'i5',
      back: false,
    }
    const last = await paged({ status: 'all' }, far)
    expect(last.map(({ ref }) => ref)).toEqual(['HO-00004', 'HO-00003', 'HO-00002'])
    const closed = await paged({ status: 'closed' })
    expect(new Set(closed.map(({ status }) => status))).toEqual(new Set(['closed']))
  })

  it.each(['new', 'mine', 'waiting', 'all'] as const)(
    'are chosen in the box "%s" without a look at all that was ever asked',
    async (box) => {
      await paged({ box })
      expect(plan().filter((step) => EVERY.test(step))).toEqual([])
    },
  )

  it('leave a day of the desk, which reads what is due of them from its own index', async () => {
    const seal = await createSeal(Buffer.alloc(32, 1).toString('base64'))
    const when = { from: 0, until: 1, far: 2, now: 0, me: 'anna', today: '2026-11-22' }
    const { due } = await createDayPage(db, seal)('duisburg', sight, when)
    expect(due).toEqual([])
    expect(plan().filter((step) => EVERY.test(step))).toEqual([])
  })

  it('have one before and one after each, from an index alone', async () => {
    const page = await paged()
    plan()
    const [before, place, after] = page.slice(20, 23).map((one) => one.place)
    if (!place) throw new Error('no place')
    const who = { ...sight, me: 'anna', lastRank: 3 }
    const wanted = { filter: everything, ranks: [], place, now: 0, times }
    const around = await inbox.around('duisburg', who, wanted)
    expect(around).toEqual({ previous: before, next: after, isThere: true })
    const steps = plan()
    const listed = /^SEARCH i USING COVERING INDEX Intake_listed \(centreId=\? AND status=\?/
    expect(steps.filter((step) => listed.test(step))).toHaveLength(1)
    expect(whole(steps)).toEqual([])
  })

  it('are searched by any piece of their code', async () => {
    const found = await paged({ status: 'all', signs: 'O0123' })
    expect(found.map(({ ref }) => ref).sort()).toEqual(
      Array.from({ length: 10 }, (_, n) => `HO-0123${n}`),
    )
    // A piece is in no index: every code is looked at, once.
    expect(plan().filter((step) => EVERY.test(step))).toHaveLength(1)
    const elsewhere = await paged({ signs: 'HO00001' }, null, { centres: ['hochfeld'] })
    expect(elsewhere).toEqual([])
  })

  it('are read on by machines where the page before ended', async () => {
    const first = await intakes.page(sight, null, 100)
    const last = first.at(-1)
    const next = await intakes.page(sight, last ? { at: last.at, id: last.id } : null, 100)
    expect(next[0]?.ref).toBe('HO-00100')
    expect(whole(plan())).toEqual([])
  })

  it('are read by what changed since, in its index', async () => {
    const since = (1_800_000_000 - 3 * 60) * 1000
    const changed = await intakes.page(sight, null, 100, { since })
    expect(changed.map(({ ref }) => ref)).toEqual(['HO-00003', 'HO-00002', 'HO-00001', 'HO-00000'])
    const read = plan()
    expect(whole(read)).toEqual([])
    expect(JSON.stringify(read)).toContain('Intake_centreId_recordAt_id_idx')
    const last = changed[1]
    const next = await intakes.page(sight, last ? { at: last.at, id: last.id } : null, 1, { since })
    expect(next[0]?.ref).toBe('HO-00001')
  })
})
