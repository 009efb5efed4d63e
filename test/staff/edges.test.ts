// Values nobody types: days past the calendar, numbers past every clock, words where an id belongs.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
let guest: Awaited<ReturnType<typeof guestBooks>>
let lead: Visitor & { id: string }
beforeAll(async () => {
  house = await openHouse()
  guest = await guestBooks(house)
  lead = await house.signedIn({ email: 'lead@rsc.example', role: 'lead' })
})
afterAll(() => house.stop())

const PAST_EVERY_CLOCK = '9007199254740991'
const refused = () => house.db.audit.count({ where: { outcome: 'refused' } })

describe('a day or a number past the calendar is no fault', () => {
  test.each([
    '/staff?day=9999-12-31',
    '/staff?day=0000-01-01',
    '/staff/audit?day=9999-12-31',
    '/staff/audit?before=1e999',
    '/staff/audit?before=9e15',
    '/staff/audit?before=-1',
    '/staff/intakes?page=1e999',
  ])('at %s', async (path) => {
    expect((await lead.get(path)).status).toBe(200)
  })

  test.each([PAST_EVERY_CLOCK, `-${PAST_EVERY_CLOCK}`])('as the time %s', async (at) => {
    const path = `/staff/intakes/${guest.id}`
    await lead.get(path)
    const moved = await lead.post(`${path}/times`, { at, centre: 'hochfeld' })
    expect(moved.status).toBe(409)
    const caller = { urgent: 'no', topic: 'housing', language: 'fa', spoken: 'fa', door: 'staff' }
    const fields = { ...caller, id: 'caller-0001', at, centre: 'hochfeld' }
    expect([400, 409]).toContain((await lead.post('/staff/callers', fields)).status)
    const read = await lead.post(`${path}/replies/read`, { until: at })
    expect(read.status).toBe(409)
  })

  test.each([`[${PAST_EVERY_CLOCK},"a"]`, '[-9e15,"a"]'])('as the cursor %s', async (cursor) => {
    const wish = { name: 'case system', role: 'lead', centres: ['hochfeld'], body: 'drk' } as const
    const Authorization = `Bearer ${await makeToken(house.deps, wish)}`
    const path = `/api/v1/intakes?cursor=${btoa(cursor)}`
    expect((await house.app.request(path, { headers: { Authorization } })).status).toBe(200)
  })
})

describe('the audit', () => {
  const WORDS = 'Fatima Ahmadi, 0203 123456'

  test('keeps no words that somebody put where an id belongs', async () => {
    await lead.get('/staff/closures')
    const word = encodeURIComponent(WORDS)
    await lead.get(`/staff/posters/${word}`)
    await lead.post(`/staff/notices/${word}/end`, { kind: 'group' })
    await lead.post(`/staff/closures/${word}/reopen`, {})
    await lead.post('/staff/walk-ins', { id: 'walk-in-0001', centre: WORDS })
    const day = { date: '2026-12-01', reason: 'Fest' }
    await lead.post('/staff/closures/check', { ...day, centre: WORDS })
    const rows = await house.db.audit.findMany()
    expect(rows.filter(({ outcome }) => outcome === 'refused')).toHaveLength(5)
    expect(JSON.stringify(rows)).not.toContain('Fatima')
  })

  test.each(['', '.csv', '.json'])('notes who asks for another centre’s hours%s', async (kind) => {
    const before = await refused()
    const answer = await lead.get(`/staff/utilisation${kind}?centre=hamborn`)
    expect(answer.status).toBe(404)
    expect(await refused()).toBe(before + 1)
  })
})
