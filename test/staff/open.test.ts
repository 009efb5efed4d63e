// The first page of an administrator: what is open, each point with the way to where it is mended.

import { afterEach, expect, test } from 'vitest'
import type { Profile } from '../../src/domain/profile/profile.ts'
import type { Frame } from '../../src/staff/frame/frame.ts'
import { wordsOf } from '../../src/staff/frame/words.ts'
import { openPage } from '../../src/staff/open/page.ts'
import { told } from '../../src/staff/open/told.ts'
import { duisburg } from '../support/duisburg.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
afterEach(() => house.stop())

const administrator = () =>
  house.signedIn({ email: 'it@city.example', role: 'administrator', centres: [], body: null })

/** What is open by what it is about, with where it leads. */
const pointsOf = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/<li class="entry"><h3><bdi>(.*?)<\/bdi><\/h3>([\s\S]*?)<\/li>/g)].map(
      ([, about = '', rest = '']) => [about, /href="([^"]+)"/.exec(rest)?.[1] ?? null],
    ),
  )

test('is where an administrator lands, and says for each point where it is mended', async () => {
  house = await openHouse()
  const admin = await administrator()
  expect((await admin.get('/staff')).location).toBe('/staff/open')
  const { status, text } = await admin.get('/staff/open')
  expect(status).toBe(200)
  const points = pointsOf(text)
  expect(points).toMatchObject({
    'RSC Hochfeld': '/staff/admin/centres/hochfeld',
    'Benachrichtigungen über neue Anfragen': '/staff/notices',
    'E-Mail': null,
    Sprachen: null,
  })
  expect(text).toContain('Zeiten nicht bestätigt')
  expect(text).not.toContain('Es ist nichts offen.')
  expect(text).toMatch(/Noch von niemandem geprüft[^<]*Sorani/)
  for (const href of Object.values(points)) {
    if (href) expect((await admin.get(href)).status, href).toBe(200)
  }
})

test('what presses comes first: a tick that stands still, messages and calls given up', async () => {
  house = await openHouse()
  const admin = await administrator()
  const at = new Date(house.clock.at - 3_600_000).toISOString()
  const message = { kind: 'reminder', payload: '{}', createdAt: at, dueAt: at }
  await house.db.outbox.createMany({
    data: [
      { ...message, key: 'waits' },
      { ...message, key: 'refused-1', status: 'failed', reason: 'refused-400', doneAt: at },
    ],
  })
  await house.db.webhook.createMany({
    data: { id: 'w', sealed: 'x', events: '[]', createdAt: at, createdBy: admin.id },
  })
  await house.db.webhookDelivery.createMany({
    data: { webhookId: 'w', event: 'e', subject: 's', status: 'dead', dueAt: at, createdAt: at },
  })
  const { text } = await admin.get('/staff/open')
  const pressing = text.slice(0, text.indexOf('Das fehlt noch'))
  expect(pointsOf(pressing)).toEqual({
    'Nachrichten gehen nicht hinaus': null,
    Webhooks: '/staff/admin/webhooks',
    'Nicht zugestellt': '/staff/undelivered',
  })
  expect(pressing).toContain('Seit 22.11.2026, 08:00 wartet')
  expect(pressing).toContain('Ein Aufruf wurde aufgegeben.')
})

test('what has been entered is not named', async () => {
  const city = duisburg()
  house = await openHouse({
    ...city,
    numbers: city.numbers.map((one) => ({ ...one, confirmed: true })),
    pages: { imprint: 'https://city.example/imprint', privacy: 'https://city.example/privacy' },
    interpreting: [],
  })
  const admin = await administrator()
  const { text } = await admin.get('/staff/open')
  expect(Object.keys(pointsOf(text))).not.toContain('Impressum')
  expect(Object.keys(pointsOf(text))).not.toContain('Nummern für Gefahr')
  // Nothing open at all is said.
  const frame = { words: wordsOf('de') } as Frame
  const nothing = String(await openPage(frame, { pressing: [], toEnter: [] }, house.clock.at))
  expect(nothing).toContain('Es ist nichts offen.')
  expect(text).not.toContain('Es ist nichts offen.')
})

test.each(['counsellor', 'lead', 'coordinator', 'volunteer', 'data-protection'] as const)(
  'is none of a %s',
  async (role) => {
    house = await openHouse()
    const other = await house.signedIn({ email: `${role}@rsc.example`, role })
    expect((await other.get('/staff/open')).status).toBe(403)
    expect((await other.get('/staff')).text).not.toContain('/staff/open')
    expect((await house.visit().get('/staff/open')).status).toBe(401)
  },
)

test('a declaration that is a year old is to be looked through again, on the page and for release-check', async () => {
  const accessibility: Profile['accessibility'] = {
    responsible: 'Stadt Duisburg',
    contact: { mail: 'barrierefrei@city.example' },
    declaredOn: '2025-11-23',
    assessedBy: 'self',
    conformance: 'full',
    enforcement: { name: 'Ombudsstelle' },
  }
  // The clock of the tests stands at 22 November 2026.
  house = await openHouse({ ...duisburg(), accessibility })
  const admin = await administrator()
  const about = 'Barrierefreiheit'
  expect(pointsOf((await admin.get('/staff/open')).text)).not.toHaveProperty(about)
  house.clock.at += 86_400_000
  // Nobody is signed in for a whole day.
  const next = { email: 'b@city.example', role: 'administrator', centres: [], body: null } as const
  const { text } = await (await house.signedIn(next)).get('/staff/open')
  expect(pointsOf(text)[about]).toBe('/staff/admin/facts/accessibility')
  expect(text).toContain('ist vom 23.11.2025')
  const point = { what: 'declaration-old', day: '2025-11-23' } as const
  expect(told(wordsOf('en'), point).open).toContain('23.11.2025')
})
