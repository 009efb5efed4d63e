// The page for too many: what was pressed or typed is kept in its form, a browser that can works out a
// proof and goes on by itself, and whoever cannot is told when to try again and whom to call.

import { html } from 'hono/html'
import type { Deps } from '../../deps.ts'
import type { HeardKinds } from '../../domain/danger/cry-list.ts'
import { type Line, line } from '../../domain/dialog/screen.ts'
import { centreLines } from '../../domain/dialog/show/centres.ts'
import { cityLately } from '../../flows/city.ts'
import { factsOf } from '../../flows/conversation/step.ts'
import { directionOf, type Page, wordsIn } from '../frame.ts'
import { type Kept, keptForm, numbersHtml } from '../kept.ts'
import { lineHtml } from '../lines.ts'
import { pageSound } from '../page-sound.ts'
import { saidIn } from '../told-page.ts'
import { topOf } from '../top.ts'
import { SOLVER_PATH } from './solver.ts'

export type TooMany = {
  kept: Kept
  /** What is to be worked out, as JSON; nothing where it only helps to wait. */
  challenge?: string | undefined
  /** Until it may be tried again without. */
  seconds: number
  /** Unknown where nobody has chosen one yet: then it is said in all. */
  language: string | undefined
  /** What the typed words mean, where they are a cry for help. */
  heard: HeardKinds | undefined
}

/** The page, the numbers for danger first where somebody cried for help. */
export async function tooManyPage(deps: Deps, asked: TooMany): Promise<Page> {
  const { kept, challenge, seconds, heard } = asked
  const now = deps.clock.now()
  const facts = factsOf(deps, await cityLately(deps), now)
  const count = Math.ceil(seconds / 60)
  const later = { key: 'crowd.later', values: { count } }
  const said = saidIn(deps, asked.language, later)
  const [{ language, text } = { language: 'de', text: '' }, ...others] = said
  const words = wordsIn(deps, language)
  const dir = (other: string) => directionOf(deps, other)
  const shown = (one: Line) => lineHtml(one, words, dir)
  const phones = centreLines(facts, 'phone', language)
  const isRead = others.length === 0
  const title = words('crowd.title')
  return {
    language,
    title,
    isSensitive: heard !== undefined,
    top: topOf(words, language, { person: false }),
    content: html`${await numbersHtml(deps, language, heard)}
<h1>${title}</h1>
${await pageSound(deps, isRead ? language : undefined, { of: 'crowd', count, danger: heard })}
<p id="working" role="status" hidden>${words('crowd.working')}</p>
<div id="later"><p>${text}</p>
${others.map((one) => html`<p lang="${one.language}" dir="${dir(one.language)}">${words('crowd.title', one.language)} ${one.text}</p>`)}
${kept.isTyped ? html`<p>${words('crowd.kept')}</p>` : ''}</div>
${keptForm(words, kept, {
  attributes: challenge === undefined ? '' : html` data-challenge="${challenge}"`,
  more: html`<input type="hidden" name="proof">`,
})}
${isRead ? [line('centres.person.phone'), ...phones].map(shown) : phones.filter((one) => 'phone' in one).map(shown)}
<script src="${SOLVER_PATH}" defer></script>`,
    foot: '',
  }
}
