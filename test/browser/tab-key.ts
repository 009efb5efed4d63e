// The tab key, pressed as quickly as a machine can: each press in its turn, but none waits for the answer to the one before.

import type { CDPSession, Page } from 'playwright-core'

const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 }
const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** Presses it so many times, and waits for the page to have taken the last. */
export async function pressTab(page: Page, times = 1): Promise<void> {
  const opened = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, opened)
  const session = await opened
  const presses = Array.from({ length: times }, () => [
    session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...TAB }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...TAB }),
  ])
  await Promise.all(presses.flat())
}
