import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { ogg } from '../support/recordings.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const token = (body = 'drk', centres = ['hochfeld']) =>
  makeToken(house.deps, { name: 'case system', role: 'counsellor', centres, body })
const ask = (path: string, bearer: string, method = 'GET') =>
  house.app.request(`/api/v1${path}`, { method, headers: { Authorization: `Bearer ${bearer}` } })
type Page = { items: { id: string; care: { state: string } }[]; resume: string | null }
const since = async (at: number, bearer: string, more = ''): Promise<Page> =>
  (await ask(`/intakes?updatedSince=${new Date(at).toISOString()}${more}`, bearer)).json()
const listed = async (at: number, bearer: string) =>
  (await since(at, bearer)).items.map(({ id }) => id)
/** A minute later than all that was. */
const later = () => {
  house.clock.at += 60_000
  return house.clock.at
}

test('each change of a request lists it from its instant on, and nothing that has not changed', async () => {
  const still = await guestBooks(house)
  later()
  const one = await guestBooks(house)
  const path = `/staff/intakes/${one.id}`
  const bearer = await token()
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  await anna.get(path)
  const { store } = house.deps
  const row = await house.db.booking.findFirstOrThrow({ where: { id: one.booking } })
  const person = row.personId ?? ''
  const from = house.clock.at
  expect(await listed(from, bearer)).toEqual([one.id])
  expect(await listed(later(), bearer)).toEqual([])
  const press = (act: string, fields: Record<string, string>) => async () =>
    expect([act, (await anna.post(`${path}/${act}`, fields)).status]).toEqual([act, 303])
  const order = () => ({
    ...{ id: 'SM-1', booking: one.booking, centre: 'hochfeld', language: 'ckb', gender: null },
    ...{ pool: 'bureau', poolName: 'Büro', mode: 'video' as const, state: 'ordered' as const },
    ...{ startsAt: Date.parse(row.startsAt), endsAt: Date.parse(row.endsAt) },
    ...{ orderedAt: house.clock.at, changedAt: house.clock.at, changedBy: 'staff:s' },
  })
  const said = () => ({
    ...{ id: 'v1', request: one.id, personId: person, about: 'note', input: 'telegram:said' },
    ...{ type: 'audio/ogg' as const, seconds: 42, file: ogg(42) },
  })
  const how = { by: 'staff:s', tells: person }
  const acts = {
    taken: press('take', { from: '' }),
    'laid aside': press('follow-up', { on: '2026-11-30', line: 'Bescheid' }),
    'up again': press('follow-up/end', {}),
    done: press('status', { to: 'closed', appointment: 'keep' }),
    reopened: press('status', { to: 'in-care' }),
    found: press('rechtskreis', { rechtskreis: 'SGB II', verdict: 'confirmed' }),
    'found otherwise': press('rechtskreis', { rechtskreis: 'SGB II', verdict: 'dismissed' }),
    'given back': press('status', { to: 'new' }),
    said: () => store.voiceMessages.keep(said(), house.clock.at),
    ordered: () => store.interpreterOrders.add(order(), person),
    confirmed: () =>
      store.interpreterOrders.change(order(), ['ordered'], 'confirmed', how, house.clock.at),
    cancelled: () => one.user.sends('/cancel'),
  }
  for (const [name, act] of Object.entries(acts)) {
    const at = later()
    await act()
    expect([name, await listed(at, bearer)]).toEqual([name, [one.id]])
    expect([name, await listed(later(), bearer)]).toEqual([name, []])
  }
  // A note is not in the record.
  const at = later()
  await anna.post(`${path}/notes`, { id: 'noted-0001', text: 'Nur für uns' })
  expect(await listed(at, bearer)).toEqual([])
  expect(await listed(0, bearer)).toEqual([still.id, one.id])
})

test('a closed request that its day opens again has changed', async () => {
  const one = await guestBooks(house)
  const data = { status: 'closed', followUpOn: '2026-11-23' }
  await house.db.intake.update({ where: { id: one.id }, data })
  const bearer = await token()
  const at = later()
  expect(await listed(at, bearer)).toEqual([])
  expect(await house.deps.store.staff.followUps.reopen('2026-11-23', at)).toBe(1)
  expect(await listed(at, bearer)).toEqual([one.id])
})

test('what another carrier does is told by nothing that appears, and a hand-over to whom it goes', async () => {
  const one = await guestBooks(house)
  const path = `/staff/intakes/${one.id}`
  const [drk, caritas] = [await token(), await token('caritas')]
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  await house.signedIn({ email: 'cem@rsc.example', body: 'caritas' })
  await anna.get(path)
  let at = later()
  await anna.post(`${path}/status`, { to: 'closed', appointment: 'keep' })
  await anna.post(`${path}/status`, { to: 'in-care' })
  expect(await listed(0, caritas)).toEqual([])
  expect(await listed(at, drk)).toEqual([one.id])
  at = later()
  const to = { id: 'handed-0001', centre: 'hochfeld', body: 'caritas', why: 'agreed' }
  expect((await anna.post(`${path}/hand-over`, to)).status).toBe(303)
  expect(await listed(at, caritas)).toEqual([one.id])
  expect(await listed(0, drk)).toEqual([])
})

test('that a request rests which nobody has is no change that anybody hears of', async () => {
  const one = await guestBooks(house, { body: null, urgent: 'yes' })
  const { followUps } = house.deps.store.staff
  const at = later()
  await followUps.set(
    one.id,
    { on: '2026-12-01', line: '', staffId: 's' },
    { now: at, isTold: false },
  )
  await followUps.end(one.id, { now: at, isTold: false })
  expect(await listed(at, await token('caritas'))).toEqual([])
})

test('a list of changes is gone on with where it ended, and gives what changed again', async () => {
  const [first, second] = [await guestBooks(house), await guestBooks(house)]
  const bearer = await token()
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  later()
  await anna.get(`/staff/intakes/${first.id}`)
  await anna.post(`/staff/intakes/${first.id}/status`, { to: 'closed', appointment: 'keep' })
  const page = await since(0, bearer, '&limit=1')
  expect(page.items.map(({ id }) => id)).toEqual([second.id])
  const rest = await since(0, bearer, `&cursor=${page.resume}`)
  expect(rest.items).toMatchObject([{ id: first.id, care: { state: 'done' } }])
  expect((await since(0, bearer, `&cursor=${rest.resume}`)).items).toEqual([])
  later()
  await anna.get(`/staff/intakes/${second.id}`)
  await anna.post(`/staff/intakes/${second.id}/status`, { to: 'closed', appointment: 'keep' })
  const now = await since(0, bearer, `&cursor=${rest.resume}`)
  expect(now.items.map(({ id }) => id)).toEqual([second.id])
  expect((await ask('/intakes?updatedSince=gestern', bearer)).status).toBe(400)
})

test('whoever writes where there is only reading is told so, and a stranger nothing', async () => {
  const bearer = await token()
  for (const path of ['/intakes', '/intakes/x', '/appointments', '/utilisation', '/nothing']) {
    const answer = await ask(path, bearer, 'POST')
    expect([path, answer.status]).toEqual([path, 405])
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
    expect(await answer.json()).toEqual({ error: 'read-only' })
    expect((await ask(path, 'x', 'POST')).status).toBe(401)
  }
  expect((await ask('/nothing', bearer)).status).toBe(404)
})

test('a stretch of more than 92 days is refused by a code, not cut', async () => {
  const bearer = await token()
  const days = (until: string) =>
    ask(`/appointments?from=2026-11-01T00:00:00Z&until=${until}`, bearer)
  expect((await days('2027-02-01T00:00:00Z')).status).toBe(200)
  const long = await days('2027-02-01T00:00:00.001Z')
  expect(long.status).toBe(400)
  expect(await long.json()).toEqual({
    error: 'bad-request',
    faults: ['until: longer-than-92-days'],
  })
})
