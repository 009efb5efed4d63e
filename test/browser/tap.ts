// Tapping in the chat of the simulator.

import type { Page } from 'playwright-core'
import { marks } from './in-demo.ts'

const plain = (text: string) => text.replace(marks, '').trim()

/** What stands before the words of an option: an emoji, and what makes it one. */
const ICON = /^[\p{Extended_Pictographic}\p{Emoji_Component}]+ /u

export type Label = string | RegExp | readonly string[]

/** What books, with a reminder or without: at a time that comes too soon for one there is another button. */
export const toBook = (word: (key: string) => string, how: 'book' | 'book-quietly' = 'book') =>
  [how, 'book-plainly'].map((name) => word(`booking.check.button.${name}`))

/** Taps the last button with this label, or one of them, whatever icon it has, once it is there. */
export async function tap(page: Page, label: Label): Promise<void> {
  const matches = (text: string) => {
    const seen = plain(text.replace('↗', ''))
    if (label instanceof RegExp) return label.test(seen)
    const said = [label].flat().map(plain)
    return said.includes(seen) || said.includes(seen.replace(ICON, ''))
  }
  for (let i = 0; i < 100; i++) {
    const buttons = page.locator('#messages .key')
    const labels = await buttons.allInnerTexts()
    const index =
      label instanceof RegExp ? labels.findIndex(matches) : labels.findLastIndex(matches)
    if (index >= 0) {
      await buttons.nth(index).click()
      return
    }
    await page.waitForTimeout(100)
  }
  const labels = await page.locator('#messages .key').allInnerTexts()
  throw new Error(`no button ${String(label)} in sight among ${labels.join(' | ')}`)
}
