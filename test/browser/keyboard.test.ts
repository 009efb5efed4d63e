// The desk by the keyboard alone: on every page of every role all that can be pressed is reached by Tab, in the order in which it
// stands, with the focus in sight; nothing holds it; folds, sheets and the menu open and close by key.

import type { Page } from 'playwright-core'
import { afterAll, expect, it, test } from 'vitest'
import { demoAccounts, demoPassword } from '../../src/flows/sign-in/demo-account.ts'
import { inDemo } from './in-demo.ts'
import { pressTab } from './tab-key.ts'

const opened = inDemo({ hasTown: true })
afterAll(async () => {
  for (const page of opened.browser.context.pages()) await page.close()
})

const OF_MANY =
  /\/(intakes|chapters|voices|posters|bodies|admin\/(?:staff|centres|pools|templates|mappings))\/[^/?]+/
const NO_PAGE = /\.(csv|json|ics|zip)|\/(file|sound|clip)/

function kindOf(href: string): string {
  const { pathname, searchParams } = new URL(href, 'http://desk.example')
  const names = [...searchParams.keys()].sort().join('&')
  return `${pathname.replace(OF_MANY, '/$1/*')}?${names} ${searchParams.get('box') ?? ''}`
}

async function signsIn(page: Page, email: string) {
  page.setDefaultTimeout(120_000)
  await page.context().clearCookies()
  await page.goto(`${opened.demo.url}/staff/sign-in`)
  await page.fill('#email', email)
  await page.fill('#password', demoPassword)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
}

type Step = { nth: number; html: string; isMarked: boolean; by: string | null }

const PRESSED =
  'a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select, textarea, summary, audio[controls], [tabindex="0"]'

/** Notes at each Tab what has the focus, and which elements should have it, by their places in the page. */
const noting = (pressed: string): number[] => {
  const all = [...document.querySelectorAll<HTMLElement>('*')]
  const steps: Step[] = []
  const groups = new Set<string>()
  Object.assign(globalThis, { steps })
  // By then it was scrolled to.
  document.addEventListener('keyup', () => {
    const node = document.activeElement as HTMLElement | null
    const nth = node === null || node === document.body ? -1 : all.indexOf(node)
    if (!node || steps.at(-1)?.nth === nth) return
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(node)
    const box = node.getBoundingClientRect()
    // What goes over the end of a line is held in two boxes, and the middle of both is neither's.
    const line = node.getClientRects()[0] ?? box
    const x = Math.min(Math.max(line.left + line.width / 2, 1), innerWidth - 1)
    const y = Math.min(Math.max(line.top + Math.min(line.height / 2, 12), 1), innerHeight - 1)
    const over = document.elementFromPoint(x, y)
    const isInSight =
      box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    const isFree =
      over === null || node.contains(over) || over.contains(node) || over.closest('label')
    steps.push({
      nth,
      html: node.outerHTML.slice(0, 120),
      isMarked: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      by: isInSight && isFree ? null : (over?.outerHTML.slice(0, 60) ?? ''),
    })
  })
  ;(document.activeElement as HTMLElement | null)?.blur()
  scrollTo(0, 0)
  return all.flatMap((node, nth) => {
    const isSeen = node.checkVisibility({ visibilityProperty: true })
    if (!node.matches(pressed) || !isSeen || node.tabIndex < 0) return []
    // Among the choices of one question the arrows lead.
    if (node.matches('input[type=radio]')) {
      const { name } = node as HTMLInputElement
      if (groups.has(name)) return []
      groups.add(name)
    }
    return [nth]
  })
}

/** The page walked by Tab from its beginning until it ends or begins anew; what was wrong. */
async function walk(page: Page): Promise<string[]> {
  const wanted = await page.evaluate(noting, PRESSED)
  const steps = () => page.evaluate(() => (globalThis as unknown as { steps: Step[] }).steps)
  let came: Step[] = []
  // A date or a time takes several.
  for (let pressed = 0; pressed <= wanted.length * 3 + 40; pressed += 20) {
    await pressTab(page, 20)
    came = await steps()
    const end = came.findIndex(
      ({ nth }, at) => nth < 0 || came.findIndex((one) => one.nth === nth) < at,
    )
    if (end >= 0) {
      came = came.slice(0, end)
      break
    }
  }
  const places = came.map(({ nth }) => nth)
  const sorted = places.toSorted((a, b) => a - b)
  const astray = places.findIndex((nth, at) => nth !== sorted[at])
  const missed = await page.evaluate(
    (all) => all.map((nth) => document.querySelectorAll('*')[nth]?.outerHTML.slice(0, 120)),
    wanted.filter((nth) => !places.includes(nth)),
  )
  return [
    ...came.filter((one) => !one.isMarked).map(({ html }) => `the focus is not seen: ${html}`),
    ...came.filter(({ by }) => by !== null).map(({ html, by }) => `under ${by}: ${html}`),
    ...missed.map((one) => `not reached: ${one}`),
    ...(astray < 0 ? [] : [`out of order: ${came[astray]?.html}`]),
    ...(came.length < 3 ? [`only ${came.length} steps`] : []),
  ]
}

/** Every fold of the page, by Enter and once more. */
async function folds(page: Page): Promise<string[]> {
  const faults: string[] = []
  const summaries = page.locator('main details:visible > summary:visible')
  for (let nth = 0; nth < Math.min(await summaries.count(), 4); nth += 1) {
    const one = summaries.nth(nth)
    const isOpen = () => one.evaluate((node) => (node.parentElement as HTMLDetailsElement).open)
    const before = await isOpen()
    await one.focus()
    await page.keyboard.press('Enter')
    if ((await isOpen()) === before) faults.push(`fold ${nth} does not open by key`)
    await page.keyboard.press('Space')
    if ((await isOpen()) !== before) faults.push(`fold ${nth} does not close by key`)
  }
  return faults
}

const seen = new Set<string>()

const AT_LEAST: Partial<Record<string, number>> = { lead: 25, administrator: 15 }

it.each(demoAccounts.map(({ role, email }) => [role, email] as const))(
  '%s: every page is walked by Tab',
  async (role, email) => {
    const page = await opened.browser.context.newPage()
    await page.setViewportSize({ width: 1280, height: 800 })
    await signsIn(page, email)
    const open = ['/staff']
    const queued = new Set(open.map(kindOf))
    const wrong: Record<string, string[]> = {}
    let walked = 0
    for (let path = open.shift(); path; path = open.shift()) {
      const kind = kindOf(path)
      await page.goto(opened.demo.url + path)
      const hrefs = await page
        .locator('a[href^="/staff"]:not([download])')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
      for (const href of hrefs) {
        const [to = ''] = href.split('#')
        if (NO_PAGE.test(to) || queued.has(kindOf(to))) continue
        queued.add(kindOf(to))
        open.push(to)
      }
      if (seen.has(kind)) continue
      seen.add(kind)
      walked += 1
      const faults = [...(await walk(page)), ...(await folds(page))]
      if (faults.length > 0) wrong[path] = faults
    }
    expect(wrong).toEqual({})
    expect(walked).toBeGreaterThanOrEqual(AT_LEAST[role] ?? 0)
  },
  600_000,
)

test('what is not reached, stands out of order, shows no focus or is covered is noticed', async () => {
  const page = await opened.browser.context.newPage()
  await page.setContent(`<a href="#a">first</a> <button tabindex="3">early</button> <div tabindex="0">div</div>
<button id="bare" style="outline: none">bare</button><button id="under">under</button><button>last</button>`)
  await page.evaluate(() => {
    const under = document.getElementById('under') as HTMLElement
    const lid = document.createElement('div')
    lid.style.cssText = 'position: absolute; background: red'
    const { left, top, width, height } = under.getBoundingClientRect()
    Object.assign(lid.style, { left: `${left}px`, top: `${top}px` })
    Object.assign(lid.style, { width: `${width}px`, height: `${height}px` })
    document.body.append(lid)
    document
      .querySelectorAll('button')
      .item(3)
      .addEventListener('focus', () => under.focus())
  })
  const faults = (await walk(page)).join('\n')
  expect(faults).toMatch(/out of order: <button tabindex="3"/)
  expect(faults).toMatch(/the focus is not seen: <button id="bare"/)
  expect(faults).toMatch(/under <div style.*<button id="under"/)
  expect(faults).toMatch(/not reached: <button>last/)
})

test('the first Tab leads past the navigation, and from there on through the page', async () => {
  const page = await opened.browser.context.newPage()
  await signsIn(page, demoAccounts[0]?.email ?? '')
  await page.goto(`${opened.demo.url}/staff/intakes`)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

test('a sheet of a record opens by Enter with the next Tab in it, and closes by its link', async () => {
  const page = await opened.browser.context.newPage()
  await signsIn(page, demoAccounts[0]?.email ?? '')
  await page.goto(`${opened.demo.url}/staff/intakes?box=mine`)
  await page.locator('tbody th a').first().click()
  await page.getByRole('link', { name: 'Notiz', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const inSheet = () => page.evaluate(() => document.activeElement?.closest('.sheet')?.id ?? '')
  expect(await inSheet()).toBe('do-note')
  await page.locator('#do-note a[href="#content"]').focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('#do-note').isVisible()).toBe(false)
})

test('on a phone the menu opens by Enter, leads on by Tab, and closes by Escape back at its button', async () => {
  const page = await opened.browser.context.newPage()
  await page.setViewportSize({ width: 390, height: 800 })
  await signsIn(page, demoAccounts[0]?.email ?? '')
  const menu = page.getByRole('button', { name: 'Menü' })
  await menu.focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('#menu').isVisible()).toBe(true)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('#menu') !== null)).toBe(true)
  await page.keyboard.press('Escape')
  expect(await page.locator('#menu').isVisible()).toBe(false)
  expect(await menu.evaluate((node) => node === document.activeElement)).toBe(true)
})
