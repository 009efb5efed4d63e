// Small pieces that several pages share.

import { html } from 'hono/html'
import type { Shown } from '../../domain/figures/few.ts'
import { RELATION_TERMS, type Relation } from '../../domain/people/party.ts'
import type { Urgency } from '../../domain/questionnaire/triage.ts'
import type { Html } from './layout.ts'
import { URGENCY_WORDS } from './terms.ts'
import type { Words } from './words.ts'

/** The urgency in words and colour; what is not urgent stays quiet. */
export function urgencyBadge(words: Words, urgency: Urgency): Html {
  if (urgency === 'green') return html`<span class="soft">${words.urgencyGreen}</span>`
  return html`<span class="badge ${urgency}">${words[URGENCY_WORDS[urgency]]}</span>`
}

/** What a person typed: its own direction, and no influence on the text around it. */
export function typed(text: string): Html {
  return html`<bdi dir="auto">${text}</bdi>`
}

/** A row of a table that becomes a card on a phone: each cell carries its column's name. */
export function cell(label: string, content: Html | string): Html {
  return html`<td data-label="${label}">${content}</td>`
}

/** Whose chat it is and for whom they ask: whoever writes there does not write to the person. */
export const overAnother = (words: Words, relation: Relation): string =>
  `${words.chatOfAnother} (${RELATION_TERMS[relation]})`

/** A count of people as pages and files have it: few are behind a star, which is no number and no less than. */
export const told = (count: Shown): number | '*' => count ?? '*'
