// The page around everything that is shown to everybody.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Deps } from '../deps.ts'
import type { Text } from '../domain/dialog/text.ts'
import { exitBar } from './exit-bar.ts'
import { frameLines } from './frame-lines.ts'
import { kioskFrame } from './kiosk-frame.ts'
import { SCRIPTS } from './scripts.ts'
import { standingLinks } from './standing.ts'
import { STYLE_PATH } from './style.ts'
import { zipped } from './zipped.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString> | ''

/** What is put into the frame. */
export type Page = {
  language: string
  /** What the window is called; on most pages also the heading. */
  title: string
  /** Back, 🆘 and a person: the same place on every page. */
  top: Html
  content: Html
  /** What can be done on every page, below it. */
  foot: Html
  /** Somebody near must not see it: the exit is always in sight. */
  isSensitive?: boolean
  /** Something is asked for that is typed. */
  isTyped?: boolean
  /** Leads on by itself after so many seconds. */
  refresh?: { seconds: number; to: string }
}

/** What it is called where a page has no name of its own. */
export const BRAND = 'Lotse'

/** Puts words to texts for one reader. */
export type Words = (text: Text | string, language?: string) => string

export const wordsIn =
  ({ i18n, clock }: Pick<Deps, 'i18n' | 'clock'>, own: string): Words =>
  (text, language = own) =>
    i18n.t(language, typeof text === 'string' ? { key: text } : text, clock.now())

/** `rtl` or `ltr` of a language. */
export function directionOf({ i18n }: Pick<Deps, 'i18n'>, language: string): 'ltr' | 'rtl' {
  return i18n.languages.find(({ key }) => key === language)?.direction ?? 'ltr'
}

/** Answers with a page; nobody keeps it. */
export async function answer(
  c: Context,
  deps: Deps,
  page: Page,
  status: 200 | 403 | 404 | 413 | 422 | 429 | 500 | 503 = 200,
) {
  const { language, title, top, content, foot, isSensitive, refresh } = page
  c.header('Content-Language', language)
  const direction = directionOf(deps, language)
  const words = wordsIn(deps, language)
  const word = (key: string) => words(key)
  const around = { language, word, isTyped: page.isTyped === true }
  const kiosk = refresh ? undefined : await kioskFrame(c, deps, around)
  const standing = await standingLinks(deps, language, words)
  const text = html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title === BRAND ? '' : html`${title} · `}${BRAND}</title>
<link rel="stylesheet" href="${STYLE_PATH}">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${refresh ? html`<meta http-equiv="refresh" content="${refresh.seconds}; url=${refresh.to}">` : ''}
${isSensitive ? html`<script src="${SCRIPTS.exit.path}" defer></script>` : ''}
${kiosk?.head ?? ''}
</head>
<body>
${isSensitive ? exitBar(word) : html`<a class="skip" href="#content">${word('page.skip')}</a>`}
<header>${top}</header>
${frameLines(deps).map(({ text }) => html`<p class="notice" role="note">${words(text)}</p>`)}
<main id="content" tabindex="-1">
${content}
</main>
<footer>${foot}${kiosk?.foot ?? ''}${standing}</footer>
${kiosk?.end ?? ''}
</body>
</html>`
  return zipped(c, String(await text), status, { 'Content-Type': 'text/html; charset=UTF-8' })
}
