// What a person reads and what they speak are two things: wherever staff look, each is named as itself.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
let anna: Visitor
beforeEach(async () => {
  house = await openHouse()
  anna = await house.signedIn({ email: 'anna@rsc.example' })
})
afterEach(() => house.stop())

const READS = 'Arabisch'
const SPEAKS = 'Kurmandschi (Nordkurdisch)'
/** The row of a table with a request, without its tags. */
const rowOf = (page: string, ref: string) =>
  (page.match(/<tr[ >][\s\S]*?<\/tr>/g) ?? [])
    .filter((row) => row.includes(ref))
    .map((row) => row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '))
    .join()

test.each([
  ['the list of requests', '/staff/intakes'],
  ['the day', '/staff?day=2026-11-23'],
  ['the call list', '/staff/calls'],
])('in %s both stand beside the person', async (_, path) => {
  const { ref, user } = await guestBooks(house, { language: 'ar', spoken: 'kmr' })
  await user.tapsData('1~cb~chat')
  const row = rowOf((await anna.get(path)).text, ref)
  expect(row).toContain(`${SPEAKS} Lesesprache: ${READS}`)
})

test('in the record, its export and the table both are fields of their own', async () => {
  const { id, ref } = await guestBooks(house, { language: 'ar', spoken: 'kmr' })
  const { text } = await anna.get(`/staff/intakes/${id}`)
  expect(text).toContain(`<dt>Lesesprache</dt><dd>${READS}</dd>`)
  expect(text).toContain(`<dt>Gesprächssprache</dt><dd>${SPEAKS}</dd>`)
  const languages = {
    readingLanguage: { code: 'ar', term: READS },
    spokenLanguage: { code: 'kmr', term: SPEAKS },
    otherLanguage: null,
  }
  expect(JSON.parse((await anna.get(`/staff/intakes/${id}/record.json`)).text)).toMatchObject(
    languages,
  )
  const [head = '', ...rows] = (await anna.get('/staff/intakes.csv')).text.split(/\r?\n/)
  const row = rows.find((one) => one.includes(ref)) ?? ''
  const column = (name: string) => head.split(';').findIndex((cell) => cell.includes(name))
  expect(row.split(';')[column('Lesesprache')]).toContain(READS)
  expect(row.split(';')[column('Gesprächssprache')]).toContain(SPEAKS)
  const grant = { name: 'case system', role: 'lead', centres: ['hochfeld'], body: 'drk' } as const
  const token = await makeToken(house.deps, grant)
  const headers = { Authorization: `Bearer ${token}` }
  const answer = await house.app.request(`/api/v1/intakes/${id}`, { headers })
  expect(await answer.json()).toMatchObject(languages)
})

test('what is read is not what is spoken where that was not asked', async () => {
  const { id, ref } = await guestBooks(house, { language: 'ar', urgent: 'yes' })
  const { text } = await anna.get(`/staff/intakes/${id}`)
  expect(text).toMatch(/<dt>Gesprächssprache<\/dt><dd><span class="soft">–<\/span><\/dd>/)
  const row = rowOf((await anna.get('/staff/intakes')).text, ref)
  expect(row).toContain(`nicht gefragt Lesesprache: ${READS}`)
})

test('a language in words is quoted in the record, sealed below it, and in no list', async () => {
  const { id } = await guestBooks(house, { language: 'ar', spoken: 'other', words: '<b>Wolof' })
  const { text } = await anna.get(`/staff/intakes/${id}`)
  expect(text).toContain(
    '<dt>Gesprächssprache</dt><dd><span aria-hidden="true">✏️ </span>andere Sprache</dd>',
  )
  expect(text).toContain('<blockquote dir="auto">&lt;b&gt;Wolof</blockquote>')
  const record = JSON.parse((await anna.get(`/staff/intakes/${id}/record.json`)).text)
  expect(record.otherLanguage).toEqual({ text: '<b>Wolof', language: 'ar' })
  for (const path of ['/staff/intakes', '/staff?day=2026-11-23', '/staff/intakes.csv']) {
    expect((await anna.get(path)).text, path).not.toContain('Wolof')
  }
  const tables = await house.db.$queryRawUnsafe<{ name: string }[]>(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'`,
  )
  const stored = await Promise.all(
    tables.map(({ name }) => house.db.$queryRawUnsafe(`SELECT * FROM "${name}"`)),
  )
  expect(stored.flat()).not.toEqual([])
  const all = JSON.stringify(stored, (_, value) => (typeof value === 'bigint' ? 0 : value))
  expect(all).not.toContain('Wolof')
})
