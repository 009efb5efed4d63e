// Links to the same page in every other language, in the words of each.

import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { directionOf, type Html, wordsIn } from './frame.ts'

/** The language a page was asked for in; where it is unknown, German. */
export function languageAsked({ i18n }: Deps, asked: string | undefined): string {
  return i18n.languages.find(({ key }) => key === asked)?.key ?? 'de'
}

/** Below a page: every language but its own. */
export function otherLanguages(deps: Deps, path: string, language: string): Html {
  const others = deps.i18n.languages.filter(({ key }) => key !== language)
  const nameOf = (key: string) => wordsIn(deps, key)('lobby.language.own-name')
  return html`<nav>${others.map(({ key }) => html`<a class="quiet" href="${path}?lang=${key}" lang="${key}" dir="${directionOf(deps, key)}">${nameOf(key)}</a> `)}</nav>`
}
