// Telling of a barrier on the page of the declaration: without a talk, a cookie or a script.

import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { ALLOWANCES } from '../../src/domain/people/crowd.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { sendFrom } from '../support/behind.ts'
import { createFormsOnly } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

const i18n = createI18n()
const say = (language: string, key: string, values = {}) => i18n.t(language, { key, values }, 0)

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const PATH = '/accessibility'
const TEXT = 'Die Knöpfe sind <zu> klein.'
const kept = () => lotse.deps.store.barriers.list(500)
async function formAt(language = 'de') {
  const browser = createFormsOnly(lotse.app)
  await browser.visit(`${PATH}?lang=${language}`)
  const drawn = browser.document.querySelector('[name=drawn]')?.getAttribute('value') ?? ''
  const sends = (text: string, reach = '') =>
    browser.post(`${PATH}?lang=${language}`, { drawn, text, reach })
  return { browser, drawn, sends }
}

test.each(i18n.languages)(
  'in $key the form is sent, and says what happens next',
  async ({ key, direction }) => {
    const { browser, sends } = await formAt(key)
    expect(browser.text).toContain(say(key, 'barrier.title'))
    await sends(TEXT, 'a@b.example')
    expect(browser.status).toBe(200)
    expect(browser.heading).toBe(say(key, 'barrier.sent'))
    expect(browser.text).toContain(say(key, 'barrier.next'))
    expect(browser.html).toContain(`<html lang="${key}" dir="${direction}">`)
    expect(browser.cookies.size).toBe(0)
    expect(await kept()).toMatchObject([
      { text: TEXT, reach: 'a@b.example', language: key, channel: 'web', settledAt: null },
    ])
    expect(await lotse.db.person.count()).toBe(0)
  },
)

test.each(i18n.languages)('in $key it says what is missing, at its field', async ({ key }) => {
  const { browser, sends } = await formAt(key)
  await sends('  ', 'a@b.example')
  expect(browser.status).toBe(422)
  const fault = browser.document.querySelector('#text-fault')?.textContent ?? ''
  expect(fault).toContain(say(key, 'barrier.empty'))
  expect(browser.document.querySelector('#text')?.getAttribute('aria-describedby')).toBe(
    'text-fault',
  )
  expect(browser.document.querySelector('#reach')?.getAttribute('value')).toBe('a@b.example')
  expect(await kept()).toEqual([])
})

describe('what is sent', () => {
  it('stands sealed, in no log and in no address', async () => {
    const { browser, sends } = await formAt()
    await sends(TEXT, '0203 5551234')
    const rows = JSON.stringify(await lotse.db.barrierReport.findMany())
    for (const word of ['Knöpfe', '5551234']) {
      expect(rows).not.toContain(word)
      expect(lotse.logged.join()).not.toContain(word)
      expect(JSON.stringify(browser.trail)).not.toContain(word)
    }
  })

  it('counts once where it is sent twice, and twice where it was changed between', async () => {
    const { sends } = await formAt()
    await sends(TEXT)
    await sends(TEXT)
    await sends(`${TEXT} Und hell.`)
    expect((await kept()).map(({ text }) => text)).toEqual([TEXT, `${TEXT} Und hell.`])
    const other = await formAt()
    await other.sends(TEXT)
    expect(await kept()).toHaveLength(3)
    expect(await lotse.db.outbox.count({ where: { kind: 'barrier-mail' } })).toBe(3)
  })

  it.each([
    ['', 'a@b.example', 'text', 'barrier.empty', {}],
    ['x'.repeat(2001), '', 'text', 'notice.too-long', { most: '2000' }],
    ['klein', 'y'.repeat(121), 'reach', 'notice.too-long', { most: '120' }],
  ])(
    'is refused with the fault at its field, and what was typed stays',
    async (text, reach, field, key, values) => {
      const { browser, drawn, sends } = await formAt('tr')
      await sends(text, reach)
      expect(browser.status).toBe(422)
      const { document } = browser
      const input = document.querySelector(`#${field}`)
      expect(input?.getAttribute('aria-invalid')).toBe('true')
      expect(input?.getAttribute('aria-describedby')).toBe(`${field}-fault`)
      expect(document.querySelector(`#${field}-fault`)?.text).toContain(say('tr', key, values))
      expect(document.querySelector('textarea')?.text).toBe(text)
      expect(document.querySelector('#reach')?.getAttribute('value')).toBe(reach)
      expect(document.querySelector('[name=drawn]')?.getAttribute('value')).toBe(drawn)
      expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(1)
      expect(await kept()).toEqual([])
    },
  )

  it('is kept where it is a cry for help, with the numbers first and the exit in sight', async () => {
    const { browser, sends } = await formAt()
    await sends('Mein Mann schlägt mich')
    expect(browser.heading).toBe(say('de', 'danger.title'))
    const told = browser.html.indexOf(`<h2>${say('de', 'barrier.sent')}</h2>`)
    expect(browser.html.indexOf('href="tel:')).toBeLessThan(told)
    expect(browser.html).toContain('class="exit"')
    expect(await kept()).toHaveLength(1)
  })

  it('is heard in a refusal, too', async () => {
    const { browser, sends } = await formAt()
    await sends('Mein Mann schlägt mich', 'y'.repeat(121))
    expect(browser.status).toBe(422)
    expect(browser.heading).toBe(say('de', 'danger.title'))
    expect(browser.html.indexOf('href="tel:')).toBeLessThan(browser.html.indexOf('<form'))
  })
})

it('the notice on data before the consent leads there', async () => {
  const more = '1~lo~tr~more~~~~~~access'
  const page = await lotse.app.request(`/?t=${encodeURIComponent(more)}`)
  expect(await page.text()).toContain(`href="${PATH}?lang=tr"`)
  const asked = await lotse.app.request(`/?t=${encodeURIComponent('1~lo~tr~barrier')}`)
  expect(asked.headers.get('location')).toBe(`${PATH}?lang=tr`)
})

describe('a form of another site, or of no browser', () => {
  const body = new URLSearchParams({ text: TEXT }).toString()
  const type = 'application/x-www-form-urlencoded'
  it.each([
    ['of another site', { 'content-type': type, origin: 'https://evil.example' }, body, 403],
    ['as JSON', { 'content-type': 'application/json' }, JSON.stringify({ text: TEXT }), 415],
    ['too large', { 'content-type': type }, `text=${'x'.repeat(40_000)}`, 413],
  ])('%s is refused', async (_, headers, sent, status) => {
    const answer = await lotse.app.request(PATH, { method: 'POST', headers, body: sent })
    expect(answer.status).toBe(status)
    expect(await kept()).toEqual([])
  })
})

it('one address that sends many is asked for a proof; what it typed is kept on that page', async () => {
  const { atOnce } = ALLOWANCES.tell.client
  const send = (nth: number) =>
    sendFrom(lotse.app, '198.51.100.7', `${PATH}?lang=tr`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
      body: new URLSearchParams({ text: `klein ${nth}`, drawn: String(nth) }).toString(),
    })
  for (let nth = 0; nth < atOnce; nth++) expect((await send(nth)).status).toBe(200)
  const refused = await send(99)
  expect(refused.status).toBe(429)
  const { text: page } = refused
  expect(page).toContain('lang="tr"')
  expect(page).toContain('value="klein 99"')
  expect(await kept()).toHaveLength(atOnce)
  expect((await sendFrom(lotse.app, '198.51.100.8', PATH)).status).toBe(200)
})

it('is there where people come by Telegram alone', async () => {
  await lotse.stop()
  lotse = await startLotse({ settings: { DOORS: 'telegram' } })
  const { browser, sends } = await formAt()
  await sends(TEXT)
  expect(browser.heading).toBe(say('de', 'barrier.sent'))
  expect(await kept()).toHaveLength(1)
})
