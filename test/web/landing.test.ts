// Links and posters lead to one page with the doors there are: in the language, at the centre and with the
// topic they name.

import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { createFormsOnly } from '../support/forms-only.ts'
import { SECRET, startLotse, type TestLotse } from '../support/lotse.ts'

const i18n = createI18n()
const PAGE = { PUBLIC_URL: 'http://localhost', WEBHOOK_SECRET: SECRET }
const WEB = { ...PAGE, DOORS: 'web', BOT_TOKEN: '', WEBHOOK_SECRET: '' }

let lotse: TestLotse
const opened = async (settings: Record<string, string>, path: string) => {
  lotse = await startLotse({ settings })
  await lotse.deps.store.meta.set('bot-name', 'lotse_bot')
  const browser = createFormsOnly(lotse.app)
  await browser.visit(path)
  return browser
}
afterEach(() => lotse.stop())

const countOf = async (sql: string) => {
  const [row] = await lotse.db.$queryRawUnsafe<{ n: number | bigint }[]>(sql)
  return Number(row?.n)
}
const chatLinkIn = (html: string) => /https:\/\/t\.me\/[^"]*/.exec(html)?.[0]

describe('a link that says everything', () => {
  const link = (lang: string) => `/?lang=${lang}&centre=rheinhausen&topic=housing&from=integreat`

  test.each(i18n.languages)('books at its centre with its topic, in $key', async ({ key }) => {
    const browser = await opened(PAGE, link(key))
    expect(browser.language).toBe(key)
    expect(browser.text).toContain(i18n.t(key, { key: 'lobby.consent.who-reads' }, 0))
    // With fresh storage, and nothing stored.
    expect(browser.cookies.size).toBe(0)
    expect(await countOf('SELECT count(*) AS "n" FROM "Address"')).toBe(0)
    browser.count()
    await browser.press(/ag~/)
    await browser.press(/an~urgent~no/)
    // The topic is not asked.
    expect(browser.html).not.toContain('an~topics')
    await browser.press(/an~district~hamborn/)
    await browser.press(/an~spoken/)
    // The centre of the link first, though another is the one of the district.
    expect(browser.html).toContain('~tm~rheinhausen')
    expect(browser.html).not.toContain('~tm~hamborn')
    await browser.press(/~tm~rheinhausen/)
    expect(browser.html).toContain('mr~topics')
    await browser.press(/~bo~/)
    expect(browser.presses).toBeLessThanOrEqual(8)
    expect(browser.heading).toBe(i18n.t(key, { key: 'booking.appointment.title' }, 0))
    const [row] = await lotse.db.$queryRawUnsafe<{ source: string; centreId: string }[]>(
      'SELECT "source", "centreId" FROM "Intake"',
    )
    expect(row).toEqual({ source: 'rh-integreat', centreId: 'rheinhausen' })
    expect(await lotse.deps.store.countSources('9999-12')).toEqual([
      { source: 'rh-integreat', count: 1 },
    ])
  })

  it('keeps all of it through a change of the language, the numbers and a typed word', async () => {
    const browser = await opened(PAGE, link('ar'))
    await browser.press(/lo~ar~languages/)
    await browser.press(/lo~ckb~consent/)
    await browser.press(/lo~ckb~danger/)
    await browser.press(/lo~ckb~consent~/)
    await browser.types('???')
    await browser.press(/ag~ckb/)
    await browser.press(/an~urgent~no/)
    expect(browser.html).not.toContain('an~topics')
    expect(
      await countOf(`SELECT count(*) AS "n" FROM "Intake" WHERE "source" = 'rh-integreat'`),
    ).toBe(1)
  })

  it('changes nothing for whoever has begun already', async () => {
    const browser = await opened(PAGE, '/?lang=de')
    await browser.press(/ag~de/)
    await browser.visit(link('ckb'))
    expect(browser.at).toMatch(/^\/talk/)
    expect(browser.language).toBe('de')
  })
})

describe('what a link says that is unknown', () => {
  test.each(['', 'xx', '%3Cscript%3E', '..%2F..', 'a'.repeat(300), '%00', '%ZZ'])(
    'is as if it had not been said: %j',
    async (value) => {
      const browser = await opened(PAGE, `/?lang=${value}&centre=${value}&topic=${value}`)
      expect(browser.status).toBe(200)
      expect(browser.html).toContain('lo~ar~consent')
      expect(browser.html).not.toContain('<script>')
      const plain = createFormsOnly(lotse.app)
      await plain.visit('/')
      expect(browser.text).toBe(plain.text)
    },
  )

  it('leaves what is known: the centre without a language goes with the menu', async () => {
    const browser = await opened(PAGE, '/?lang=xx&centre=RH&topic=atlantis')
    expect(browser.html).toContain('lo~ckb~consent~rh')
    expect(browser.html).not.toContain('atlantis')
  })
})

describe('the doors on the first page', () => {
  it('are both, where both are open; the code of the link goes along into the chat', async () => {
    const browser = await opened(PAGE, '/')
    expect(chatLinkIn(browser.html)).toBe('https://t.me/lotse_bot')
    await browser.visit('/?centre=rheinhausen&from=integreat')
    expect(chatLinkIn(browser.html)).toBe('https://t.me/lotse_bot?start=rh-integreat')
    await browser.press(/lo~ckb~consent/)
    expect(chatLinkIn(browser.html)).toBe('https://t.me/lotse_bot?start=rh-integreat')
    expect(browser.text).toContain(i18n.t('ckb', { key: 'standing.telegram' }, 0))
    // Where somebody is in danger nothing leads away.
    await browser.press(/lo~ckb~danger/)
    expect(chatLinkIn(browser.html)).toBeUndefined()
  })

  it('is the page alone where Telegram is not open', async () => {
    const browser = await opened(WEB, '/?lang=ckb&centre=hochfeld')
    expect(browser.html).not.toContain('t.me')
    await browser.press(/ag~ckb/)
    expect(browser.status).toBe(200)
    const update = await lotse.app.request('/telegram', { method: 'POST', body: '{}' })
    expect(update.status).toBe(404)
  })

  it('is Telegram alone where the web is not open: printed links go on leading somewhere', async () => {
    await opened({ ...PAGE, DOORS: 'telegram' }, '/sos')
    const at = async (path: string) => {
      const answer = await lotse.app.request(path)
      return [answer.status, answer.headers.get('location')]
    }
    expect(await at('/?lang=ckb&centre=hochfeld&from=poster')).toEqual([
      302,
      'https://t.me/lotse_bot?start=ho-poster',
    ])
    expect(await at('/')).toEqual([302, 'https://t.me/lotse_bot'])
    for (const path of ['/talk', '/forget', '/anything']) expect((await at(path))[0]).toBe(404)
    expect((await lotse.app.request('/', { method: 'POST', body: 't=1~ag~de' })).status).toBe(404)
    expect(await countOf('SELECT count(*) AS "n" FROM "Address"')).toBe(0)
  })
})

describe('a page', () => {
  beforeEach(async () => {
    await opened(PAGE, '/')
  })

  test.each([
    '/',
    '/?lang=ckb&centre=hochfeld&from=integreat',
    '/accessibility',
    '/sos',
    '/nothing',
  ])('is put into a frame by nobody: %s', async (path) => {
    const { headers } = await lotse.app.request(path)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-frame-options')).toMatch(/DENY|SAMEORIGIN/)
  })

  it('asks the database nothing for a link, once the process knows the city', async () => {
    await lotse.app.request('/')
    const before = lotse.count.statements
    await lotse.app.request('/?lang=ckb&centre=hochfeld&topic=housing&from=integreat')
    await lotse.app.request('/')
    expect(lotse.count.statements - before).toBe(0)
  })
})
