// Every kind of page, in four languages, as it is seen, read out, and walked by keys: without a script.

import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STYLE } from '../../src/web/style.ts'
import { openChromium } from './chromium.ts'
import { pictures } from './in-demo.ts'
import { servedLotse } from './on-a-port.ts'
import { axed, faultsInOrder, faultsInSight, faultsOfKeys, faultsSpaced } from './page-look.ts'
import { walked } from './page-walk.ts'

// 1280 at four hundred per cent is 320.
const WIDTHS = [390, 320, 1280]
const SCHEMES = [
  { colorScheme: 'dark' },
  { colorScheme: 'light', forcedColors: 'active' },
  { colorScheme: 'light', forcedColors: 'none' },
] as const
// Between them they show all colours there are.
const COLOURED = [
  ...['menu', 'consent', 'urgent', 'mistyped', 'check', 'booked', 'danger', 'fault'],
  'barrier not taken',
]
const FEWEST_KINDS = 45

let plain: Awaited<ReturnType<typeof openChromium>>
let scripted: Awaited<ReturnType<typeof openChromium>>
let same: Page
beforeAll(async () => {
  plain = await openChromium({ scripts: false })
  scripted = await openChromium()
  same = await scripted.context.newPage()
  await same.setViewportSize({ width: 390, height: 844 })
})
afterAll(async () => {
  await plain.close()
  await scripted.close()
})

describe.each(['de', 'ar', 'ckb', 'uk'])('pages in %s', (language) => {
  it('are whole, large, in order and found faultless', async () => {
    const served = await servedLotse()
    await plain.context.clearCookies()
    const page = await plain.context.newPage()
    const found: string[] = []
    const kinds = new Set<string>()

    async function sees(kind: string): Promise<void> {
      kinds.add(kind)
      const faults = await faultsInOrder(page)
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 })
        faults.push(...(await faultsInSight(page)).map((fault) => `at ${width}: ${fault}`))
        if (width === 320) faults.push(...(await faultsSpaced(page)))
        if (width < 1280) await pictured(page, `${language}-${width}-${kind}`)
      }
      const html = await page.content()
      faults.push(...(await axed(same, html, STYLE)))
      // Colours are the same in every language, and on most pages.
      for (const scheme of language === 'de' && COLOURED.includes(kind) ? SCHEMES : []) {
        await same.emulateMedia(scheme)
        faults.push(...(await axed(same, html, STYLE, true)))
        await page.emulateMedia(scheme)
        await pictured(page, `${language}-${scheme.colorScheme}-${kind}`)
      }
      faults.push(...(await faultsOfKeys(page)))
      await page.setViewportSize({ width: 390, height: 844 })
      found.push(...faults.map((fault) => `${kind}: ${fault}`))
    }

    await walked({ page, served, language, sees })
    await page.close()
    await served.stop()
    expect(found).toEqual([])
    expect(kinds.size).toBeGreaterThanOrEqual(FEWEST_KINDS)
  }, 240_000)
})

async function pictured(page: Page, name: string): Promise<void> {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  const path = `${pictures}/${name.replaceAll(' ', '-')}.png`
  await page.screenshot({ path, fullPage: true })
}
