// What a walk through the demo needs: its own demo, a browser, and a folder for who asks for pictures.

import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Demo, freePort, startDemo } from '../support/demo-process.ts'
import { openChromium } from './chromium.ts'

/** Where pictures of a walk go; nowhere unless it is said. */
export const pictures = process.env['PICTURES']

/** Marks that steer the direction of a text and are not seen. */
export const marks = /[\u200E\u200F\u2066-\u2069]/g

type Opened = { demo: Demo; browser: Awaited<ReturnType<typeof openChromium>> }

/**
 * A demo and a browser for all tests of a file, ended after them. Each has to be read where it is used:
 * they are there once the first test runs. `isReachable`: the demo knows its own address; `hasTown`: people live in it.
 */
export function inDemo({ isReachable = false, hasTown = false } = {}): Opened {
  const opened: Partial<Opened> = {}
  beforeAll(async () => {
    const port = await freePort()
    const address = isReachable ? { PUBLIC_URL: `http://127.0.0.1:${port}` } : {}
    opened.demo = await startDemo({ PORT: String(port), ...address }, { hasTown })
    opened.browser = await openChromium()
    if (pictures) await mkdir(pictures, { recursive: true })
  })
  afterAll(async () => {
    await opened.browser?.close()
    expect(await opened.demo?.stop()).toBe(0)
  })
  return opened as Opened
}

/** Somebody new in the chat of the demo, who has not pressed START yet. */
export async function enters(
  { demo, browser }: Opened,
  size: { width: number; height: number },
): Promise<Page> {
  const page = await browser.context.newPage()
  await page.setViewportSize(size)
  await page.goto(`${demo.url}/simulator`)
  await addPerson(page)
  return page
}

/** Adds a person, and waits until what is pressed next is pressed as them and not as who was there. */
export async function addPerson(page: Page): Promise<void> {
  await page.locator('#people [aria-current]').waitFor()
  const before = await page.locator('#people li').count()
  // On a machine that is busy a press may come before the page is ready for it.
  for (let presses = 0; presses < 3; presses++) {
    await page.getByRole('button', { name: 'Add a person' }).click()
    const added = page.locator(`#people li:nth-child(n + ${before + 1}):last-child [aria-current]`)
    if (
      await added.waitFor({ timeout: 8_000 }).then(
        () => true,
        () => false,
      )
    )
      return
  }
  throw new Error('nobody was added')
}
