// What stands at the top of every page: back, the numbers for danger and a person, each in its place, also
// where another is missing.

import { html } from 'hono/html'
import { labelHtml, lobbyPath } from './buttons.ts'
import type { Html, Words } from './frame.ts'

/** The numbers for danger: their sign, and in words for whoever hears the page. */
export const sosHtml = (words: Words, language: string): Html =>
  html`<a class="button danger" href="/sos?lang=${language}" aria-label="${words('common.button.sos')} ${words('danger.title')}">${words('common.button.sos')}</a>`

/** Three places: what is not there leaves its own empty. */
export const placedHtml = (back: Html, sos: Html, person: Html): Html =>
  html`${back || NONE}${sos || NONE}${person || NONE}`

const NONE = html`<span></span>`

/** What a page outside the talk has at its top. */
type Tops = {
  /** Where back leads, if it does. */
  back?: string
  /** The numbers for danger; none where they are the page itself. */
  numbers?: boolean
  /** The centres and their telephones; none where nobody could be talked to in a language yet. */
  person?: boolean
}

/** The top of a page outside the talk. */
export function topOf(
  words: Words,
  language: string,
  { back, numbers = true, person = true }: Tops = {},
): Html {
  const link = (href: string, key: string) =>
    html`<a class="button" href="${href}">${labelHtml(words(key))}</a>`
  const centres = lobbyPath({ do: 'lobby', language, page: 'person' })
  return placedHtml(
    back ? link(back, 'common.button.back') : '',
    numbers ? sosHtml(words, language) : '',
    person ? link(centres, 'common.button.person') : '',
  )
}
