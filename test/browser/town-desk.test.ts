// The desk of a town that has lived, full lists and all: nothing of it is cut off, whatever it is looked at with.

import { afterEach, describe, expect, it } from 'vitest'
import { inDemo, pictures } from './in-demo.ts'

const opened = inDemo({ hasTown: true })

afterEach(async () => {
  for (const page of opened.browser.context.pages()) await page.close()
})

// A wide screen, a laptop, the same at 125 %, tablets both ways, a small window, telephones.
const WIDTHS = [1440, 1280, 1024, 992, 810, 720, 390, 320]

/** Beside those of the navigation. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  lead: ['/staff/intakes?box=all&status=all', '/staff/intakes?box=waiting'],
  counsellor: ['/staff/intakes?box=all&status=all'],
  administrator: ['/staff/admin/centres/hamborn'],
}

describe.each(['lead', 'counsellor', 'coordinator', 'administrator', 'data-protection'])(
  '%s',
  (role) => {
    it('finds nothing cut off on any page', async () => {
      const { browser, demo } = opened
      await browser.context.clearCookies()
      const page = await browser.context.newPage()
      await page.goto(`${demo.url}/demo`)
      await page.locator(`form[data-role="${role}"] button`).click()
      const desk = page.frameLocator('#desk')
      await desk.locator('.account .who').first().waitFor({ state: 'attached' })
      const links = desk.locator('nav a[href^="/staff"]')
      const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))
      const paths = [...new Set([...hrefs, ...(MORE[role] ?? [])])]
      expect(paths.length).toBeGreaterThan(1)
      const cut: unknown[] = []
      for (const path of paths) {
        const answer = await page.goto(demo.url + path)
        expect([path, answer?.status()]).toEqual([path, 200])
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 })
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          if (over > 0) cut.push({ path, width, over })
          if (pictures && role === 'lead' && path?.endsWith('/intakes'))
            await page.screenshot({ path: `${pictures}/town-inbox-${width}.png` })
        }
      }
      expect(cut).toEqual([])
    })
  },
)
