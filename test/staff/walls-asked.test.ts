// The wall between carriers, asked by what one types: parameters, search, closing hours, polls, feeds, figures, machines.
// One carrier has the case; a colleague and a lead of another at the same centre ask for it in every way there is.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dateOf } from '../../src/domain/calendar/wall-clock.ts'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { cityWith, poolOf } from '../support/interpreting.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

const SECRETS = ['WALLALIAS', 'WALLNOTE', '99887766', 'WALLWORDS', 'Cem Fremd', 'Duldung']
const CENTRE = 'hochfeld'

let house: House
let guest: Awaited<ReturnType<typeof guestBooks>>
let seat: string
let day: string
let cem: Visitor
const others = new Map<string, { visitor: Visitor; token: string }>()
beforeAll(async () => {
  house = await openHouse(cityWith([poolOf()]))
  guest = await guestBooks(house, { language: 'kmr', body: null })
  const { seal } = await createSeal(house.dataKey)
  const row = await house.db.intake.findFirstOrThrow({ where: { id: guest.id } })
  const kept = JSON.parse(row.talk) as { answers: object }
  await house.db.intake.update({
    where: { id: guest.id },
    data: {
      talk: JSON.stringify({ ...kept, answers: { ...kept.answers, document: 'duldung' } }),
      sealed: await seal(
        JSON.stringify({ alias: 'WALLALIAS', note: 'WALLNOTE', phone: '0203 99887766' }),
      ),
      ...{ hasPhone: true, callBack: 'phone' },
    },
  })
  const booking = await house.db.booking.findFirstOrThrow({ where: { id: guest.booking } })
  ;[seat, day] = [booking.startsAt, dateOf(Date.parse(booking.startsAt))]
  cem = await house.signedIn({ email: 'cem@rsc.example', name: 'Cem Fremd', body: 'caritas' })
  const at = `/staff/intakes/${guest.id}`
  await cem.get(at)
  await cem.post(`${at}/take`, { from: '' })
  await cem.get(at)
  await cem.post(`${at}/notes`, { id: 'note-0001', text: 'WALLWORDS' })
  await cem.post(`${at}/refer`, { id: 'referral-0001', target: 'jobcenter' })
  const { text } = await cem.get('/staff/interpreting')
  const number = /name="number" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const ask = { number, ask: 'phone telephone', state: 'ordered' }
  await cem.post(`/staff/bookings/${guest.booking}/interpreter`, ask)
  // A message that did not arrive is a line in a list of the centre.
  await house.db.outbox.updateMany({ data: { status: 'dead', doneAt: seat } })
  for (const role of ['counsellor', 'lead'] as const) {
    const scope = { role, body: 'drk', centres: [CENTRE] }
    const visitor = await house.signedIn({ ...scope, email: `${role}@rsc.example`, name: role })
    others.set(role, { visitor, token: await makeToken(house.deps, { ...scope, name: role }) })
  }
}, 120_000)
afterAll(() => house.stop())

/** Nothing of the person or of whoever has them; by their code or id only what was typed to ask for it. */
function tellsNothing(text: string, at: string) {
  for (const secret of SECRETS) expect(text, at).not.toContain(secret)
  for (const name of [guest.id, guest.ref])
    if (!at.includes(name)) expect(text, at).not.toContain(name)
  expect(text, at).not.toContain(`/intakes/${guest.id}"`)
}

test('whoever has it finds it', async () => {
  expect(await house.db.interpreterOrder.count()).toBe(1)
  expect(await house.db.outbox.count({ where: { status: 'dead' } })).toBeGreaterThan(0)
  const { text } = await cem.get(`/staff/intakes/${guest.id}`)
  for (const said of SECRETS) expect(text).toContain(said)
})

test.each(['counsellor', 'lead'])(
  'a %s of another carrier learns nothing by what they ask',
  async (role) => {
    const { visitor } = others.get(role) ?? { visitor: cem }
    const asked = [
      ...[`audit?ref=${guest.ref}`, `audit?ref=${guest.ref}&day=${dateOf(house.clock.at)}&who=cem`],
      ...['', '.csv'].flatMap((csv) => [
        `intakes${csv}?box=all&status=all`,
        `intakes${csv}?status=all&q=${guest.ref}`,
        `intakes${csv}?status=all&found=${guest.id}`,
        `intakes${csv}?centre=${CENTRE}&language=kmr&topic=housing&day=${day}`,
      ]),
      ...['reached', 'all', 'new', 'mine'].map((box) => `calls?box=${box}`),
      ...[`week?centre=${CENTRE}&from=${day}`, `week?centre=${CENTRE}&day=${day}&for=${guest.id}`],
      ...[
        'interpreting',
        'interpreting/sheet',
        'interpreting/orders.csv',
        'undelivered',
        'account',
      ],
      ...[`callers?centre=${CENTRE}`, `closures?date=${day}`, `posters/${CENTRE}`],
      ...['utilisation', 'utilisation.csv', 'utilisation.json'].flatMap((path) => [
        `${path}?centre=${CENTRE}`,
        `${path}?centre=${CENTRE}&table=weeks&body=caritas`,
      ]),
    ]
    for (const path of asked) {
      const { status, text } = await visitor.get(`/staff/${path}`)
      expect(status, path).toBeLessThan(500)
      tellsNothing(text, path)
      if (path.startsWith('audit')) expect(text).not.toContain('Anfrage übernommen')
    }
    for (const path of ['', '/intakes', '/calls', '/week', `/intakes/${guest.id}`]) {
      const { text } = await visitor.get(`/staff${path}`, { 'lotse-live': '1' })
      tellsNothing(text, `live ${path}`)
    }
    for (const find of [guest.ref, 'WALLALIAS', guest.id]) {
      const { text, location } = await visitor.post('/staff/find', { find })
      for (const secret of SECRETS.filter((one) => one !== find)) expect(text).not.toContain(secret)
      expect(text.includes(`/intakes/${guest.id}`) || location?.includes(guest.id)).toBeFalsy()
    }
    await visitor.get('/staff/closures')
    const closing = { centre: CENTRE, date: day, reason: 'x' }
    tellsNothing((await visitor.post('/staff/closures/check', closing)).text, 'closing')
  },
)

test.each(['counsellor', 'lead'])(
  'the calendar of a %s of another carrier has a taken seat at most',
  async (role) => {
    const { visitor } = others.get(role) ?? { visitor: cem }
    for (const which of ['own', `at-${CENTRE}`]) {
      await visitor.get('/staff/account')
      const made = await visitor.post('/staff/account/calendars', { which, detail: 'full' })
      const address = /id="address"[^>]*value="([^"]+)"/.exec(made.text)?.[1]
      // The whole centre's is for leads.
      if (role === 'counsellor' && which !== 'own') {
        expect(made.status).toBe(404)
        continue
      }
      expect(address, which).toBeDefined()
      const { pathname } = new URL(address ?? '')
      const env = { incoming: { socket: { remoteAddress: '198.51.100.9' } } }
      const feed = await house.app.request(pathname, {}, env)
      expect(feed.status).toBe(200)
      tellsNothing(await feed.text(), `feed ${which}`)
    }
  },
)

test('a lead is told no figure of another carrier, whoever they name', async () => {
  const { visitor } = others.get('lead') ?? { visitor: cem }
  for (const path of ['quarter', 'quarter.csv']) {
    expect((await visitor.get(`/staff/${path}?body=caritas`)).status).toBe(404)
    const { status, text } = await visitor.get(`/staff/${path}`)
    expect(status).toBe(200)
    expect(text).not.toContain('Caritas')
  }
})

test.each(['counsellor', 'lead'])(
  'a machine with the rights of a %s of another carrier learns nothing',
  async (role) => {
    const { token } = others.get(role) ?? { token: '' }
    const until = new Date(Date.parse(seat) + 86_400_000).toISOString()
    const from = new Date(Date.parse(seat) - 86_400_000).toISOString()
    const asked = [
      'intakes?updatedSince=2026-01-01T00:00:00.000Z',
      ...['open', 'taken', 'laid-aside', 'done'].map((care) => `intakes?care=${care}`),
      `intakes?centre=${CENTRE}&topic=housing&language=kmr&urgency=green`,
      ...['', '/case-sheet', '/voice/x'].map((end) => `intakes/${guest.id}${end}`),
      `appointments?from=${from}&until=${until}`,
      `utilisation?centre=${CENTRE}`,
    ]
    for (const path of asked) {
      const headers = { Authorization: `Bearer ${token}` }
      const answer = await house.app.request(`/api/v1/${path}`, { headers })
      const text = await answer.text()
      expect(answer.status, path).toBeLessThan(500)
      if (answer.status === 200) tellsNothing(text, path)
    }
  },
)

test('what other systems are told by webhook names neither person nor colleague', async () => {
  const told = await house.deps.store.webhooks.intake(guest.id)
  const seatTold = await house.deps.store.webhooks.appointment(guest.booking)
  const text = JSON.stringify([told?.data, seatTold?.data])
  for (const secret of SECRETS) expect(text).not.toContain(secret)
})
