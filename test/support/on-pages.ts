// Ways through the talk on pages, for a browser that knows links and forms alone.

import type { FormsOnly } from './forms-only.ts'

/** To the first question. */
export async function agreesOnPage(browser: FormsOnly, language = 'de'): Promise<void> {
  await browser.visit('/')
  await browser.press(new RegExp(`lo~${language}~consent`))
  await browser.press(/ag~/)
}

/** From nothing to a booked time in Hochfeld. */
export async function booksOnPage(browser: FormsOnly, language = 'de'): Promise<void> {
  await agreesOnPage(browser, language)
  for (const step of [/urgent~no/, /topics~housing/, /district~mitte/, /an~spoken/]) {
    await browser.press(step)
  }
  await browser.press(/~tm~hochfeld/)
  await browser.press(/~bo~/)
}
