// Administrators map records to case systems, and figures to what funders ask for.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { caseSystemsOf } from '../../src/domain/profile/case-systems.ts'
import { fundingLinesOf } from '../../src/domain/profile/funding.ts'
import { currentCity } from '../../src/flows/city.ts'
import { checks, confirms, faultsIn } from '../support/filled-form.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
let admin: Visitor
beforeEach(async () => {
  house = await openHouse()
  admin = await house.signedIn({ email: 'it@city.example', role: 'administrator', centres: [] })
})
afterEach(() => house.stop())

const LIST = '/staff/admin/mappings'
const NEW = `${LIST}/new-case-system`
const EASY = {
  ...{ key: 'easy', name: 'EasyCase' },
  rows: 'Mobilnummer | phone | TEL_1\n\nInhalt | topics\n Fremdschlüssel | reference | EXT_ID ',
}
const profileNow = async () => (await currentCity(house.deps)).profile

async function enters(path: string, fields: Record<string, string>) {
  const preview = await checks(admin, path, fields)
  expect(preview.status).toBe(200)
  expect((await confirms(admin, path, preview.text)).location).toBe(`${LIST}?done`)
  return preview.text
}

test('a case system begins with all that Lotse has, and its names and order are those of the sheet', async () => {
  const fresh = await admin.get(NEW)
  expect(fresh.text).toContain('Zeichen in Lotse | reference')
  const preview = await checks(admin, NEW, EASY)
  for (const said of ['EasyCase', 'Mobilnummer (TEL_1): Telefon', 'Inhalt: ']) {
    expect(preview.text).toContain(said)
  }
  expect((await profileNow()).caseSystems).toBeUndefined()
  // Pressed twice, it is there once.
  for (const _ of [1, 2]) {
    expect((await confirms(admin, NEW, preview.text)).location).toBe(`${LIST}?done`)
  }
  expect((await profileNow()).caseSystems).toEqual([
    {
      ...{ id: 'easy', name: 'EasyCase' },
      fields: [
        { label: 'Mobilnummer', field: 'phone', key: 'TEL_1' },
        { label: 'Inhalt', field: 'topics' },
        { label: 'Fremdschlüssel', field: 'reference', key: 'EXT_ID' },
      ],
    },
  ])
  const guest = await guestBooks(house)
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  await anna.post(`/staff/intakes/${guest.id}/assign`, { to: '' })
  const sheet = await anna.get(`/staff/intakes/${guest.id}/case-sheet.json`)
  const { fields } = JSON.parse(sheet.text) as { fields: { key: string; label: string }[] }
  expect(fields.map(({ key, label }) => [key, label])).toEqual([
    ['TEL_1', 'Mobilnummer'],
    ['topics', 'Inhalt'],
    ['EXT_ID', 'Fremdschlüssel'],
  ])
})

test('what is there opens as it was typed, and leaves with its last entry', async () => {
  await enters(NEW, EASY)
  const form = await admin.get(`${LIST}/case-system/easy`)
  expect(form.text).toContain(
    'Mobilnummer | phone | TEL_1\nInhalt | topics\nFremdschlüssel | reference | EXT_ID</textarea>',
  )
  expect(form.text).not.toContain('name="key"')
  await enters(`${LIST}/case-system/easy`, { rows: 'Tel | phone' })
  expect((await profileNow()).caseSystems?.[0]?.fields).toEqual([{ label: 'Tel', field: 'phone' }])
  await enters(`${LIST}/case-system/easy`, { gone: 'yes' })
  expect(await profileNow()).not.toHaveProperty('caseSystems')
  expect(caseSystemsOf(await profileNow()).map(({ id }) => id)).toEqual(['all'])
})

test.each([
  ['a field that Lotse has not', { rows: 'Tel | phone\n\nGeburtstag | birthday' }, 'rows', '3'],
  ['a field twice', { rows: 'Tel | phone\nMobil | phone' }, 'rows', '2'],
  ['a line without a field', { rows: 'Tel\nInhalt | topics' }, 'rows', '1'],
  ['a line with too many columns', { rows: 'Tel | phone | A | B' }, 'rows', '1'],
  ['no line', { rows: ' \n ' }, 'rows', 'Eine bis 60'],
  ['no name', { name: ' ' }, 'name', 'Bitte ausfüllen'],
  ['no short name', { key: 'Easy Case' }, 'key', 'Kleinbuchstaben'],
])('%s is refused at its field, and nothing typed is lost', async (_, wrong, field, said) => {
  const refused = await checks(admin, NEW, { ...EASY, ...wrong })
  expect(refused.status).toBe(422)
  expect(faultsIn(refused.text)).toEqual([field])
  const fault = new RegExp(`id="fault-${field}">([^<]+)`).exec(refused.text)?.[1]
  expect(fault).toContain(said)
  if (field !== 'rows') expect(refused.text).toContain('Mobilnummer | phone | TEL_1')
  expect(await profileNow()).not.toHaveProperty('caseSystems')
})

test('a funding line that Lotse brings becomes the city’s own once it is changed, with the others', async () => {
  const list = await admin.get(LIST)
  expect(list.text).toContain('KIM, Case Management</bdi></a>: nicht bestätigt')
  const rows = 'Neuaufnahmen | requests.first\nAb 27 | age.27-plus'
  const kim = `${LIST}/funding-line/kim`
  await enters(kim, { rows, confirmed: 'yes', source: 'Bescheid 2026', 'bodies.drk': 'yes' })
  const lines = fundingLinesOf(await profileNow())
  expect(lines.map(({ id }) => id)).toEqual(['kim', 'mbe', 'jmd'])
  expect(lines[0]).toEqual({
    ...{ id: 'kim', name: 'KIM, Case Management', bodies: ['drk'] },
    rows: [
      { as: 'Neuaufnahmen', count: 'requests.first' },
      { as: 'Ab 27', count: 'age.27-plus' },
    ],
    status: { confirmed: true, source: 'Bescheid 2026' },
  })
  const refused = await checks(admin, kim, { rows: 'Ab 27 | age.27plus\nFälle | closed' })
  expect(faultsIn(refused.text)).toEqual(['rows'])
  expect(refused.text).toContain('Diese Zeilen passen nicht: 1, 2.')
  await enters(`${LIST}/new-funding-line`, { key: 'land', name: 'Land', rows: 'Alle | requests' })
  for (const id of ['mbe', 'jmd', 'kim', 'land']) {
    await enters(`${LIST}/funding-line/${id}`, { gone: 'yes' })
  }
  expect(await profileNow()).not.toHaveProperty('funding')
  expect((await admin.get(LIST)).text).toContain('KIM, Case Management')
})

test('each change stands in the audit, and nobody else makes one', async () => {
  await enters(NEW, EASY)
  await enters(`${LIST}/case-system/easy`, { name: 'Easy' })
  const audited = await house.db.audit.findMany({ where: { action: 'edit-city' } })
  expect(audited.map(({ subject }) => subject)).toEqual(['caseSystems', 'easy'])
  for (const role of [
    'counsellor',
    'lead',
    'coordinator',
    'volunteer',
    'data-protection',
  ] as const) {
    const other = await house.signedIn({ email: `${role}@rsc.example`, role })
    for (const path of [LIST, NEW, `${LIST}/case-system/easy`, `${LIST}/funding-line/kim`]) {
      expect((await other.get(path)).status, `${role} ${path}`).toBe(403)
    }
    expect((await other.post(NEW, EASY)).status, role).toBe(403)
  }
  expect((await house.visit().get(LIST)).status).toBe(401)
  expect((await admin.get(`${LIST}/case-system/none`)).status).toBe(404)
})
