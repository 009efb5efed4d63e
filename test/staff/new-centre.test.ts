import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { createActor } from '../support/actor.ts'
import { checks, confirms, faultsIn } from '../support/filled-form.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { withFacts } from '../support/with-facts.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const PATH = '/staff/admin/new-centre'
const administrator = () =>
  house.signedIn({ email: 'it@city.example', role: 'administrator', centres: [] })
const profileNow = async () =>
  JSON.parse((await house.db.city.findFirstOrThrow()).profile) as Profile

const WALSUM = {
  ...{ centre: 'walsum', letters: 'wa', name: 'RSC Walsum', short: 'Walsum' },
  ...{ address: 'Musterstraße 1, 47179 Duisburg', phones: '0203 112233', 'bodies.drk': 'yes' },
  ...{ 'openings.0.day2': 'yes', 'openings.0.opens': '10:00', 'openings.0.closes': '12:00' },
}

test('a centre is added from its first line, after a preview, and people can book there', async () => {
  const admin = await administrator()
  expect((await admin.get('/staff/admin/centres')).text).toContain(`href="${PATH}"`)
  const preview = await checks(admin, PATH, WALSUM)
  expect(preview.status).toBe(200)
  for (const said of ['RSC Walsum', 'walsum', 'WA', 'Dienstag 10:00–12:00', '0203 112233']) {
    expect(preview.text).toContain(said)
  }
  expect(preview.text).toContain('Kein gebuchter Termin ist betroffen.')
  expect((await profileNow()).centres).toHaveLength(3)

  expect((await confirms(admin, PATH, preview.text)).location).toBe('/staff/admin/centres?done')
  // Pressed twice, it is there once.
  expect((await confirms(admin, PATH, preview.text)).location).toBe('/staff/admin/centres?done')
  const { centres } = await profileNow()
  expect(centres).toHaveLength(4)
  expect(centres[3]).toMatchObject({
    ...{ id: 'walsum', code: 'WA', name: 'RSC Walsum', bodies: ['drk'] },
    ...{ phones: ['0203 112233'], hoursStatus: { confirmed: false } },
    openings: [{ repeat: { every: 'week', weekdays: [2] }, opens: '10:00', closes: '12:00' }],
  })
  expect((await admin.get('/staff/admin/centres')).text).toContain('/staff/admin/centres/walsum')
  const audited = await house.db.audit.findMany({ where: { action: 'edit-city' } })
  expect(audited.map(({ subject, outcome }) => [subject, outcome])).toContainEqual([
    ...['centres', 'done'],
  ])

  const user = createActor(house.world)
  const de = (key: string) => house.deps.i18n.t('de', { key }, 0)
  await user.sends('/start')
  await user.taps(de('lobby.language.own-name'))
  await user.taps(de('lobby.consent.button.agree'))
  await user.taps(de('questions.urgent.option.no'))
  await user.taps(de('questions.topics.option.housing'))
  await user.taps('Mitte')
  await user.tapsData(/an~spoken/)
  await user.taps(de('booking.times.button.more'))
  await user.taps(de('booking.times.button.centres'))
  await user.tapsData(/walsum/)
  await user.tapsData(/~tm~walsum/)
  await user.taps(de('booking.check.button.book'))
  const [booked] = await house.db.booking.findMany()
  expect(booked?.centreId).toBe('walsum')
})

test.each([
  ['a name for links that there is', { centre: 'hochfeld' }, 'centre'],
  ['one that is none', { centre: 'Walsum Süd' }, 'centre'],
  ['letters of another centre', { letters: 'HO' }, 'letters'],
  ['three letters', { letters: 'WAL' }, 'letters'],
  ['no name', { name: '' }, 'name'],
  ['a telephone that is none', { phones: 'ruf an' }, 'phones'],
  ['hours that end before they begin', { 'openings.0.closes': '09:00' }, 'openings.0.closes'],
])('%s is refused at its field, and nothing typed is lost', async (_case, wrong, field) => {
  const admin = await administrator()
  const refused = await checks(admin, PATH, { ...WALSUM, ...wrong })
  expect(refused.status).toBe(422)
  expect(faultsIn(refused.text)).toContain(field)
  expect(refused.text).toContain('Musterstraße 1, 47179 Duisburg')
  expect((await profileNow()).centres).toHaveLength(3)
})

test('somebody else may not, and a stranger is asked who they are', async () => {
  for (const role of ['lead', 'coordinator', 'counsellor'] as const) {
    const visitor = await house.signedIn({ email: `${role}@rsc.example`, role })
    expect((await visitor.get(PATH)).status, role).toBe(403)
    expect((await visitor.post(`${PATH}/check`, WALSUM)).status, role).toBe(403)
    expect((await visitor.post(PATH, WALSUM)).status, role).toBe(403)
  }
  expect((await house.visit().get(PATH)).status).toBe(401)
  expect((await profileNow()).centres).toHaveLength(3)
})

test('where people come, none is added of which nobody answers for the data', async () => {
  const city = await house.db.city.findFirstOrThrow()
  const profile = JSON.stringify(withFacts(JSON.parse(city.profile) as Profile))
  await house.db.city.updateMany({ data: { profile, version: { increment: 1 } } })
  const admin = await administrator()
  const { 'bodies.drk': _, ...nobody } = WALSUM
  const refused = await checks(admin, PATH, nobody)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Für diese Stelle fehlt, wer für die Daten verantwortlich ist.')
  expect(refused.text).toContain('value="walsum"')
  const missing = ['controller.contact', 'controller.dataProtectionOfficer', 'controller.name']
  expect(faultsIn(refused.text)).toEqual(missing)
  const answering = (JSON.parse(profile) as Profile).bodies?.find(({ controller }) => controller)
  const chosen = { ...nobody, [`bodies.${answering?.id}`]: 'yes' }
  expect((await checks(admin, PATH, chosen)).status).toBe(200)
})

test('where each centre has somebody of its own who answers, a new one brings them in the same form', async () => {
  const whole = withFacts()
  const city = {
    ...whole,
    bodies: whole.bodies?.map(({ controller: _, ...body }) => body),
    centres: whole.centres.map((centre) => ({
      ...centre,
      controller: { name: 'Stadt', contact: 'Burgplatz 1', dataProtectionOfficer: 'dsb@x.example' },
    })),
  }
  await house.db.city.updateMany({
    data: { profile: JSON.stringify(city), version: { increment: 1 } },
  })
  const admin = await administrator()
  const own = { 'controller.name': 'Verein Walsum', 'controller.contact': 'Musterstraße 1' }
  const officerless = await checks(admin, PATH, { ...WALSUM, ...own })
  expect(officerless.status).toBe(422)
  expect(faultsIn(officerless.text)).toEqual(['controller.dataProtectionOfficer'])
  const nameless = await checks(admin, PATH, { ...WALSUM, ...own, 'controller.name': '' })
  expect(faultsIn(nameless.text)).toEqual(['controller.name'])
  const said = { ...own, 'controller.dataProtectionOfficer': 'dsb@walsum.example' }
  const preview = await checks(admin, PATH, { ...WALSUM, ...said })
  expect(preview.status).toBe(200)
  expect(preview.text).toContain('dsb@walsum.example')
  await confirms(admin, PATH, preview.text)
  expect((await profileNow()).centres[3]?.controller).toEqual({
    ...{ name: 'Verein Walsum', contact: 'Musterstraße 1' },
    dataProtectionOfficer: 'dsb@walsum.example',
  })
  house.clock.at += 61_000
  expect(await (await house.app.request('/privacy?lang=de')).text()).toContain('Verein Walsum')
})
