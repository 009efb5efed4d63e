// Tapping in the chat of the simulator.

import type { Page } from 'playwright-core'
import { marks } from './in-demo.ts'

const plain = (text: string) => text.replace(marks, '').trim()

/** What stands before the words of an option: an emoji, and what makes it one. */
const ICON = /^[\p{Extended_Pictographic}\p{Emoji_Component}]+ /u

/** Taps the last button with this label, whatever icon it has, once it is there. */
export async function tap(page: Page, label: string | RegExp): Promise<void> {
  const matches = (text: string) => {
    const seen = plain(text.replace('↗', ''))
    if (typeof label !== 'string') return label.test(seen)
    return seen === plain(label) || seen.replace(ICON, '') === plain(label)
  }
  for (let i = 0; i < 100; i++) {
    const buttons = page.locator('#messages .key')
    const labels = await buttons.allInnerTexts()
    const index =
      typeof label === 'string' ? labels.findLastIndex(matches) : labels.findIndex(matches)
    if (index >= 0) {
      await buttons.nth(index).click()
      return
    }
    await page.waitForTimeout(100)
  }
  const labels = await page.locator('#messages .key').allInnerTexts()
  throw new Error(`no button ${String(label)} in sight among ${labels.join(' | ')}`)
}
