// Every page of the desk on the narrowest screen, in a town where everything occurs: nothing scrolls sideways, the
// navigation leaves room, and no button has lost the room within it.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inDemo, pictures } from './in-demo.ts'

const opened = inDemo({ hasTown: true })
const ROLES = ['counsellor', 'staff', 'coordinator', 'administrator']

async function signedIn(name: string): Promise<Page> {
  const { demo, browser } = opened
  await browser.context.clearCookies()
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto(`${demo.url}/staff/sign-in`)
  await page.fill('#email', `${name}@demo.lotse.example`)
  await page.fill('#password', 'lotse-demo-2026')
  await page.keyboard.press('Enter')
  await page.waitForSelector('nav')
  return page
}

const linksIn = (page: Page, within: string) =>
  page
    .locator(`${within} a[href^="/staff"]`)
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))])

async function faultsOf(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) =>
        one.getBoundingClientRect().right > innerWidth + 1 && one.closest('.scroll') === null,
    )
    const bare = [...document.querySelectorAll('main .button, main button')].filter(
      (one) => one.checkVisibility() && Number.parseFloat(getComputedStyle(one).paddingLeft) < 4,
    )
    const isWide = document.documentElement.scrollWidth > innerWidth
    const named = (what: string, all: Element[]) =>
      all.slice(0, 3).map((one) => `${what}: ${one.tagName} ${one.textContent?.slice(0, 40)}`)
    return [...(isWide ? named('sideways', wide) : []), ...named('no room within', bare)]
  })
}

test.each(ROLES)('pages of %s', { timeout: 120_000 }, async (name) => {
  const page = await signedIn(name)
  const { demo } = opened
  const [first = ''] = await linksIn(page, 'header')
  const header = await page.locator('header').boundingBox()
  expect(header?.height).toBeLessThan(160)
  const paths = new Set([first, ...(await linksIn(page, 'header'))])
  if (name === 'counsellor' || name === 'staff') {
    await page.goto(`${demo.url}/staff/intakes?box=mine`)
    const records = (await linksIn(page, 'tbody')).slice(0, 4)
    for (const record of records) paths.add(record).add(record.replace(/(\?|$)/, '/times$1'))
  }
  const faults: string[] = []
  for (const path of paths) {
    await page.goto(`${demo.url}${path}`)
    faults.push(...(await faultsOf(page)).map((fault) => `${path.slice(0, 60)} ${fault}`))
    const file = path.replaceAll(/[^a-z]+/g, '-').slice(0, 40)
    if (pictures) await page.screenshot({ path: `${pictures}/${name}${file}.png`, fullPage: true })
  }
  expect(paths.size).toBeGreaterThan(4)
  expect(faults).toEqual([])
  await page.close()
})
