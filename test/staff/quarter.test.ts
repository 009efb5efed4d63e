// The report of a quarter: what was counted is what SQL counts, a carrier's figures are its own, and they outlive people.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fewestShown } from '../../src/domain/figures/few.ts'
import { toldQuarter } from '../../src/domain/figures/told-quarter.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { seeded } from '../../src/simulator/town/chance.ts'
import { duisburg } from '../support/duisburg.ts'
import { countedUntil, requestsFrom } from '../support/lived-quarter.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

const CITY = 'stadt-duisburg'
const LINE = {
  ...{ id: 'kim', name: 'KIM-Förderung', bodies: ['drk'], status: { confirmed: true } },
  rows: [
    { as: 'Neuaufnahmen', count: 'requests.first' },
    { as: 'Junge Menschen', count: 'age.18-26' },
    { as: 'Sprachen', count: 'language' },
    { as: 'Tigrinya', count: 'language.ti' },
  ],
}
const UNSURE = { ...LINE, id: 'jmd', status: { confirmed: false } }
const profile = (): Profile => {
  const one = duisburg()
  // So that what SQL is asked afterwards is still there.
  return { ...one, retention: { ...one.retention, contentDays: 400 }, funding: [LINE, UNSURE] }
}

let house: House
const staff: Record<string, Visitor> = {}
beforeAll(async () => {
  house = await openHouse(profile())
  await requestsFrom(house, seeded(7), { from: '2026-09-20', days: 115, count: 700 })
  await countedUntil(house, '2026-09-21', '2027-01-06')
  const account = { centres: ['hochfeld', 'hamborn'] }
  staff['coordinator'] = await house.signedIn({
    ...{ email: 'k@rsc.example', role: 'coordinator', centres: [], body: null },
  })
  staff['lead'] = await house.signedIn({ email: 'l@rsc.example', role: 'lead', ...account })
  staff['counsellor'] = await house.signedIn({ email: 'c@rsc.example', ...account })
}, 240_000)
afterAll(() => house.stop())

const visitor = (who: string) => staff[who] as Visitor
const rowsOf = (csv: string) =>
  csv
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'))

/** What SQL counts of the fourth quarter, as the counts are kept. */
async function bySql(): Promise<string[]> {
  const quarter = `>= '2026-09-30T22:00:00.000Z' AND X < '2026-12-31T23:00:00.000Z'`
  const within = (column: string) => `${column} ${quarter.replace('X', column)}`
  const taken = `FROM "Intake" i WHERE i."bodyId" IS NOT NULL AND ${within('i."bodySince"')}`
  const answer = (id: string) => `COALESCE(i."talk" ->> '$.answers.${id}', 'unsaid')`
  const asked: Record<string, string> = {
    requests: `SELECT i."centreId" c, i."bodyId" b, iif(EXISTS (SELECT 1 FROM "Intake" e WHERE e."personId" = i."personId"
      AND e."submittedAt" < i."submittedAt"), 'again', 'first') k ${taken}`,
    age: `SELECT i."centreId" c, i."bodyId" b, ${answer('age')} k ${taken}`,
    language: `SELECT i."centreId" c, i."bodyId" b, ${answer('spoken')} k ${taken}`,
    residence: `SELECT i."centreId" c, i."bodyId" b, ${answer('document')} k ${taken} AND i."bodyId" <> '${CITY}'`,
    // A paper that the city is not shown makes nothing yellow for it.
    urgency: `SELECT i."centreId" c, i."bodyId" b, iif(i."bodyId" = '${CITY}' AND i."urgency" = 'yellow'
      AND i."talk" ->> '$.answers.urgent' = 'no', 'green', i."urgency") k ${taken}`,
    topic: `SELECT i."centreId" c, i."bodyId" b, t."value" k
      FROM "Intake" i, json_each(i."talk", '$.answers.topics') t WHERE i."bodyId" IS NOT NULL AND ${within('i."bodySince"')}`,
    referral: `SELECT i."centreId" c, i."bodyId" b, CASE r."target" WHEN 'caritas' THEN 'body' WHEN 'kim' THEN 'programme'
      ELSE 'office' END k FROM "Referral" r JOIN "Intake" i ON i."id" = r."intakeId"
      WHERE i."bodyId" IS NOT NULL AND r."answer" IS NOT 'no' AND ${within('r."createdAt"')}`,
    kept: `SELECT o."centreId" c, i."bodyId" b, 'kept' k FROM "Booking" o JOIN "Intake" i ON i."id" = o."intakeId"
      WHERE i."bodyId" IS NOT NULL AND o."state" = 'attended' AND o."channel" <> 'walk-in' AND ${within('o."startsAt"')}`,
  }
  const found = await Promise.all(
    Object.entries(asked).map(async ([kind, sql]) => {
      const rows = (await house.db.$queryRawUnsafe(
        `SELECT c, b, k, COUNT(*) AS n FROM (${sql}) GROUP BY 1, 2, 3`,
      )) as { c: string; b: string; k: string; n: number | bigint }[]
      return rows.map(({ c, b, k, n }) => `${kind} ${c} ${b} ${k} ${n}`)
    }),
  )
  return found.flat().sort()
}

test('what is counted each night is what SQL counts of the whole quarter', async () => {
  const rows = await house.db.usageCount.findMany({ where: { month: '2026-Q4' } })
  const counted = rows.map((one) => {
    return `${one.kind} ${one.centreId} ${one.bodyId} ${one.code} ${one.count}`
  })
  expect(counted.length).toBeGreaterThan(200)
  expect(counted.sort()).toEqual(await bySql())
})

test('the months of the whole city have none of it', async () => {
  const months = await house.deps.store.staff.usage.months('2026-09', '2027-01')
  expect(months).toEqual([])
})

test('the page and the table tell what may be told of them', async () => {
  const { usageQuarters } = house.deps.store.staff
  const all = await usageQuarters.of('2026-Q4', ['hochfeld', 'hamborn', 'rheinhausen'], null)
  const told = toldQuarter(all, fewestShown(profile()))
  const csv = await visitor('coordinator').get('/staff/quarter.csv?quarter=2026-Q4')
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const [heads, ...rows] = rowsOf(csv.text)
  expect(heads).toEqual([
    ...['Zeitraum', 'Beratungsstelle', 'Träger', 'Förderlinie', 'Art', 'Bezeichnung', 'Anzahl'],
  ])
  const sums = rows.filter(([, , , , as, term]) => as === 'Anfragen' && term === 'zusammen')
  expect(sums.map((row) => Number(row.at(-1)))).toEqual(told.map(({ requests }) => requests))
  expect(rows.map((row) => row.at(-1)).every((cell) => cell === '*' || Number(cell) >= 5)).toBe(
    true,
  )
  const page = await visitor('coordinator').get('/staff/quarter?quarter=2026-Q4')
  expect(page.status).toBe(200)
  for (const said of [
    '4. Quartal 2026 (10/2026–12/2026)',
    'nie eine Fallstatistik',
    'Was gezählt wird',
  ])
    expect(page.text).toContain(said)
  expect(page.text).toContain('RSC Hochfeld, DRK')
})

test('the city’s own carrier has no figure of the papers that it is not shown', async () => {
  const { text } = await visitor('coordinator').get(`/staff/quarter.csv?body=${CITY}`)
  const rows = rowsOf(text).slice(1)
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.some(([, , body]) => body !== 'Stadt Duisburg')).toBe(false)
  expect(text).not.toContain('Aufenthaltspapier')
})

describe('a funding line', () => {
  test('tells what it asks for in its order, of the carriers it pays, hidden ones as such', async () => {
    const { text } = await visitor('coordinator').get('/staff/quarter.csv?line=kim&centre=hochfeld')
    const rows = rowsOf(text).slice(1)
    expect([...new Set(rows.map(([, , body, line]) => `${body} ${line}`))]).toEqual([
      'DRK KIM-Förderung',
    ])
    expect([...new Set(rows.map((row) => row[4]))]).toEqual(LINE.rows.map(({ as }) => as))
    expect(rows.at(-1)?.at(-1)).toBe('*')
  })

  test('that nobody has confirmed says so', async () => {
    const [sure, unsure] = await Promise.all(
      ['kim', 'jmd'].map((line) => visitor('coordinator').get(`/staff/quarter?line=${line}`)),
    )
    expect(sure?.text).not.toContain('Nicht bestätigt')
    expect(unsure?.text).toContain('Nicht bestätigt')
  })
})

describe('the wall between carriers', () => {
  test('a lead sees the own carrier at the own centres and nothing else', async () => {
    const { text } = await visitor('lead').get('/staff/quarter.csv?quarter=2026-Q4')
    const rows = rowsOf(text).slice(1)
    expect([...new Set(rows.map(([, , body]) => body))]).toEqual(['DRK'])
    expect([...new Set(rows.map(([, centre]) => centre))]).toEqual(['RSC Hamborn', 'RSC Hochfeld'])
    const page = (await visitor('lead').get('/staff/quarter')).text
    expect(page).not.toContain('Caritas')
  })

  test('and asking for another carrier or centre is not found and noted', async () => {
    const refused = () =>
      house.db.audit.count({ where: { action: 'see-utilisation', outcome: 'refused' } })
    const before = await refused()
    for (const query of ['body=caritas', 'centre=rheinhausen']) {
      for (const path of ['quarter', 'quarter.csv']) {
        const { status, text } = await visitor('lead').get(`/staff/${path}?${query}`)
        expect(status).toBe(404)
        expect(text).not.toContain('Caritas')
      }
    }
    expect(await refused()).toBe(before + 4)
  })

  test('counsellors are refused, strangers are asked to sign in', async () => {
    expect((await visitor('counsellor').get('/staff/quarter')).status).toBe(403)
    expect((await house.visit().get('/staff/quarter.csv')).status).toBe(401)
  })
})

test('a quarter that is not over, and a line that is none, are not found', async () => {
  for (const query of ['quarter=2027-Q1', 'quarter=2026', 'line=none']) {
    expect((await visitor('coordinator').get(`/staff/quarter?${query}`)).status).toBe(404)
  }
})

test('what was counted stays when the people are erased', async () => {
  const before = await house.db.usageCount.findMany({ where: { month: '2026-Q4' } })
  await house.db.person.deleteMany()
  expect(await house.db.intake.count()).toBe(0)
  expect(await house.db.usageCount.findMany({ where: { month: '2026-Q4' } })).toEqual(before)
})
