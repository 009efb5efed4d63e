// A walk past every kind of page there is, by presses and typed words, in a browser that runs no script.

import type { Page } from 'playwright-core'
import { fillEverything, freeSeat } from '../support/full-week.ts'
import type { Served } from './on-a-port.ts'

// A cry is heard in German whatever is read.
const CRY = 'Mein Mann schlägt mich'
const MOST_QUESTIONS = 40

/** What is done on the way, and with which page. */
export type Walk = {
  page: Page
  served: Served
  language: string
  /** Looks at the page that stands there now. */
  sees: (kind: string) => Promise<void>
}

/** Presses the first button or link that carries a code. */
async function press(page: Page, code: string): Promise<void> {
  const link = `a[href*="${encodeURIComponent(code)}"]`
  await page.locator(`button[value*="${code}"], ${link}`).first().click({ timeout: 20_000 })
}

/** Types where the page has a field, folded away or not. */
async function type(page: Page, text: string): Promise<void> {
  const field = page.locator('[name=text]')
  if (!(await field.isVisible())) await page.locator('summary').click()
  await field.fill(text)
  await page.locator('form:has([name=text]) button').click()
}

/** Before the consent. */
async function lobby({ page, served, language, sees }: Walk): Promise<void> {
  await page.goto(`${served.url}/`)
  await sees('menu')
  await press(page, `lo~${language}~consent`)
  await sees('consent')
  await press(page, '~more~')
  await sees('read more')
  for (const kind of ['danger', 'centres', 'declined', 'responsible']) {
    await page.goto(`${served.url}/?t=${encodeURIComponent(`1~lo~${language}~${kind}~~~~`)}`)
    await sees(kind)
  }
  await page.goto(`${served.url}/?t=${encodeURIComponent(`1~lo~${language}~consent~~~~`)}`)
  await type(page, CRY)
  await sees('danger after a cry before the consent')
  const others: [path: string, kind: string][] = [
    [`/sos?lang=${language}`, 'sos'],
    [`/accessibility?lang=${language}`, 'accessibility'],
    [`/exit/limits?lang=${language}`, 'what the exit does'],
    ['/return', 'languages of coming back'],
    [`/return?lang=${language}`, 'coming back'],
  ]
  for (const [path, kind] of others) {
    await page.goto(served.url + path)
    await sees(kind)
  }
  await page.goto(`${served.url}/accessibility?lang=${language}`)
  await type(page, ' ')
  await sees('barrier not taken')
  await type(page, CRY)
  await sees('barrier told with a cry')
  await page.goto(`${served.url}/return?lang=${language}`)
  await page.locator('form[action="/return"] button').click()
  await sees('coming back without a code')
  await page.goto(`${served.url}/nowhere?lang=${language}`)
  await sees('missing')
}

/** The questions, the times, and what was answered changed before it is booked; gives the page it leads to. */
async function books({ page, served, language, sees }: Walk): Promise<string> {
  await page.goto(`${served.url}/?t=${encodeURIComponent(`1~lo~${language}~consent~~~~`)}`)
  const walked: [code: string, kind: string][] = [
    ['ag~', 'urgent'],
    ['~bk', 'privacy'],
    ['op~privacy~', 'more of privacy'],
    ['op~barrier', 'barrier in the talk'],
  ]
  for (const [code, kind] of walked) {
    await press(page, code)
    await sees(kind)
  }
  await type(page, '17 !')
  await sees('barrier told in the talk')
  const further: [code: string, kind: string][] = [
    ['~on', 'urgent again'],
    ['urgent~no', 'topics'],
    ['ot~topics', 'more topics'],
    ['topics~', 'district'],
  ]
  for (const [code, kind] of further) {
    await press(page, code)
    await sees(kind)
  }
  await type(page, '00000')
  await sees('mistyped')
  await press(page, 'district~mitte')
  await sees('spoken')
  await press(page, 'an~spoken')
  await sees('times')
  await press(page, '~wy')
  await sees('other ways')
  await press(page, '~cs')
  await sees('choice of centres')
  await page.goBack()
  await page.goBack()
  await press(page, '~ds')
  await sees('days')
  await press(page, '~da~')
  await sees('times of a day')
  await press(page, '~tm~')
  await sees('check')
  await press(page, '~mr~spoken')
  await sees('an answer to be changed')
  await press(page, 'ot~spoken')
  await sees('more languages')
  await press(page, 'an~spoken~other')
  await sees('a language in words')
  await type(page, 'Kurdî')
  await sees('which language')
  await press(page, 'an~spoken~ckb')
  await press(page, '~mr~spoken')
  await press(page, 'an~spoken')
  await press(page, '~bo~')
  await sees('booked')
  return page.url()
}

/** What there is around an appointment. */
async function around({ page, served, sees }: Walk, from: string): Promise<void> {
  const pages = ['appointment-more', 'way', 'my-data', 'person', 'danger']
  for (const one of pages) {
    await page.goto(from)
    if (one === 'my-data') await press(page, 'op~appointment-more')
    await press(page, `op~${one}`)
    await sees(one)
  }
  await press(page, '~dg~call-back')
  await sees('when it is safe')
  await page.goto(from)
  await press(page, 'op~person')
  await press(page, 'cb~phone')
  await sees('phone')
  await type(page, '12')
  await sees('no phone number')
  await type(page, '0203 123456')
  await sees('sent')
  await page.goto(from)
  await press(page, 'op~delete')
  await sees('delete')
  await page.goto(from)
  await press(page, '~ls')
  await sees('languages')
  await page.goto(`${served.url}/talk/print`)
  await sees('print')
  await page.goto(from)
  await press(page, 'op~appointment-more')
  await press(page, '~pp')
  await sees('for somebody else')
}

/** Every optional question once. */
async function details({ page, sees }: Walk, from: string): Promise<void> {
  await page.goto(from)
  await press(page, '~de')
  await sees('details')
  await press(page, '~dy')
  for (let nth = 0; nth < MOST_QUESTIONS; nth++) {
    const skip = page.locator('button[value*="~sk~"]').first()
    if ((await skip.count()) === 0) break
    const kind = (await skip.getAttribute('value'))?.split('~').at(-1)
    await sees(`question ${kind}`)
    await skip.click()
  }
}

/** Moving, cancelling, waiting and an offer. */
async function changes({ page, served, sees }: Walk, from: string): Promise<void> {
  await page.goto(from)
  await press(page, '~mo')
  await sees('moving')
  await press(page, '~tm~')
  await sees('check of moving')
  await press(page, '~bo~')
  await sees('moved')
  await press(page, '~ca')
  await sees('cancel')
  await press(page, '~cy~')
  await sees('cancelled')
  await fillEverything(served.lotse)
  await press(page, '~ti')
  await sees('nothing free')
  await press(page, '~wa')
  await sees('wish')
  for (let wish = 0; wish < 3; wish++) {
    const any = page.locator('button[value*="~wi~"]').first()
    if ((await any.count()) > 0) await any.click()
    const on = page.locator('button[value*="~wo~"]')
    if ((await on.count()) > 0) await on.first().click()
  }
  await sees('waiting')
  served.lotse.clock.at += 60_000
  await freeSeat(served.lotse, 'hochfeld', 5)
  await served.lotse.tick()
  await page.goto(`${served.url}/talk`)
  await sees('waiting when a time was freed')
}

/** What goes wrong, what is typed in need, and the end. */
async function ends({ page, served, sees }: Walk): Promise<void> {
  await page.goto(`${served.url}/talk`)
  await type(page, CRY)
  await sees('danger after a cry')
  await page.goto(`${served.url}/talk`)
  served.lotse.disk.broken = true
  await press(page, 'op~person')
  await sees('fault')
  await page.goto(`${served.url}/talk`)
  const form = page.locator('[name=form]').first()
  await form.evaluate((node) => node.setAttribute('value', 'made-up'))
  await press(page, 'op~person')
  await sees('older button')
  await page.locator('a[href="/forget"]').click()
  await sees('forget asked')
  await press(page, 'forget')
  await sees('forgotten')
}

/** Past all of them, in this order. */
export async function walked(walk: Walk): Promise<void> {
  await lobby(walk)
  const from = await books(walk)
  for (const part of [around, details, changes]) await part(walk, from)
  await ends(walk)
}
