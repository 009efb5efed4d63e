// What axe is asked a second time, where a page was looked at already: whatever another width can change. And that it finds
// the same as the library does that was not made quicker.

import type axeCore from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AA, axeFinds } from './axe.ts'
import { PLAIN, SOURCE } from './axe-source.ts'
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

// Whatever axe reckons with: colours of every space, seen through, laid over, blended, shadowed and outlined.
const COLOURS = [
  ...['#777', 'hsl(200deg 50% 60%)', 'hsl(0.5turn 50% 60%)', 'rgb(0 0 0 / .4)', 'transparent'],
  ...['oklch(70% .1 200)', 'lab(60% 40 20 / .9)', 'color(display-p3 .9 .5 .5)', 'currentcolor'],
  'color-mix(in oklab, red, #ccc)',
]
const LAYERS = [
  ...['', 'opacity: .5', 'mix-blend-mode: multiply', 'mix-blend-mode: color; opacity: .8'],
  ...['text-shadow: 0 0 2px #fff', '-webkit-text-stroke: 1px #999', 'filter: invert(1)'],
  'background-image: linear-gradient(red, blue)',
]

it('finds the same as the library as it comes, with each number that it found it by', async () => {
  const lines = COLOURS.flatMap((ground) =>
    COLOURS.map((colour, nth) => {
      const layer = LAYERS[nth % LAYERS.length]
      return `<div style="background: ${ground}"><p style="color: ${colour}; ${layer}">Aa <b>Bb</b></p></div>`
    }),
  )
  const all: string[] = []
  for (const source of [PLAIN, SOURCE]) {
    await page.goto('about:blank')
    await page.setContent(
      `<html lang="en"><title>A</title><main><h1>A</h1>${lines.join('')}</main>`,
    )
    await page.evaluate(source)
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof axeCore }
      const { violations, incomplete, passes } = await axe.run(document)
      return JSON.stringify({ violations, incomplete, passes })
    })
    all.push(found)
  }
  expect(all[0]).toMatch(/"contrastRatio":1\.\d/)
  expect(all[1]).toBe(all[0])
})
