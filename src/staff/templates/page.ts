// The list of message templates, with the languages in which each is missing.

import { html } from 'hono/html'
import type { Profile } from '../../domain/profile/profile.ts'
import { type Choosable, isShipped, templatesOf } from '../../domain/profile/templates.ts'
import type { Frame } from '../frame/frame.ts'
import { type Html, note } from '../frame/layout.ts'
import { cell } from '../frame/parts.ts'
import type { Words } from '../frame/words.ts'
import { nameOf } from './edit.ts'
import { unfinished } from './unfinished.ts'

export function templatesPage(
  { words }: Frame,
  profile: Profile,
  languages: readonly string[],
  isDone: boolean,
): Html {
  const row = (one: Choosable) =>
    html`<tr><th scope="row"><a href="/staff/admin/templates/${one.id}"><bdi>${nameOf(words, one)}</bdi></a></th>${cell(words.templateLanguages, missing(words, one, languages))}${cell(words.templateState, stateOf(words, one))}</tr>`
  return html`<h1>${words.templates}</h1>
${isDone ? note(words.changeDone) : ''}
<p>${words.templatesWhat}</p>
<p><a class="button quiet" href="/staff/admin/new-template">${words.templateNew}</a></p>
<table class="cards"><caption class="away">${words.templates}</caption>
<thead><tr><th scope="col">${words.template}</th><th scope="col">${words.templateLanguages}</th><th scope="col">${words.templateState}</th></tr></thead>
<tbody>${templatesOf(profile).map(row)}</tbody></table>`
}

function missing(words: Words, { own }: Choosable, languages: readonly string[]): string {
  const open = own ? languages.filter((key) => own.texts[key] === undefined) : []
  return unfinished(words, open, own?.stale ?? []) || words.templateAllLanguages
}

function stateOf(words: Words, { id, own, off }: Choosable): string {
  const whose = !isShipped(id)
    ? words.templateOwn
    : own
      ? words.templateReworded
      : words.templateShipped
  return off ? `${whose}, ${words.templateOff}` : whose
}
