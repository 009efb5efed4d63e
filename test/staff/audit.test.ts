// The audit of a city that lets leads and administrators look by member of staff (`staffOversight` on); what is there
// otherwise: oversight.test.ts.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { duisburg } from '../support/duisburg.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
let guest: Awaited<ReturnType<typeof guestBooks>>
let lead: Visitor & { id: string }
let anna: Visitor & { id: string }
let chief: Visitor & { id: string }
beforeAll(async () => {
  house = await openHouse({ ...duisburg(), staffOversight: 'on' })
  guest = await guestBooks(house)
  const admin = { role: 'administrator', centres: [], body: null } as const
  chief = await house.signedIn({ email: 'chief@rsc.example', name: 'Chief', ...admin })
  lead = await house.signedIn({ email: 'lead@rsc.example', name: 'Lea Leitung', role: 'lead' })
  anna = await house.signedIn({ email: 'anna@rsc.example', name: 'Anna Beraterin' })
  await anna.get(`/staff/intakes/${guest.id}`)
  const { endsAt } = await house.db.booking.findUniqueOrThrow({ where: { id: guest.booking } })
  const now = house.clock.at
  house.clock.at = Date.parse(endsAt) + 60_000
  const marked = await anna.post(`/staff/bookings/${guest.booking}/mark`, { to: 'missed' })
  expect(marked.status).toBe(303)
  house.clock.at = now
})
afterAll(() => house.stop())

/** The lines of the table, each as its cells joined by a bar. */
async function lines(visitor: Visitor, query = '') {
  const { status, text } = await visitor.get(`/staff/audit${query}`)
  expect(status).toBe(200)
  const rows = /<tbody>([\s\S]*)<\/tbody>/.exec(text)?.[1]?.split('</tr>') ?? []
  return rows
    .map((row) => [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)])
    .filter((cells) => cells.length > 0)
    .map((cells) => cells.map(([, cell]) => (cell ?? '').replace(/<[^>]*>/g, '').trim()).join('|'))
}

test('a lead sees who did what to which request, and nothing of what it says', async () => {
  const seen = await lines(lead)
  expect(seen).toContain(`22.11.2026, 09:00|Anna Beraterin|Anfrage angesehen|${guest.ref}|Hochfeld`)
  const marked = seen.find((line) => line.includes('Erscheinen vermerkt'))
  expect(marked).toContain(guest.ref)
  const { text } = await lead.get('/staff/audit')
  for (const content of ['Wohnung', 'wohnen', '203.0.113.7']) expect(text).not.toContain(content)
})

test('a lead of another centre sees none of it, whatever they ask for', async () => {
  const other = await house.signedIn({
    email: 'other@rsc.example',
    role: 'lead',
    centres: ['hamborn'],
  })
  for (const query of ['', `?ref=${guest.ref}`, `?who=${anna.id}`, '?day=2026-11-22']) {
    const { text } = await other.get(`/staff/audit${query}`)
    expect(text).not.toContain('Anna Beraterin')
    expect(text).not.toContain(`>${guest.ref}<`)
  }
})

test('administrators see every line, also those of no centre, and no address', async () => {
  await chief.get('/staff/admin/staff')
  await chief.post(`/staff/admin/staff/${anna.id}/link`, {})
  const seen = await lines(chief)
  expect(seen).toContain('22.11.2026, 09:00|Chief|neuer Link|Anna Beraterin|–')
  expect(seen.join()).not.toContain('203.0.113.7')
  expect(seen.some((line) => line.includes('Anfrage angesehen'))).toBe(true)
  expect((await lines(lead)).some((line) => line.includes('neuer Link'))).toBe(false)
})

test.each([
  ['code', () => `?ref=${guest.ref.toLowerCase()}`, (line: string) => line.includes(guest.ref)],
  ['person', () => `?who=${anna.id}`, (line: string) => line.includes('|Anna Beraterin|')],
  ['day', () => '?day=2026-11-22', (line: string) => line.startsWith('22.11.2026')],
])('the list is narrowed by %s', async (_, query, fits) => {
  const seen = await lines(chief, query())
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.filter((line) => !fits(line))).toEqual([])
})

test.each(['?ref=HO-0000', '?day=2026-11-21'])('%s finds nothing and says so', async (query) => {
  expect(await lines(chief, query)).toEqual([])
  expect((await chief.get(`/staff/audit${query}`)).text).toContain('nichts protokolliert')
})

test('what was refused is marked', async () => {
  await chief.get('/staff/intakes')
  const seen = await lines(chief)
  expect(seen.find((line) => line.includes('get /intakes'))).toContain('abgelehnt')
})

test('older lines are a page away, none twice and none left out', async () => {
  const entry = { staffId: anna.id, outcome: 'refused', subject: null, client: null } as const
  for (let step = 0; step < 70; step += 1) {
    const action = `get /step-${step}` as const
    await house.deps.store.staff.audit.add({
      ...entry,
      at: house.clock.at,
      action,
      centreId: 'hochfeld',
    })
  }
  const pages: string[] = []
  for (let query = `?who=${anna.id}`; query !== ''; ) {
    pages.push(...(await lines(lead, query)))
    const { text } = await lead.get(`/staff/audit${query}`)
    const next = /href="\/staff\/audit(\?[^"]*before=\d+)"/.exec(text)?.[1]
    query = next?.replaceAll('&amp;', '&') ?? ''
  }
  const steps = pages.flatMap((line) => /step-(\d+)/.exec(line)?.[1] ?? [])
  expect(steps).toEqual(Array.from({ length: 70 }, (_, index) => String(69 - index)))
})

test('it tells whether the chain holds, and from where it does not', async () => {
  const { text } = await lead.get('/staff/audit?check=1')
  expect(text).toContain('Die Kette ist lückenlos')
  const [second] = await house.db.audit.findMany({ orderBy: { id: 'asc' }, skip: 1, take: 1 })
  await house.db.$executeRawUnsafe('DROP TRIGGER "Audit_never_changes"')
  const sql = `UPDATE "Audit" SET "action" = 'other' WHERE "id" = ?`
  await house.db.$executeRawUnsafe(sql, second?.id)
  const broken = await lead.get('/staff/audit?check=1')
  expect(broken.text).toContain(`ab Zeile ${second?.id} gebrochen`)
  await house.db.$executeRawUnsafe(
    `CREATE TRIGGER "Audit_never_changes" BEFORE UPDATE ON "Audit" BEGIN
       SELECT RAISE(ABORT, 'the audit is append-only'); END`,
  )
})

test('whoever looks is written down, too, also where the look begins at an older page', async () => {
  const count = () => house.db.audit.count({ where: { action: 'see-audit', staffId: lead.id } })
  const before = await count()
  await lead.get('/staff/audit')
  expect(await count()).toBe(before + 1)
  await lead.get('/staff/audit?before=9007199254740990')
  expect(await count()).toBe(before + 2)
})
