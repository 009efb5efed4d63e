import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordSchema } from '../../src/domain/questionnaire/record.ts'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

/** A guest whose topic suggests SGB III, and Anna before the record. */
async function atRecord() {
  const guest = await guestBooks(house, { topic: 'work' })
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  const path = `/staff/intakes/${guest.id}`
  const judge = (rechtskreis: string, verdict: string) =>
    anna.post(`${path}/rechtskreis`, { rechtskreis, verdict })
  await anna.get(path)
  return { guest, anna, path, judge }
}

test('a Rechtskreis is only a suggestion until somebody has confirmed it', async () => {
  const { guest, anna, path, judge } = await atRecord()
  const before = (await anna.get(path)).text
  expect(before).toContain('<strong>SGB III</strong> – wegen der Angabe: Arbeit')
  expect(before).toContain('nur ein Vorschlag')
  expect((await judge('SGB III', 'confirmed')).status).toBe(303)
  const after = (await anna.get(path)).text
  expect(after).toContain('bestätigt von Anna Test am 22.11.2026, 09:00')
  expect(after).not.toContain('nur ein Vorschlag')
  const log = await house.db.audit.findMany({ where: { action: 'rechtskreis-confirmed' } })
  expect(log).toMatchObject([{ subject: guest.id, staffId: anna.id, outcome: 'done' }])
})

test('a suggestion is dismissed, another one chosen, and both can be taken back', async () => {
  const { anna, path, judge } = await atRecord()
  await judge('SGB III', 'dismissed')
  await judge('SGB II', 'confirmed')
  const { text } = await anna.get(path)
  expect(text).toContain('verworfen von Anna Test')
  expect(text).toContain('<strong>SGB II</strong> – von der Beratung ergänzt')
  await judge('SGB III', 'confirmed')
  await judge('SGB II', 'dismissed')
  const rows = await house.db.finding.findMany({ orderBy: { rechtskreis: 'asc' } })
  expect(rows.map(({ rechtskreis, verdict }) => `${rechtskreis} ${verdict}`)).toEqual([
    'SGB II dismissed',
    'SGB III confirmed',
  ])
})

test.each([
  ['SGB IX', 'confirmed'],
  ['', 'confirmed'],
  ['SGB II', 'maybe'],
  ['constructor', 'dismissed'],
])('%s as %s is refused', async (rechtskreis, verdict) => {
  const { judge } = await atRecord()
  expect((await judge(rechtskreis, verdict)).status).toBe(409)
  expect(await house.db.finding.count()).toBe(0)
})

test('what was found is in the JSON and the API, with who and when', async () => {
  const { guest, anna, path, judge } = await atRecord()
  await judge('SGB III', 'confirmed')
  const found = [
    {
      rechtskreis: 'SGB III',
      verdict: 'confirmed',
      by: 'Anna Test',
      at: '2026-11-22T08:00:00.000Z',
    },
  ]
  const saved = recordSchema.parse(JSON.parse((await anna.get(`${path}/record.json`)).text))
  expect(saved.rechtskreise).toEqual(found)
  expect(saved.suggestedRechtskreise).toMatchObject([{ rechtskreis: 'SGB III' }])
  const bearer = await makeToken(house.deps, {
    name: 'case system',
    role: 'counsellor',
    centres: ['hochfeld'],
    body: 'drk',
  })
  const answer = await house.app.request(`/api/v1/intakes/${guest.id}`, {
    headers: { Authorization: `Bearer ${bearer}` },
  })
  expect(recordSchema.parse(await answer.json()).rechtskreise).toEqual(found)
})

test('it goes with the request', async () => {
  const { anna, path, judge } = await atRecord()
  await judge('SGB III', 'confirmed')
  await anna.post(`${path}/erase`, {})
  expect(await house.db.finding.count()).toBe(0)
})
