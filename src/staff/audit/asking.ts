// Asking to look by member of staff, or at addresses, and what became of it.

import { html } from 'hono/html'
import { INSPECTION_REASONS, type Inspection, stateOf } from '../../domain/people/oversight.ts'
import type { SeenAudit } from '../../flows/staff/read-audit.ts'
import type { Frame } from '../frame/frame.ts'
import { option } from '../frame/inputs.ts'
import { formToken, type Html, note } from '../frame/layout.ts'
import { REASON_WORDS, stateText } from '../oversight/terms.ts'

/** By four eyes somebody is named; else there are the addresses alone to be asked for. */
export function asking(frame: Frame, seen: SeenAudit, isAsked: boolean): Html {
  const { words } = frame
  const { oversight, people, own } = seen
  const isNamed = oversight === 'four-eyes'
  const reasons = isNamed
    ? INSPECTION_REASONS
    : INSPECTION_REASONS.filter((one) => one === 'incident')
  return html`<section class="card no-print"><h2>${words.inspectionAsk}</h2>
${isAsked ? note(words.inspectionSent) : ''}
<p class="hint">${words.inspectionAskHint} ${words.inspectionAddresses}</p>
${own.length > 0 ? html`<h3>${words.inspectionYours}</h3><ul>${own.map((one) => html`<li>${mine(frame, seen, one)}</li>`)}</ul>` : ''}
<form method="post" action="/staff/audit/inspections">${formToken(frame)}
${isNamed ? html`<label for="whom">${words.inspectionWhom}</label><select id="whom" name="whom" required>${option('', '')}${people.map(({ id, name }) => option(id, name))}</select>` : ''}
<label for="why">${words.inspectionWhy}</label><select id="why" name="why" required>${reasons.length > 1 ? option('', '') : ''}${reasons.map((why) => option(why, words[REASON_WORDS[why]]))}</select>
<div class="actions"><button>${words.inspectionAsk}</button></div>
</form></section>`
}

function mine({ words }: Frame, { people, now }: SeenAudit, one: Inspection): Html {
  const name = people.find(({ id }) => id === one.whom)?.name ?? words.inspectionNobody
  return html`<bdi>${name}</bdi>, ${words[REASON_WORDS[one.why]]}: ${stateText(words, one, stateOf(one, now))}`
}
