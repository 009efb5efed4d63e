// The desk of a town that has lived, full lists and all, gone through by every link that each role finds: for every eye
// at every width, and nothing of it is cut off, whatever it is looked at with and on paper.

import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { AA, axeFinds } from './axe.ts'
import { inDemo, pictures } from './in-demo.ts'

const opened = inDemo({ hasTown: true })

afterEach(async () => {
  for (const page of opened.browser.context.pages()) await page.close()
})

// Telephones and a wide screen are looked at by axe; a laptop at 125 %, tablets both ways and a small window are measured.
const LOOKED = [320, 390, 1280]
const WIDTHS = [720, 810, 992, 1024, 1440]
// Upright less the margins browsers print with, in CSS pixels.
const A4 = 718

// One of each kind is enough: of records, accounts, centres, languages, chapters.
const OF_MANY =
  /\/(intakes|chapters|voices|posters|bodies|admin\/(?:staff|centres|pools|templates|mappings))\/[^/]+/g

/** What pages have in common that differ only in whose or which they are. */
function kindOf(href: string): string {
  const { pathname, searchParams } = new URL(href, 'http://desk.example')
  const names = [...searchParams.keys()].sort().join('&')
  return `${pathname.replace(OF_MANY, '/$1/*')}?${names} ${searchParams.get('box') ?? ''}`
}

async function signsIn(page: Page, role: string) {
  await page.context().clearCookies()
  await page.goto(`${opened.demo.url}/demo`)
  await page.locator(`form[data-role="${role}"] button`).click()
  const who = page.frameLocator('#desk').locator('.account .who')
  await who.first().waitFor({ state: 'attached' })
}

const over = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** What is wrong with the page that is open, at each width. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = []
  const measures = async (width: number, media: 'screen' | 'print' = 'screen') => {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ media, colorScheme: 'light' })
    const much = await over(page)
    if (much > 0) faults.push(`${media} ${width}: ${much} too wide`)
  }
  const seen = new Set<string>()
  for (const width of LOOKED) {
    await measures(width)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const found = await axeFinds(page, { tags: AA, onlyColours: colorScheme === 'dark', seen })
      faults.push(...found.map(({ id, nodes }) => `${width} ${colorScheme}: ${id}: ${nodes[0]}`))
    }
  }
  for (const width of WIDTHS) await measures(width)
  await measures(A4, 'print')
  return faults
}

// Kinds that a role before has been through.
const through = new Set<string>()

it.each([
  ['lead', 25],
  ['counsellor', 0],
  ['coordinator', 1],
  ['administrator', 15],
  ['data-protection', 1],
] as const)(
  '%s: every page is for every eye, and nothing is cut off',
  async (role, atLeast) => {
    const page = await opened.browser.context.newPage()
    await signsIn(page, role)
    const open = ['/staff']
    const queued = new Set(open.map(kindOf))
    const wrong: Record<string, string[]> = {}
    let [visited, looked] = [0, 0]
    for (let path = open.shift(); path; path = open.shift()) {
      const answer = await page.goto(opened.demo.url + path)
      expect([path, answer?.status()]).toEqual([path, 200])
      visited += 1
      const links = page.locator('a[href^="/staff"]:not([download])')
      const hrefs = await links.evaluateAll((all) =>
        all.map((one) => one.getAttribute('href') ?? ''),
      )
      for (const href of hrefs) {
        const [to = ''] = href.split('#')
        if (/\.(csv|json|ics|zip)|\/(file|sound|clip)/.test(to) || queued.has(kindOf(to))) continue
        queued.add(kindOf(to))
        open.push(to)
      }
      if (through.has(kindOf(path))) continue
      through.add(kindOf(path))
      looked += 1
      const faults = await faultsOf(page)
      if (faults.length > 0) wrong[path] = faults
      if (pictures) {
        const name = kindOf(path).replace(/\W+/g, '-')
        await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
        await page.setViewportSize({ width: 1280, height: 800 })
        await page.screenshot({ path: `${pictures}/desk-${role}${name}.png` })
      }
    }
    expect(wrong).toEqual({})
    expect(visited).toBeGreaterThan(2)
    expect(looked).toBeGreaterThanOrEqual(atLeast)
  },
  400_000,
)
