// What stands in the demo where something leads outside: where it would lead. The address is text, and no link.

import { html } from 'hono/html'
import { FIRST_WORDS, type FirstLanguage } from './first-words.ts'
import { smallPage } from './small-page.ts'

const LONGEST = 300

/** The page; `to` is the address outside, as anybody may have written it. */
export function outsidePage(language: FirstLanguage, to: string) {
  const words = FIRST_WORDS[language]
  return smallPage(
    language,
    words.outsideTitle,
    html`<p>${words.outsideTo}</p>
    <p><code>${to.slice(0, LONGEST)}</code></p>
    <p class="soft">${words.outsideHint} ${words.outsideBack}</p>`,
  )
}
