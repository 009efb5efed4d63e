// What others have changed since a page was made, said on it.

import { html } from 'hono/html'
import type { Change } from '../../flows/staff/changes-since.ts'
import { ACTION_WORDS } from '../audit/terms.ts'
import { dayAndClock } from './dates.ts'
import type { Frame } from './frame.ts'
import type { Html } from './layout.ts'

/** Who did what when, the latest first; nothing where nothing was done. */
export function changedLines({ words }: Frame, madeAt: number, changes: readonly Change[]): Html {
  if (changes.length === 0) return html``
  return html`<section class="card"><h2>${words.say('changedSince', { when: dayAndClock(madeAt) })}</h2>
<ul>${changes.map(({ at, name, what }) => html`<li>${dayAndClock(at)}, <bdi>${name ?? words.changedSomebody}</bdi>: ${what === 'person' ? words.changedByPerson : words[ACTION_WORDS[what]]}</li>`)}</ul></section>`
}
