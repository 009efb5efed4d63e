// The appointment as a sheet of paper, with the German sentence for the door.

import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import type { Screen } from '../domain/dialog/screen.ts'
import { asPage } from '../domain/dialog/show/on-page.ts'
import { BRAND, directionOf, type Page, wordsIn } from './frame.ts'
import { headed, lineHtml } from './lines.ts'
import { topOf } from './top.ts'

/** The lines of some screens one below the other, without buttons. */
export function sheetPage(deps: Deps, language: string, screens: readonly Screen[]): Page {
  const words = wordsIn(deps, language)
  const dir = (other: string) => directionOf(deps, other)
  const { title, rest } = headed(
    screens.flatMap((screen) => asPage(screen).lines),
    words,
    BRAND,
  )
  return {
    language,
    title,
    top: topOf(words, language, { back: '/talk' }),
    content: html`<h1>${title}</h1>${rest.map((line) => lineHtml(line, words, dir))}`,
    foot: '',
  }
}
