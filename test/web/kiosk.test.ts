import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PATIENCE, TYPING } from '../../src/web/sitting.ts'
import { createFormsOnly, type FormsOnly } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { agreesOnPage, booksOnPage } from '../support/on-pages.ts'

const MINE = '__Host-lotse'
const KIOSK = '__Host-lotse-kiosk'

let lotse: TestLotse
let tablet: FormsOnly
beforeEach(async () => {
  lotse = await startLotse()
  tablet = createFormsOnly(lotse.app)
  await tablet.visit('/?kiosk')
})
afterEach(() => lotse.stop())

const word = (key: string, language = 'de') => lotse.deps.i18n.t(language, { key }, 0)
const refreshOf = (one: FormsOnly) => {
  // What stands in <noscript> is text to the parser of the tests, and markup to a browser without scripts.
  const [, seconds = '', to = ''] =
    /http-equiv="refresh" content="(\d+); url=([^"]+)"/.exec(one.html) ?? []
  return { seconds: Number(seconds), to: to.replaceAll('&amp;', '&') }
}
const setsMine = (one: FormsOnly) =>
  one.trail.findLast(({ cookie }) => cookie?.includes(`${MINE}=`))

describe('a tablet becomes a kiosk', () => {
  it('by its address, with a cookie that says nothing and ends with the browser', async () => {
    expect(tablet.at).toBe('/')
    expect([...tablet.cookies.keys()]).toEqual([KIOSK])
    const set = tablet.trail[0]?.cookie
    expect(set).toMatch(
      /__Host-lotse-kiosk=[\w-]{16}\.; Path=\/; HttpOnly; Secure; SameSite=Lax(,|$)/,
    )
    expect(await lotse.db.$queryRawUnsafe('SELECT 1 AS "one" FROM "Person"')).toEqual([])
    // Nobody has begun: there is nothing to forget.
    expect(tablet.html).not.toContain('http-equiv="refresh"')
    expect(tablet.html).not.toContain('<script')
  })

  it('begins each time where its address says', async () => {
    await tablet.visit('/?kiosk&centre=hochfeld&from=tablet')
    expect(tablet.at).toBe('/?centre=hochfeld&from=tablet')
    await agreesOnPage(tablet)
    await tablet.visit('/kiosk/next')
    expect(tablet.at).toBe('/?centre=hochfeld&from=tablet')
    // Far too much is no address of a first page.
    await tablet.visit(`/?kiosk&from=${'x'.repeat(500)}`)
    expect(tablet.at).toBe('/')
  })

  it('and is one no more at the end', async () => {
    await agreesOnPage(tablet)
    await tablet.visit('/?kiosk=off')
    expect(tablet.cookies.size).toBe(0)
    expect(tablet.at).toBe('/')
  })

  it('is made of nobody’s own telephone by a link', async () => {
    const phone = createFormsOnly(lotse.app)
    await agreesOnPage(phone)
    const before = [...phone.cookies]
    for (const path of ['/?kiosk', '/?kiosk=off', '/kiosk/next', '/kiosk/done', '/kiosk/stay']) {
      await phone.visit(path)
      expect([...phone.cookies], path).toEqual(before)
    }
    expect(phone.html).not.toContain('kiosk')
  })
})

describe('a kiosk without a script', () => {
  it('asks after two minutes, with a minute to answer, and forgets', async () => {
    await agreesOnPage(tablet)
    expect(PATIENCE.quiet + PATIENCE.warned).toBe(180)
    const here = tablet.at
    const asks = refreshOf(tablet)
    expect(asks.seconds).toBe(PATIENCE.quiet)
    await tablet.visit(asks.to)
    expect(tablet.heading).toBe(word('kiosk.still-there'))
    const forgets = refreshOf(tablet)
    expect(forgets.seconds).toBe(PATIENCE.warned)
    // More time leads back to the very page.
    await tablet.press(word('kiosk.button.more'))
    expect(tablet.at).toBe(here)
    expect(tablet.cookies.has(MINE)).toBe(true)
    await tablet.visit(forgets.to)
    expect(tablet.at).toBe('/')
    expect(tablet.cookies.has(MINE)).toBe(false)
  })

  it('on each page of the talk, before the consent and on the numbers for danger', async () => {
    await tablet.press(/lo~ckb~consent/)
    expect(refreshOf(tablet).seconds).toBe(PATIENCE.quiet)
    await tablet.visit('/sos?lang=ckb')
    expect(refreshOf(tablet).seconds).toBe(PATIENCE.quiet)
    await tablet.visit('/nothing-here')
    expect(refreshOf(tablet).seconds).toBe(PATIENCE.quiet)
    await booksOnPage(tablet)
    expect(refreshOf(tablet).seconds).toBe(PATIENCE.quiet)
  })

  it('waits longer where something has to be typed, since no touch is counted', async () => {
    await booksOnPage(tablet)
    const detail = /~de$|op~appointment-more/
    await tablet.press(detail)
    for (let nth = 0; nth < 12 && !tablet.document.querySelector('textarea[name=text]'); nth++) {
      const on = tablet.pressables().find(({ name }) => /~(dy|de|sk~)/.test(name))
      if (!on) break
      await on.press()
    }
    expect(tablet.document.querySelector('[name=text]#text')).not.toBeNull()
    expect(refreshOf(tablet).seconds).toBe(PATIENCE.quiet * TYPING)
  })

  it('keeps whose talk it is no longer than a sitting may last, whatever becomes of the page', async () => {
    await booksOnPage(tablet)
    const most = TYPING * PATIENCE.quiet + PATIENCE.warned + 60
    const ages = tablet.trail.flatMap(({ cookie }) =>
      [...(cookie ?? '').matchAll(/__Host-lotse=[^;]+; Max-Age=(\d+)/g)].map(([, age]) =>
        Number(age),
      ),
    )
    expect(ages.length).toBeGreaterThan(5)
    for (const age of ages) expect(age).toBeLessThanOrEqual(most)
    // Each page, and each touch that a script tells of, keeps it anew.
    const before = tablet.trail.length
    await tablet.visit('/kiosk/stay')
    expect(tablet.trail[before]).toMatchObject({ status: 204 })
    expect(setsMine(tablet)?.path).toBe('/kiosk/stay')
  })

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    'javascript:alert(1)',
    '/kiosk/still-there?to=/',
    '"><script>',
    '',
  ])('leads back to no other place than ours (%s)', async (to) => {
    await agreesOnPage(tablet)
    const sitting = tablet.cookies.get(KIOSK)?.split('.')[0]
    await tablet.visit(`/kiosk/still-there?lang=de&k=${sitting}&to=${encodeURIComponent(to)}`)
    const more = tablet.document.querySelector('.rows a')?.getAttribute('href')
    expect(more).toBe('/')
    expect(tablet.html).not.toContain('<script>')
  })
})

describe('between people', () => {
  it('tells whoever has a request its code, since the tablet forgets it', async () => {
    await booksOnPage(tablet)
    const [{ ref } = { ref: '' }] = await lotse.db.$queryRawUnsafe<{ ref: string }[]>(
      'SELECT "ref" FROM "Intake"',
    )
    await tablet.press(word('kiosk.button.finished'))
    expect(tablet.heading).toBe(word('kiosk.before'))
    expect(tablet.text).toContain(ref)
    // How to come back from any device, with the PIN beside it.
    expect(tablet.text).toContain(word('return.what-for'))
    expect(tablet.text).toContain(word('return.pin'))
    expect(tablet.cookies.has(MINE)).toBe(true)
    await tablet.press(word('page.print'))
    expect(tablet.at).toMatch(/^\/talk\/print/)
    await tablet.visit('/kiosk/done')
    await tablet.press(word('kiosk.button.finished'))
    expect(tablet.at).toBe('/')
    expect([...tablet.cookies.keys()]).toEqual([KIOSK])
  })

  it('says to whoever has sent nothing that it is lost', async () => {
    await agreesOnPage(tablet)
    await tablet.press(word('kiosk.button.finished'))
    expect(tablet.text).toContain(word('kiosk.open'))
    await tablet.press(word('common.button.back'))
    expect(tablet.at).toBe('/talk')
  })

  it('shows nothing of the one before, wherever the history leads', async () => {
    await tablet.press(/lo~ckb~consent/)
    await tablet.press(/lo~ckb~danger/)
    await tablet.press(/lo~ckb~consent/)
    await tablet.press(/ag~/)
    await tablet.press(/urgent~no/)
    const been = tablet.trail.map(({ path }) => path)
    await tablet.visit('/kiosk/next')
    await agreesOnPage(tablet, 'tr')
    const turkish = tablet.at
    for (const path of been) {
      if (path === '/' || path.startsWith('/?kiosk')) continue
      await tablet.visit(turkish)
      await tablet.visit(path)
      expect(tablet.language, path).not.toBe('ckb')
    }
  })

  it('does not send again what the one before has typed', async () => {
    await tablet.press(/lo~de~consent/)
    const form = tablet.document.querySelector('details form')
    const action = form?.getAttribute('action') ?? ''
    const from = form?.querySelector('[name=from]')?.getAttribute('value') ?? ''
    await tablet.types('Mein Mann schlägt mich')
    expect(tablet.text).toContain(word('danger.title'))
    await tablet.visit('/kiosk/next')
    await tablet.post(action, { from, text: 'Mein Mann schlägt mich' })
    expect(tablet.at).toBe('/')
    expect(tablet.text).not.toContain(word('danger.title'))
  })

  it('leaves by the exit to its own first page, and forgets', async () => {
    await booksOnPage(tablet)
    await tablet.visit('/exit')
    expect(tablet.at).toBe('/')
    expect([...tablet.cookies.keys()]).toEqual([KIOSK])
  })

  it('takes a cookie that was made up for none', async () => {
    for (const made of [
      'x',
      'a'.repeat(16),
      `${'a'.repeat(16)}.%3C`,
      '../',
      `${'a'.repeat(16)}.${'b'.repeat(300)}`,
    ]) {
      const stranger = createFormsOnly(lotse.app)
      stranger.cookies.set(KIOSK, made)
      await agreesOnPage(stranger)
      expect(stranger.html).not.toContain('kiosk')
    }
    const odd = createFormsOnly(lotse.app)
    odd.cookies.set(KIOSK, `${'a'.repeat(16)}.DQpTZXQ`)
    await odd.visit('/kiosk/next')
    expect(odd.status).toBe(200)
  })
})
