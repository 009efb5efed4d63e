// What axe is asked a second time, where a page was looked at already: whatever another width can change.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AA, axeFinds } from './axe.ts'
import { openChromium } from './chromium.ts'

let browser: Awaited<ReturnType<typeof openChromium>>
let page: Page
beforeAll(async () => {
  browser = await openChromium()
  page = await browser.context.newPage()
})
afterAll(() => browser.close())

/** What is found at two widths in light and dark, each as `width scheme rule`. */
async function foundWith(style: string): Promise<string[]> {
  await page.setContent(`<html lang="en"><title>A</title><style>${LARGE}${style}</style><main>
    <h1>A</h1><p><a href="#a">Aa</a> <a href="#b">Bb</a></p></main></html>`)
  const seen = new Set<string>()
  const all: string[] = []
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const found = await axeFinds(page, { tags: AA, onlyColours: colorScheme === 'dark', seen })
      all.push(...found.map(({ id }) => `${width} ${colorScheme} ${id}`))
    }
  }
  return all
}

const LARGE = 'a { display: inline-block; height: 40px; width: 40px }'
const PALE = 'p { background: #fff; color: #ddd } a { color: inherit }'

it.each([
  ['nothing', '', []],
  [
    'colours that come with a width, in both schemes',
    `@media (min-width: 23em) { ${PALE} }`,
    ['390 light color-contrast', '390 dark color-contrast'],
  ],
  [
    'colours that come with a width in the dark',
    `@media (min-width: 23em) and (prefers-color-scheme: dark) { ${PALE} }`,
    ['390 dark color-contrast'],
  ],
  [
    'what is too small at a width alone',
    'a { height: 9px; width: calc(390px - 100vw + 9px) }',
    ['390 light target-size'],
  ],
  [
    'a name that goes with a width',
    '@media (min-width: 23em) { h1 { display: none } }',
    ['390 light page-has-heading-one'],
  ],
])('finds %s', async (_, style, found) => {
  expect(await foundWith(style)).toEqual(found)
})
