// Links that are printed, kept in a window or followed later: they lead where they say, and take nothing away.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFormsOnly, type FormsOnly, windowOf } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { agreesOnPage, booksOnPage } from '../support/on-pages.ts'

let lotse: TestLotse
let browser: FormsOnly
beforeEach(async () => {
  lotse = await startLotse()
  browser = createFormsOnly(lotse.app)
})
afterEach(() => lotse.stop())

const word = (key: string, language = 'de') => lotse.deps.i18n.t(language, { key }, 0)

/** Presses the exit; where it leads is not asked for. */
async function leaves(one: FormsOnly) {
  const [[name = '', id = ''] = []] = [...one.cookies]
  const answer = await lotse.app.request('/exit', { headers: { cookie: `${name}=${id}` } })
  const [, left = ''] = /^[^=]+=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '') ?? []
  one.cookies.set(name, left)
}

describe('a poster', () => {
  it('leads where it says whoever comes with a cookie of somebody who is gone', async () => {
    browser.cookies.set('__Host-lotse', 'a'.repeat(43))
    await browser.visit('/?lang=ckb&centre=hochfeld')
    expect(browser.language).toBe('ckb')
    expect(browser.html).toContain('lo~ckb~')
    expect(browser.html).toContain('~ho')
    expect(browser.cookies.size).toBe(0)
  })

  it('leads whoever is known to their talk', async () => {
    await agreesOnPage(browser)
    await browser.visit('/?lang=ckb&centre=hochfeld')
    expect(browser.at).toBe('/talk')
    expect(browser.cookies.size).toBe(1)
  })
})

describe('a link to a kiosk', () => {
  it('takes nothing from somebody who left by the exit', async () => {
    await booksOnPage(browser)
    await leaves(browser)
    const before = [...browser.cookies]
    await browser.visit('/?kiosk&centre=hochfeld')
    expect([...browser.cookies]).toEqual(before)
    expect(browser.text).not.toContain(word('questions.urgent.title'))
    await agreesOnPage(browser)
    expect(browser.at).toMatch(/^\/talk/)
    expect(await lotse.db.$queryRawUnsafe('SELECT 1 AS "one" FROM "Person"')).toHaveLength(1)
  })

  it('begins where the tablet begins, whatever ended', async () => {
    await browser.visit('/?kiosk&lang=ckb&centre=hochfeld')
    await browser.press(/ag~/)
    await browser.press(/op~delete/)
    await browser.press(/~ey$/)
    await browser.visit('/')
    expect(browser.at).toBe('/?lang=ckb&centre=hochfeld')
    await browser.visit('/talk')
    expect(browser.at).toBe('/?lang=ckb&centre=hochfeld')
  })
})

describe('a page in another window', () => {
  it('does not give one person the file and the sheet of another', async () => {
    await booksOnPage(browser)
    const own = await windowOf(lotse.app, browser)
    await own.press(/\.ics/)
    const mine = own.file?.name
    for (const step of [/appointment-more/, /~pp/, /br~child/, /vo~child/, /~on$/]) {
      await browser.press(step)
    }
    for (const step of [/urgent~no/, /topics~housing/, /district~mitte/, /an~spoken/, /~tm~/]) {
      await browser.press(step)
    }
    await browser.press(/~bo~/)
    await browser.press(/\.ics/)
    const childs = browser.file?.name
    expect(childs).not.toBe(mine)
    const printed = own.pressables().find(({ label }) => label === word('page.print'))
    await own.press(/\.ics/)
    expect(own.file?.name).toBe(mine)
    expect(own.text).toContain(word('notice.older-button'))
    await printed?.press()
    expect(own.at).not.toContain('/talk/print')
    expect(own.text).toContain(word('notice.older-button'))
    await browser.press(word('page.print'))
    expect(browser.at).toContain('/talk/print')
    expect(browser.text).toContain(childs?.replace('.ics', ''))
  })
})
