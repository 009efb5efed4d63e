import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

const DAY = 86_400_000
let house: House
let chief: Visitor & { id: string }
beforeAll(async () => {
  house = await openHouse()
  const role = { role: 'administrator', centres: [], body: null } as const
  chief = await house.signedIn({ email: 'chief@rsc.example', ...role })
})
afterAll(() => house.stop())

const wanted = {
  ...{ name: 'Fachverfahren', role: 'lead', body: 'drk' },
  ...{ 'centre-hochfeld': 'on', until: '2026-12-31' },
}

async function made(change: Record<string, string> = {}) {
  await chief.get('/staff/admin/tokens')
  const id = house.deps.newId()
  const { text } = await chief.post('/staff/admin/tokens', { ...wanted, id, ...change })
  return /class="key">(lotse_[^<]+)</.exec(text)?.[1] ?? ''
}

const ask = async (token: string, path = '/api/v1/intakes') =>
  (await house.app.request(path, { headers: { Authorization: `Bearer ${token}` } })).status

const idOf = (token: string) => token.split('_')[1] ?? ''

test('a token is shown once, reads what its role may, and is written down', async () => {
  const token = await made()
  expect(await ask(token)).toBe(200)
  const { text } = await chief.get('/staff/admin/tokens')
  expect(text).toContain('Fachverfahren')
  expect(text).not.toContain(token.split('_')[2])
  expect(JSON.stringify(await house.db.apiToken.findMany())).not.toContain(token.split('_')[2])
  const rows = await house.db.audit.findMany({ where: { subject: idOf(token) } })
  expect(rows).toMatchObject([{ action: 'create-token', outcome: 'done', staffId: chief.id }])
})

test('when it was last used is told to the hour', async () => {
  const token = await made()
  const used = async () =>
    (await house.db.apiToken.findUniqueOrThrow({ where: { id: idOf(token) } })).usedAt
  expect(await used()).toBeNull()
  await ask(token)
  const first = await used()
  expect(first).toBe(new Date(house.clock.at).toISOString())
  house.clock.at += 59 * 60_000
  await ask(token)
  expect(await used()).toBe(first)
  house.clock.at += 60_000
  await ask(token)
  expect(await used()).not.toBe(first)
})

test('it ends with its last day, and the list says so', async () => {
  const before = house.clock.at
  const token = await made({ until: '2026-11-23' })
  house.clock.at = Date.parse('2026-11-23T22:59:59Z')
  expect(await ask(token)).toBe(200)
  house.clock.at += 1000
  expect(await ask(token)).toBe(401)
  expect((await chief.get('/staff/admin/tokens')).text).toContain('abgelaufen am 23.11.2026')
  house.clock.at = before
})

test('it can be revoked at once, and once', async () => {
  const token = await made()
  const path = `/staff/admin/tokens/${idOf(token)}/revoke`
  expect((await chief.post(path, {})).location).toBe('/staff/admin/tokens?said=token-ended#done')
  expect(await ask(token)).toBe(401)
  expect((await chief.post(path, {})).status).toBe(404)
  const rows = await house.db.audit.findMany({ where: { action: 'revoke-token' } })
  expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'refused'])
})

test.each([
  [{ name: '' }, 'Namen'],
  [{ name: 'x'.repeat(500) }, 'höchstens 100 Zeichen'],
  [{ role: 'administrator' }, 'Angaben'],
  [{ body: '' }, 'immer zu einem Träger'],
  [{ role: 'counsellor', 'centre-hochfeld': '', 'centre-nowhere': 'on' }, 'Angaben'],
  [{ until: '' }, 'zwei Jahren'],
  [{ until: '2026-11-01' }, 'zwei Jahren'],
  [{ until: '2036-11-01' }, 'zwei Jahren'],
])('a token with %j is refused', async (change, why) => {
  await chief.get('/staff/admin/tokens')
  const before = await house.db.apiToken.count()
  const id = 'drawn-token'
  const answer = await chief.post('/staff/admin/tokens', { ...wanted, id, ...change })
  expect(answer.status).toBe(400)
  expect(answer.text).toContain(why)
  expect(await house.db.apiToken.count()).toBe(before)
})

test('a year is proposed', async () => {
  await made({ until: '2027-11-22' })
  expect((await chief.get('/staff/admin/tokens')).text).toContain('>22.11.2027<')
  house.clock.at += DAY
  expect((await chief.get('/staff/admin/tokens')).text).toContain('value="2027-11-23"')
  house.clock.at -= DAY
})
