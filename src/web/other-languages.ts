// Links to the same page in every other language, in the words of each.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { acceptedOf } from '../i18n/accepted.ts'
import { directionOf, type Html, wordsIn } from './frame.ts'

/** The language a page was asked for in, by its address, else by the browser; `otherwise` where neither is known. */
export function languageAsked(c: Context, { i18n }: Pick<Deps, 'i18n'>, otherwise = 'de'): string {
  const keys = i18n.languages.map(({ key }) => key)
  const asked = keys.find((key) => key === c.req.query('lang'))
  if (asked) return asked
  c.header('vary', 'Accept-Language', { append: true })
  return acceptedOf(c.req.header('accept-language') ?? '', keys) ?? otherwise
}

/** Below a page: every language but its own. */
export function otherLanguages(deps: Deps, path: string, language: string): Html {
  const others = deps.i18n.languages.filter(({ key }) => key !== language)
  const nameOf = (key: string) => wordsIn(deps, key)('lobby.language.own-name')
  return html`<nav>${others.map(({ key }) => html`<a class="quiet" href="${path}?lang=${key}" lang="${key}" dir="${directionOf(deps, key)}">${nameOf(key)}</a> `)}</nav>`
}
