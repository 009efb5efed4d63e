// A page looked at: by axe at both widths and in the dark, and by whoever asks for pictures.

import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { AA, axeFinds } from './axe.ts'

const folder = process.env['SCREENSHOTS']

/** At every width and in the dark. */
export const EVERYWHERE = [320, 390, 1280].flatMap((width) => [
  [width, 'light'] as const,
  [width, 'dark'] as const,
])

/** axe at both widths and in the dark, no sideways scrolling, and a picture where one is wanted. */
export async function looked(
  page: Page,
  name: string,
  at: readonly (readonly [number, 'light' | 'dark'])[] = [
    [360, 'light'],
    [1280, 'light'],
    [1280, 'dark'],
  ],
) {
  if (folder) mkdirSync(folder, { recursive: true })
  const widths = new Set<number>()
  const seen = new Set<string>()
  for (const [width, scheme] of at) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme: scheme })
    // The first look is for everything there is; at a width that was looked at, the dark changes colours alone.
    const onlyColours = scheme === 'dark' && widths.has(width)
    const broken = await axeFinds(page, { tags: AA, onlyColours, seen })
    const found = broken.map(({ id, nodes }) => `${id}: ${nodes.join(' ')}`)
    widths.add(width)
    expect(found, `${name} at ${width}, ${scheme}`).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, `${name} scrolls sideways at ${width}`).toBeLessThanOrEqual(0)
    if (folder) {
      await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png`, fullPage: true })
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
