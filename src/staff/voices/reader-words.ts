// The studio's words for whoever reads aloud: in the language of the voice, since they may read no German, and below
// in the one of the staff page.

import { html } from 'hono/html'
import type { StaffContext } from '../frame/context.ts'
import type { Html } from '../frame/layout.ts'
import { writingOf } from './names.ts'

/** One text in one language. */
type Said = { lang: string; dir: string; text: string }

/** Words of `locales/<language>/studio.json` by their key there: once where both languages are the same. */
export type ReaderWords = (key: string) => readonly Said[]

/** The words for a voice on a page of the staff. */
export function readerWords({ deps, frame }: StaffContext, voice: string): ReaderWords {
  const { i18n, clock } = deps
  const own = writingOf(voice)
  const writings = own.lang === frame.language ? [own] : [own, { lang: frame.language, dir: 'ltr' }]
  return (key) =>
    writings.map((writing) => ({
      ...writing,
      text: i18n.t(writing.lang, { key: `studio.${key}` }, clock.now()),
    }))
}

/** As it stands on a button or in a line. */
export const readerHtml = (said: readonly Said[]): Html =>
  html`${said.map(({ lang, dir, text }, nth) => html`<span class="${nth === 0 ? 'own' : 'own soft'}" lang="${lang}" dir="${dir}">${text}</span> `)}`

/** In the language of the voice alone; nothing where the page says it in that language already. */
export const ownHtml = ([own, staff]: readonly Said[]): Html =>
  own && staff ? html`<p lang="${own.lang}" dir="${own.dir}">${own.text}</p>` : html``
