// Pages that say one thing and lead on: a refusal, a fault, a path that is none.

import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import type { HeardKinds } from '../domain/danger/cry-list.ts'
import type { Text } from '../domain/dialog/text.ts'
import { directionOf, type Html, type Page, wordsIn } from './frame.ts'
import { toldSound } from './page-sound.ts'
import { topOf } from './top.ts'

/** A sentence with the language it is in; where it is read aloud its key, and the number of a fault in it. */
export type Said = { language: string; text: string; key?: string; id?: string }

/**
 * Where a page leads that only says something, and what it says beside that. `numbers` for `danger` come first, and
 * `again`, what was sent, can be sent once more.
 */
type On = {
  href: string
  more?: Html
  numbers?: Html
  danger?: HeardKinds | undefined
  again?: Html
}

/** A text in the language of the reader; in all where it is not known. */
export function saidIn({ i18n, clock }: Deps, language: string | undefined, text: Text): Said[] {
  const known = i18n.languages.map(({ key }) => key)
  const spoken = language && known.includes(language) ? [language] : known
  return spoken.map((key) => ({
    language: key,
    text: i18n.t(key, text, clock.now()),
    ...heardAs(text),
  }))
}

/** What has to be known to read a sentence aloud. */
export function heardAs({ key, values }: Text): Pick<Said, 'key' | 'id'> {
  const id = values?.['id']
  return { key, ...(typeof id === 'string' ? { id } : {}) }
}

/** A page that says a sentence and leads on. */
export async function toldPage(
  deps: Deps,
  said: readonly Said[],
  { href, more = '', numbers = '', danger, again = '' }: On,
): Promise<Page> {
  const [first = { language: 'de', text: '' }, ...others] = said
  const { language, text, key = '', id } = first
  const words = wordsIn(deps, language)
  const isRead = others.length === 0
  const spoken = { danger, ...(id === undefined ? {} : { id }) }
  const heard = await toldSound(deps, isRead ? language : undefined, key, spoken)
  return {
    language,
    title: text,
    isSensitive: numbers !== '',
    // Where no language is known, nobody could be talked to in one yet.
    top: topOf(words, language, { person: isRead }),
    content: html`${numbers}<h1>${text}</h1>
${heard}${others.map(({ language: own, text: same }) => html`<p lang="${own}" dir="${directionOf(deps, own)}">${same}</p>`)}
${more}${again}
<div class="rows"><a class="${again === '' ? 'button main' : 'button'}" href="${href}">${words('common.button.continue')}</a></div>`,
    foot: '',
  }
}
