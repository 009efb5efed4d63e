// Offers that nothing speaks against, with the answers that speak for each.

import { html } from 'hono/html'
import type { Text } from '../../domain/dialog/text.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { type SuggestedOffer, suggestOffers } from '../../domain/questionnaire/offers.ts'
import { questionIn } from '../../domain/questionnaire/questionnaire.ts'
import { type Answers, QUESTIONS } from '../../domain/questionnaire/questions.ts'
import { termOf } from '../../domain/questionnaire/wording.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'

/** `now` is epoch ms. */
export function offersPanel(
  { words }: Frame,
  profile: Profile,
  answers: Answers,
  now: number,
): Html {
  const suggested = suggestOffers(profile, answers, now)
  if (suggested.length === 0) return html``
  const item = ({ offer, because, ask, follows }: SuggestedOffer) => html`<li>
<strong>${offer.name}</strong> – ${
    because.length > 0
      ? html`${words.because}: ${because.map(wordOf).join(', ')}`
      : words.offerForAll
  }${ask.length > 0 ? html`; ${words.offerAsk}: ${ask.map(wordOf).join(', ')}` : ''}${
    follows.length > 0
      ? html`; ${words.offerFollows}: ${follows.map(({ name }) => name).join(', ')}`
      : ''
  }${
    offer.status.confirmed
      ? ''
      : html` <span class="soft">(${words.offerUnconfirmed}${offer.status.asOf ? `, ${offer.status.asOf}` : ''})</span>`
  }</li>`
  return html`<section class="card"><h2>${words.offers}</h2>
<p class="hint">${words.offersHint}</p><ul>${suggested.map(item)}</ul></section>`
}

/** `questions.<id>.name` and `questions.<id>.option.<code>` in the record's exact German. */
function wordOf({ key, values }: Text): string {
  const [file, id = '', part, ...code] = key.split('.')
  const q = file === 'questions' ? questionIn(QUESTIONS, id) : undefined
  if (!q) return String(values?.['name'] ?? key)
  return part === 'name' ? q.term.de : termOf(q, code.join('.'))
}
