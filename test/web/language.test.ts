// The same stories as in a chat, on pages, by links and forms alone.

import { afterEach, expect, it } from 'vitest'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { createFormsOnly, type FormsOnly } from '../support/forms-only.ts'
import { fillEverything } from '../support/full-week.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { agreesOnPage } from '../support/on-pages.ts'
import { SORANI, soraniAtHochfeld, speaking } from '../support/speaking.ts'

let lotse: TestLotse
let browser: FormsOnly
afterEach(() => lotse.stop())

const word = (key: string, language = 'ckb', values = {}) =>
  plain(lotse.deps.i18n.t(language, { key, values }, 0))
const plain = (text: string) => text.replace(/[\u200e\u200f\u2066-\u2069]/g, '')
const sees = (text: string) => expect(plain(browser.text)).toContain(text)
const seats = async () =>
  (await lotse.db.booking.findMany()).map(({ startsAt, seat }) => [startsAt, seat])

/** To the times of Hochfeld, by somebody who wants to speak a language. */
async function reaches(profile: Profile, spoken: string, language = 'ckb', isFull = false) {
  lotse = await startLotse({ profile })
  if (isFull) await fillEverything(lotse)
  browser = createFormsOnly(lotse.app)
  await agreesOnPage(browser, language)
  for (const step of [/urgent~no/, /topics~housing/, /district~mitte/]) await browser.press(step)
  for (let i = 0; i < 5 && !browser.html.includes(`an~spoken~${spoken}`); i++) {
    await browser.press(/~ot~spoken/)
  }
  await browser.press(new RegExp(`an~spoken~${spoken}`))
}

it('who speaks Sorani sees first when it is spoken, and has that seat', async () => {
  await reaches(speaking([{ ...SORANI }], { rule: 'wednesday' }), 'ckb')
  const language = { language: { key: 'language-name.ckb' } }
  sees(word('language.list.spoken', 'ckb', language))
  await browser.press(/~wy$/)
  await browser.press(/ol~language/)
  await browser.press(/~tm~hochfeld/)
  sees(word('language.fit.spoken', 'ckb', language))
  await browser.press(/~bo~/)
  sees(word('language.fit.spoken', 'ckb', language))
  expect(await seats()).toEqual([['2026-03-18T13:00:00.000Z', 2]])
})

it('a woman who asks for a woman is answered, and takes a time at which one counsels', async () => {
  const men = { languages: [], gender: 'man' as const }
  const day = { from: '2026-03-18', until: '2026-03-18' }
  await reaches(speaking([men, { ...day, languages: [], gender: 'woman' }]), 'de', 'de')
  for (const step of [/~tm~hochfeld/, /~bo~/, /~de$/, /~dy$/]) await browser.press(step)
  while (!browser.html.includes('an~counsellor~woman')) await browser.press(/~sk~/)
  await browser.press(/an~counsellor~woman/)
  expect(browser.heading).toContain(word('language.not-met.woman', 'de'))
  await browser.press(/~tm~hochfeld/)
  sees(word('language.met.woman', 'de'))
  await browser.press(/~bo~/)
  expect(await seats()).toEqual([['2026-03-18T13:00:00.000Z', 1]])
})

it('who is understood sooner at another centre sees that time beside their own, and may take it', async () => {
  lotse = await startLotse({ profile: soraniAtHochfeld })
  browser = createFormsOnly(lotse.app)
  await agreesOnPage(browser, 'de')
  for (const step of [/urgent~no/, /topics~housing/, /district~hamborn/]) await browser.press(step)
  for (let i = 0; i < 5 && !browser.html.includes('an~spoken~ckb'); i++) {
    await browser.press(/~ot~spoken/)
  }
  await browser.press(/an~spoken~ckb/)
  const values = { centre: 'RSC Hochfeld', language: { key: 'language-name.ckb' } }
  sees(word('language.list.elsewhere', 'de', values))
  expect(browser.html).toMatch(/~tm~hamborn/)
  await browser.press(/~tm~hochfeld/)
  sees(word('booking.check.other-centre', 'de'))
  sees('RSC Hochfeld')
  await browser.press(/~bo~/)
  sees(word('language.fit.spoken', 'de', { language: values.language }))
  const rows = await lotse.db.booking.findMany()
  expect(rows.map(({ centreId, startsAt }) => [centreId, startsAt])).toEqual([
    ['hochfeld', '2026-03-18T13:00:00.000Z'],
  ])
  await browser.visit('/talk/appointment.ics')
  expect(browser.html).toContain('RSC Hochfeld')
  expect(browser.html).not.toContain('Hamborn')
})

it('where nobody speaks it that is said, and whom to bring', async () => {
  await reaches(speaking([{ languages: ['ar'] }]), 'ckb', 'uk')
  await browser.press(/~tm~hochfeld/)
  sees(word('language.fit.nobody', 'uk', { language: { key: 'language-name.ckb' } }))
  sees(word('language.fit.bring', 'uk'))
})

it('where nothing is entered it is said that nobody knows', async () => {
  await reaches(speaking([]), 'ckb', 'de')
  expect(browser.text).not.toContain('🗣️')
  await browser.press(/~tm~hochfeld/)
  sees(word('language.fit.unknown', 'de', { language: { key: 'language-name.ckb' } }))
})

it('costs no more statements than other pages: at most four a press with the page it leads to', async () => {
  await reaches(speaking([{ ...SORANI }]), 'ckb')
  // What PINs are made of, which a process reads once.
  await createFormsOnly(lotse.app).post('/return', {
    lang: 'de',
    code: '777-777',
    pin: '000000000',
  })
  const costs: [string, number][] = []
  for (const step of [/~wy$/, /ol~language/, /~ds$/, /~da~/, /~tm~hochfeld/, /~bo~/, /~mo$/]) {
    const before = lotse.count.statements
    await browser.press(step)
    costs.push([String(step), lotse.count.statements - before])
  }
  expect(costs.filter(([, cost]) => cost > 4)).toEqual([])
})

it('who finds nothing free waits for times in their language alone, and may take the wish back', async () => {
  await reaches(speaking([SORANI]), 'ckb', 'ckb', true)
  const wishes = async () =>
    (await lotse.db.waiting.findMany()).map(({ wishes }) => JSON.parse(wishes).language ?? 'any')
  await browser.press(/~wa$/)
  for (const about of ['days', 'parts', 'centres']) await browser.press(new RegExp(`~wo~${about}`))
  sees(word('waiting.language.title'))
  // Without a pool nobody is promised one.
  expect(plain(browser.text)).not.toContain(word('waiting.language.option.understood'))
  await browser.press(/wi~language~spoken/)
  await browser.press(/~wo~language/)
  sees(word('waiting.title'))
  sees(word('waiting.language.option.spoken'))
  expect(await wishes()).toEqual(['spoken'])
  // The way back: pressed once more it is taken back.
  await browser.press(/~wa$/)
  for (const about of ['days', 'parts', 'centres']) await browser.press(new RegExp(`~wo~${about}`))
  await browser.press(/wi~language~spoken/)
  await browser.press(/~wo~language/)
  expect(await wishes()).toEqual(['any'])
})
