// A page of the demo beside its first one, as narrow as the phone it stands in.

import { html } from 'hono/html'
import type { FirstLanguage } from './first-words.ts'

/** The whole page; `title` stands above `content` as well. */
export const smallPage = (
  language: FirstLanguage,
  title: string,
  content: ReturnType<typeof html>,
) => html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/simulator/assets/first.css" />
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      ${content}
    </main>
  </body>
</html>`
