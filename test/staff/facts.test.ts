// Administrators enter what people have to be told; it stands in the pages at once.

import { afterEach, expect, test } from 'vitest'
import { launchLacks } from '../../src/domain/profile/launch.ts'
import { currentCity } from '../../src/flows/city.ts'
import { checks, confirms } from '../support/filled-form.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { withFacts } from '../support/with-facts.ts'

let house: House
afterEach(() => house.stop())

const administrator = () =>
  house.signedIn({ email: 'it@city.example', role: 'administrator', centres: [], body: null })
const page = async (path: string) =>
  (await (await house.app.request(path)).text()).replace(/\s+/g, ' ')

type Admin = Awaited<ReturnType<typeof administrator>>

/** Sends the form as it stands with what is typed into it, and makes the change. */
async function enters(admin: Admin, path: string, typed: Record<string, string>) {
  const checked = await checks(admin, `/staff${path}`, typed)
  return checked.status === 200 ? await confirms(admin, `/staff${path}`, checked.text) : checked
}

test('a controller is entered for a centre and for a body, and people read it', async () => {
  house = await openHouse()
  const admin = await administrator()
  const done = await enters(admin, '/admin/facts/centres/hamborn', {
    name: 'Stadt Muster',
    contact: 'Burgplatz 1',
    dataProtectionOfficer: 'dsb@stadt.example',
    supervisoryAuthority: 'LDI NRW',
    law: 'DSGVO',
    'status.confirmed': 'yes',
  })
  expect(done.location).toBe('/staff/admin/facts?done')
  const { profile } = await currentCity(house.deps)
  expect(profile.centres.find(({ id }) => id === 'hamborn')?.controller).toEqual({
    name: 'Stadt Muster',
    contact: 'Burgplatz 1',
    dataProtectionOfficer: 'dsb@stadt.example',
    supervisoryAuthority: 'LDI NRW',
    law: 'DSGVO',
    status: { confirmed: true },
  })
  await enters(admin, '/admin/facts/bodies/grafschafter-diakonie', {
    contact: 'Duisburger Straße 172',
  })
  house.clock.at += 61_000
  const said = await page('/privacy?lang=tr')
  expect(said).toContain('Stadt Muster')
  expect(said).toContain('Duisburger Straße 172')
})

test('carriers that are ticked at a centre answer for it, and hint, list and launch say the same', async () => {
  house = await openHouse()
  const admin = await administrator()
  const facts = { contact: 'Burgplatz 1', dataProtectionOfficer: 'dsb@x.example' }
  const law = { supervisoryAuthority: 'LDI NRW', law: 'DSGVO' }
  const lacks = async () => launchLacks((await currentCity(house.deps)).profile)
  const rowOf = async (name: string) => {
    const list = (await admin.get('/staff/admin/facts')).text.replace(/\s+/g, ' ')
    return new RegExp(`<bdi>${name}</bdi></a></th><td[^>]*>([^<]*)`).exec(list)?.[1]
  }
  for (const { id } of (await currentCity(house.deps)).profile.bodies ?? []) {
    await enters(admin, `/admin/facts/bodies/${id}`, { name: `Träger ${id}`, ...facts, ...law })
  }
  const centre = (await currentCity(house.deps)).profile.centres.find(({ id }) => id === 'hamborn')
  expect(await rowOf(centre?.name ?? '')).not.toBe('vollständig')
  expect((await admin.get('/staff/admin/facts/centres/hamborn')).text).toContain('angekreuzt')
  for (const id of ['hamborn', 'hochfeld']) {
    const form = await admin.get(`/staff/admin/centres/${id}`)
    expect(form.text).toContain('name="bodies.drk"')
    const done = await enters(admin, `/admin/centres/${id}`, { 'bodies.drk': 'yes' })
    expect(done.location).toBe('/staff/admin/centres?done')
  }
  const { profile } = await currentCity(house.deps)
  expect(profile.centres.find(({ id }) => id === 'hamborn')?.bodies).toEqual(['drk'])
  for (const { name } of profile.centres) expect(await rowOf(name)).toBe('vollständig')
  expect((await lacks()).map(({ what }) => what)).toEqual(['imprint'])
  // As a profile that was imported, where a carrier stands without an address.
  const without = profile.bodies?.map(
    ({ controller: { contact: _, ...rest } = { name: '' }, ...body }) => ({
      ...body,
      controller: rest,
    }),
  )
  const stored = JSON.stringify({ ...profile, bodies: without })
  await house.db.city.updateMany({ data: { profile: stored, version: { increment: 1 } } })
  expect(await rowOf(centre?.name ?? '')).not.toBe('vollständig')
  expect((await lacks()).map(({ what }) => what)).toContain('controller')
})

test('where people come, the last carrier that answers is not unticked', async () => {
  house = await openHouse()
  const city = await house.db.city.findFirstOrThrow()
  const profile = JSON.stringify(withFacts(JSON.parse(city.profile)))
  await house.db.city.updateMany({ data: { profile, version: { increment: 1 } } })
  const admin = await administrator()
  const { centres } = (await currentCity(house.deps)).profile
  const run = centres.find(({ bodies, controller }) => bodies?.length && !controller)
  const none = Object.fromEntries((run?.bodies ?? []).map((id) => [`bodies.${id}`, '']))
  const refused = await checks(admin, `/staff/admin/centres/${run?.id}`, none)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('mindestens ein Träger angekreuzt')
})

test('imprint, recipients and the declaration, with none said on purpose', async () => {
  house = await openHouse()
  const admin = await administrator()
  await enters(admin, '/admin/facts/imprint', {
    name: 'Stadt Muster',
    address: 'Burgplatz 1',
    representedBy: 'Der Oberbürgermeister',
    mail: 'info@stadt.example',
  })
  await enters(admin, '/admin/facts/data', {
    'recipients-none': 'yes',
    outsideEu: 'Firma X\nFirma Y',
  })
  await enters(admin, '/admin/facts/accessibility', {
    responsible: 'Stadt Muster',
    'contact.mail': 'b@stadt.example',
  })
  const { profile } = await currentCity(house.deps)
  expect(profile.imprint).toMatchObject({ representedBy: 'Der Oberbürgermeister' })
  expect(profile.dataProtection).toEqual({ recipients: [], outsideEu: ['Firma X', 'Firma Y'] })
  expect(profile.accessibility).toMatchObject({
    responsible: 'Stadt Muster',
    contact: { mail: 'b@stadt.example' },
    enforcement: { mail: 'ombudsstelle-barrierefreie-it@mags.nrw.de' },
  })
  house.clock.at += 61_000
  expect(await page('/imprint?lang=ar')).toContain('Der Oberbürgermeister')
  expect(await page('/privacy?lang=de')).toContain('Sonst bekommt niemand Ihre Daten.')
})

test('a fault stands at its field, and what was typed stays', async () => {
  house = await openHouse()
  const admin = await administrator()
  const { status, text } = await enters(admin, '/admin/facts/imprint', {
    name: 'Stadt',
    mail: 'keine',
  })
  expect(status).toBe(422)
  expect(text).toContain('id="fault-mail"')
  expect(text).toContain('value="keine"')
  expect(text).toContain('value="Stadt"')
  const nameless = await enters(admin, '/admin/facts/bodies/drk', { name: '' })
  expect(nameless.status).toBe(422)
  expect(nameless.text).toContain('id="fault-name"')
})

test('where people come already, what they must be told is not taken away', async () => {
  house = await openHouse(withFacts())
  const admin = await administrator()
  const { status, text } = await enters(admin, '/admin/facts/bodies/grafschafter-diakonie', {
    dataProtectionOfficer: '',
  })
  expect(status).toBe(422)
  expect(text).toContain('Lotse läuft mit echten Menschen')
  expect(text).toContain('id="fault-dataProtectionOfficer"')
  expect(text).not.toContain('id="fault-name"')
  expect(
    (
      await enters(admin, '/admin/facts/centres/hamborn', {
        name: '',
        contact: '',
        dataProtectionOfficer: '',
        supervisoryAuthority: '',
      })
    ).status,
  ).toBe(422)
})

test('the list says what is open, and its links lead somewhere', async () => {
  house = await openHouse()
  const admin = await administrator()
  const { text } = await admin.get('/staff/admin/facts')
  expect(text).toContain('Anschrift, Telefon oder E-Mail · Datenschutzbeauftragte')
  for (const [, href = ''] of text.matchAll(/href="(\/staff\/admin\/facts\/[^"]+)"/g)) {
    expect((await admin.get(href)).status, href).toBe(200)
  }
  expect((await admin.get('/staff/admin/facts/bodies/nobody')).status).toBe(404)
  // Every page of the desk leads to what is said of it.
  for (const path of ['/imprint', '/privacy', '/accessibility'])
    expect(text).toContain(`href="${path}?lang=de"`)
})

test.each(['counsellor', 'lead', 'coordinator', 'volunteer', 'data-protection'] as const)(
  'a %s enters none of it',
  async (role) => {
    house = await openHouse()
    const other = await house.signedIn({ email: `${role}@rsc.example`, role })
    expect((await other.get('/staff/admin/facts')).status).toBe(403)
    expect((await other.get('/staff/admin/facts/imprint')).status).toBe(403)
    expect((await other.post('/staff/admin/facts/imprint', { name: 'x' })).status).toBe(403)
    expect((await house.visit().get('/staff/admin/facts')).status).toBe(401)
  },
)

test('a trial says so on every page of the desk, in the chat and on the pages', async () => {
  house = await openHouse(undefined, { TRIAL: 'yes' })
  const admin = await administrator()
  expect((await admin.get('/staff/open')).text).toContain('Probe ohne echte Menschen')
  expect((await house.visit().get('/staff')).text).toContain('Probe ohne echte Menschen')
  for (const [language, said] of [
    ['de', 'Das ist ein Test.'],
    ['ckb', 'ئەمە تەنها تاقیکردنەوەیە.'],
  ] as const) {
    const text = await page(`/?lang=${language}`)
    expect(text.split(said)).toHaveLength(2)
  }
})

test.each([
  ['/admin/facts/imprint', 'phone'],
  ['/admin/facts/accessibility', 'contact.phone'],
])('a number nobody could be reached by is refused at its field in %s', async (path, field) => {
  house = await openHouse(withFacts())
  const admin = await administrator()
  for (const typed of ['0203 1', 'abends', '94065358']) {
    const { status, text } = await enters(admin, path, { [field]: typed })
    expect(status).toBe(422)
    expect(text).toContain('Bitte eine ganze Telefonnummer mit Vorwahl')
  }
  for (const typed of ['0203 283-0 (Zentrale)', '+49 203 2830', '115']) {
    expect((await enters(admin, path, { [field]: typed })).location).toBe('/staff/admin/facts?done')
  }
})

test('a number that stood there before keeps nobody from changing something else', async () => {
  const city = withFacts()
  house = await openHouse({ ...city, imprint: { ...city.imprint, name: 'Stadt', phone: '0203 1' } })
  const admin = await administrator()
  const done = await enters(admin, '/admin/facts/imprint', {
    representedBy: 'die Oberbürgermeisterin',
  })
  expect(done.location).toBe('/staff/admin/facts?done')
})
