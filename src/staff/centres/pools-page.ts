// The list of pools of interpreters, with what is not known of each.

import { html } from 'hono/html'
import type { Pool } from '../../domain/profile/interpreting.ts'
import { unknownOfPool } from '../../domain/profile/open-points.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { Frame } from '../frame/frame.ts'
import { type Html, note } from '../frame/layout.ts'
import { cell } from '../frame/parts.ts'
import type { Word } from '../frame/words.ts'
import { languageNames } from './language-fields.ts'
import { modesOf } from './pool-words.ts'

const UNKNOWN_WORDS = {
  contact: 'poolNoContact',
  longest: 'poolNoLongest',
  excludes: 'poolNoExcludes',
  genderWish: 'poolNoGenderWish',
  confirmed: 'poolNotConfirmed',
} as const satisfies Record<ReturnType<typeof unknownOfPool>[number], Word>

export function poolsPage(frame: Frame, { interpreting = [] }: Profile, done: boolean): Html {
  const { words } = frame
  const row = (pool: Pool) => {
    const modes = modesOf(pool, frame).join(', ')
    const open = unknownOfPool(pool).map((one) => words[UNKNOWN_WORDS[one]])
    return html`<tr><th scope="row"><a href="/staff/admin/pools/${pool.id}">${pool.name}</a></th>${cell(words.poolModes, modes)}${cell(words.poolSpeaks, languageNames(pool.languages).join(', '))}${cell(words.openPoints, open.join(' · ') || words.complete)}</tr>`
  }
  return html`<h1>${words.pools}</h1>
${done ? note(words.changeDone) : ''}
<p>${words.poolsWhat}</p>
<p><a class="button quiet" href="/staff/admin/new-pool">${words.poolNew}</a> <a class="button quiet" href="/staff/admin/centres">${words.back}</a></p>
${
  interpreting.length === 0
    ? html`<p class="card">${words.poolsNone}</p>`
    : html`<table class="cards"><caption class="away">${words.pools}</caption>
<thead><tr><th scope="col">${words.name}</th><th scope="col">${words.poolModes}</th><th scope="col">${words.poolSpeaks}</th><th scope="col">${words.openPoints}</th></tr></thead>
<tbody>${interpreting.map(row)}</tbody></table>`
}`
}
