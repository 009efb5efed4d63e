// Programmes that nothing speaks against, with the answers that speak for each.

import { html } from 'hono/html'
import type { Text } from '../../domain/dialog/text.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import {
  type SuggestedProgramme,
  suggestProgrammes,
} from '../../domain/questionnaire/programmes.ts'
import { questionIn } from '../../domain/questionnaire/questionnaire.ts'
import { type Answers, QUESTIONS } from '../../domain/questionnaire/questions.ts'
import { termOf } from '../../domain/questionnaire/wording.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'

/** `now` is epoch ms. */
export function programmesPanel(
  { words }: Frame,
  profile: Profile,
  answers: Answers,
  now: number,
): Html {
  const suggested = suggestProgrammes(profile, answers, now)
  if (suggested.length === 0) return html``
  const item = ({ programme, because, ask, follows }: SuggestedProgramme) => html`<li>
<strong>${programme.name}</strong> – ${
    because.length > 0
      ? html`${words.because}: ${because.map(wordOf).join(', ')}`
      : words.programmeForAll
  }${ask.length > 0 ? html`; ${words.programmeAsk}: ${ask.map(wordOf).join(', ')}` : ''}${
    follows.length > 0
      ? html`; ${words.programmeFollows}: ${follows.map(({ name }) => name).join(', ')}`
      : ''
  }${
    programme.status.confirmed
      ? ''
      : html` <span class="soft">(${words.programmeUnconfirmed}${programme.status.asOf ? `, ${programme.status.asOf}` : ''})</span>`
  }</li>`
  return html`<details class="card"><summary><h2>${words.programmes} (${suggested.length})</h2></summary>
<p class="hint">${words.programmesHint}</p><ul>${suggested.map(item)}</ul></details>`
}

/** `questions.<id>.name` and `questions.<id>.option.<code>` in the record's exact German. */
function wordOf({ key, values }: Text): string {
  const [file, id = '', part, ...code] = key.split('.')
  const q = file === 'questions' ? questionIn(QUESTIONS, id) : undefined
  if (!q) return String(values?.['name'] ?? key)
  return part === 'name' ? q.term.de : termOf(q, code.join('.'))
}
