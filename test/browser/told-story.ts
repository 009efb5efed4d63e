// A story of the demo's first page, told to its end: the desk follows the phone, and the phone the desk.

import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export const STORIES = ['letter', 'danger', 'missed'] as const
type Story = (typeof STORIES)[number]

/** What each ends with: what the desk shows of what was pressed on the phone, and the phone of the desk. */
const ENDS = {
  letter: { desk: 'Schreiben mit Frist', phone: /رسالة من مركز الاستشارة/ },
  danger: { desk: 'Termin', phone: /\.ics/ },
  missed: { desk: 'Kurmandschi', phone: /Ev hevdîtin pêk nehat/ },
}

/** Presses through it on the page that is open; `looks` at each step, from the first one on. */
export async function isToldOn(
  page: Page,
  story: Story,
  looks: (step: number) => Promise<void> = async () => {},
): Promise<void> {
  const phone = page.frameLocator('#phone')
  const desk = page.frameLocator('#desk')
  const inChat = async () => (await phone.locator('.message.in').allInnerTexts()).join('\n')
  await page.locator(`[data-story="${story}"]`).click()
  const chat: string[] = []
  const shown: string[] = []
  for (let told = 1; told < 12; told++) {
    await page.locator(`#said[data-step="${told}"]`).waitFor({ timeout: 90_000 })
    await looks(told)
    chat.push(await inChat())
    shown.push(await desk.locator('main').innerText())
    const over = ({ scrollWidth, clientWidth }: HTMLElement) => scrollWidth - clientWidth
    expect([told, await desk.locator('html').evaluate(over)]).toEqual([told, 0])
    if (await page.locator('#next').isHidden()) break
    await page.locator('#next').click()
  }
  expect(await page.locator('#next').isHidden()).toBe(true)
  const ends = ENDS[story]
  expect(shown.at(-1)).toContain(ends.desk)
  const [, code = 'none'] = /\b([0-9A-Z]{3}-[0-9A-Z]{3})\b/.exec(chat.join('\n')) ?? []
  expect(shown.at(-1)).toContain(code)
  // The last thing that arrives was pressed at the desk; in the missed one that is the question, one step before.
  const last = story === 'missed' ? -2 : -1
  expect(chat.at(last - 1)).not.toMatch(ends.phone)
  expect(chat.at(last)).toMatch(ends.phone)
  if (story === 'missed') expect(shown.at(-3)).toMatch(/Kurmandschi.*nicht erschienen/)
}
