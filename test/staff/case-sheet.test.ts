// What of a record a carrier's case system takes: the fields it asks for in its order, for the carrier alone, noted.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { duisburg } from '../support/duisburg.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

const EASY = {
  id: 'easy',
  name: 'EasyCase',
  fields: [
    { field: 'phone', label: 'Mobilnummer', key: 'TEL_1' },
    { field: 'topics', label: 'Beratungsinhalt', key: 'INHALT' },
    { field: 'document', label: 'Aufenthalt' },
    { field: 'reference', label: 'Fremdschlüssel', key: 'EXT_ID' },
    { field: 'staff-notes', label: 'Verlauf' },
    { field: 'referrals', label: 'Verweis' },
    { field: 'rechtskreise', label: 'Rechtskreis' },
    { field: 'household', label: 'Haushalt' },
  ],
}
const OTHER = { id: 'other', name: 'Vivendi', fields: [{ field: 'carrier', label: 'Träger' }] }

let house: House
let guest: Awaited<ReturnType<typeof guestBooks>>
let anna: Visitor
let city: Visitor
let at: string
beforeAll(async () => {
  const profile: Profile = { ...duisburg(), caseSystems: [EASY, OTHER] }
  house = await openHouse(profile)
  guest = await guestBooks(house)
  const { seal } = await createSeal(house.dataKey)
  const { talk } = await house.db.intake.findFirstOrThrow({ where: { id: guest.id } })
  const kept = JSON.parse(talk) as { answers: object }
  await house.db.intake.update({
    where: { id: guest.id },
    data: {
      talk: JSON.stringify({ ...kept, answers: { ...kept.answers, document: 'duldung' } }),
      sealed: await seal(JSON.stringify({ alias: 'Amal', phone: '0203 1234567' })),
      hasPhone: true,
    },
  })
  anna = await house.signedIn({ email: 'anna@rsc.example' })
  city = await house.signedIn({ email: 'city@rsc.example', body: 'stadt-duisburg' })
  at = `/staff/intakes/${guest.id}`
  await anna.get(at)
  await anna.post(`${at}/notes`, { id: 'note-0001', text: 'Erste Zeile\nzweite' })
  await anna.post(`${at}/refer`, { id: 'referral-0001', target: 'caritas' })
  await anna.post(`${at}/rechtskreis`, { rechtskreis: 'SGB II', verdict: 'confirmed' })
  await anna.post(`${at}/rechtskreis`, { rechtskreis: 'AufenthG', verdict: 'dismissed' })
}, 120_000)
afterAll(() => house.stop())

const exported = (outcome: string) =>
  house.db.audit.count({ where: { action: 'export-record', subject: guest.id, outcome } })
const sheetOf = async (visitor: Visitor, query = '') =>
  JSON.parse((await visitor.get(`${at}/case-sheet.json${query}`)).text) as {
    system: string
    reference: string
    notice: string
    fields: { key: string; label: string; value: string; codes: string[] }[]
  }

test('a machine gets the fields by the names and in the order of its system', async () => {
  const sheet = await sheetOf(anna)
  expect(sheet).toMatchObject({ system: 'easy', reference: guest.ref })
  expect(sheet.notice).toContain('nie eine Fallstatistik')
  expect(sheet.fields.map(({ key, value, codes }) => [key, value, codes])).toEqual([
    ['TEL_1', '0203 1234567', []],
    ['INHALT', 'Wohnen', ['housing']],
    ['document', 'Duldung (§§ 60a–60d AufenthG)', ['duldung']],
    ['EXT_ID', guest.ref, []],
    ['staff-notes', '22.11.2026: Erste Zeile\nzweite', []],
    ['referrals', 'Caritas (22.11.2026)', []],
    ['rechtskreise', 'SGB II', []],
    ['household', '', []],
  ])
})

test('the page has it to mark and to copy, and says that these are contacts and no statistics', async () => {
  const { status, text } = await anna.get(`${at}/case-sheet`)
  expect(status).toBe(200)
  expect(text).toContain('EasyCase')
  expect(text).toContain('Lotse liefert Kontaktzahlen, nie eine Fallstatistik')
  const [, area = ''] = /<textarea[^>]*readonly[^>]*>([\s\S]*?)<\/textarea>/.exec(text) ?? []
  expect(area).toBe(
    [
      'Mobilnummer: 0203 1234567',
      'Beratungsinhalt: Wohnen',
      'Aufenthalt: Duldung (§§ 60a–60d AufenthG)',
      `Fremdschlüssel: ${guest.ref}`,
      'Verlauf: 22.11.2026: Erste Zeile\nzweite',
      'Verweis: Caritas (22.11.2026)',
      'Rechtskreis: SGB II',
      'Haushalt: ',
    ].join('\n'),
  )
  expect(text).toContain('data-copy="all"')
  expect(text).toContain(`${at}/case-sheet?system=other`)
  expect((await anna.get(at)).text).toContain(`${at}/case-sheet`)
})

test('another system of the city is one press away, one that is none is not found', async () => {
  expect((await sheetOf(anna, '?system=other')).fields).toEqual([
    { key: 'carrier', label: 'Träger', value: 'DRK', codes: [] },
  ])
  expect((await anna.get(`${at}/case-sheet?system=none`)).status).toBe(404)
})

test('whoever is sent it stands in the audit each time', async () => {
  const before = await exported('done')
  await anna.get(`${at}/case-sheet`)
  await anna.get(`${at}/case-sheet.json`)
  expect(await exported('done')).toBe(before + 2)
})

test('another carrier gets none, and neither does its own before somebody has taken the request over', async () => {
  for (const path of ['case-sheet', 'case-sheet.json']) {
    const { status, text } = await city.get(`${at}/${path}`)
    expect(status).toBe(404)
    expect(text).not.toContain(guest.ref)
  }
  await house.db.intake.update({
    where: { id: guest.id },
    data: { bodyId: null, urgency: 'orange', rank: 1 },
  })
  expect((await anna.get(`${at}/case-sheet`)).status).toBe(404)
  const refused = { action: 'work-on-record', subject: guest.id, outcome: 'refused' }
  expect(await house.db.audit.count({ where: refused })).toBe(3)
  await house.db.intake.update({ where: { id: guest.id }, data: { bodyId: 'drk' } })
})

test('what a carrier never sees is not on its sheet either', async () => {
  await house.db.intake.update({ where: { id: guest.id }, data: { bodyId: 'stadt-duisburg' } })
  const { fields } = await sheetOf(city)
  expect(fields.find(({ key }) => key === 'document')).toMatchObject({ value: '', codes: [] })
  const { text } = await city.get(`${at}/case-sheet`)
  expect(text).toContain('diesem Träger nicht gezeigt')
  expect(text).not.toContain('Duldung')
  await house.db.intake.update({ where: { id: guest.id }, data: { bodyId: 'drk' } })
})

test('a coordinator, who works with no case, is refused, and a stranger is asked to sign in', async () => {
  const chief = await house.signedIn({ email: 'k@rsc.example', role: 'coordinator', body: null })
  expect((await chief.get(`${at}/case-sheet`)).status).toBe(403)
  expect((await house.visit().get(`${at}/case-sheet.json`)).status).toBe(401)
})
