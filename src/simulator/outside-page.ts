// What stands in the demo where something leads outside: where it would lead. The address is text, and no link.

import { html } from 'hono/html'
import { FIRST_WORDS, type FirstLanguage } from './first-words.ts'

const LONGEST = 300

/** The page; `to` is the address outside, as anybody may have written it. */
export function outsidePage(language: FirstLanguage, to: string) {
  const words = FIRST_WORDS[language]
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${words.outsideTitle}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/simulator/assets/first.css" />
  </head>
  <body>
    <main>
      <h1>${words.outsideTitle}</h1>
      <p>${words.outsideTo}</p>
      <p><code>${to.slice(0, LONGEST)}</code></p>
      <p class="soft">${words.outsideHint} ${words.outsideBack}</p>
    </main>
  </body>
</html>`
}
