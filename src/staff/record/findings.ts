// The Rechtskreise of a request: suggested, confirmed, dismissed or added by staff.

import { html } from 'hono/html'
import type { Finding, Verdict } from '../../domain/people/care.ts'
import type { ShownIntake } from '../../domain/people/wall.ts'
import { RECHTSKREISE } from '../../domain/questionnaire/triage.ts'
import type { OpenedRecord } from '../../flows/staff/read-record.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { type Done, doneAt } from './done.ts'

type Suggested = OpenedRecord['record']['suggestedRechtskreise'][number]

export function findingsPanel(
  frame: Frame,
  { intake, record }: OpenedRecord,
  done: Done | null,
): Html {
  const { words } = frame
  const suggested = new Map(record.suggestedRechtskreise.map((one) => [one.rechtskreis, one]))
  const found = new Map(intake.findings.map((one) => [one.rechtskreis, one]))
  const named = RECHTSKREISE.filter((one) => suggested.has(one) || found.has(one))
  const others = RECHTSKREISE.filter((one) => !named.includes(one))
  return html`<section class="card" id="findings"><h2>${words.findings}</h2>
${doneAt(frame, 'findings', done)}<p class="hint">${words.suggestionsHint}</p>
${
  named.length === 0
    ? html`<p class="soft">${words.noSuggestion}</p>`
    : html`<ul class="plain">${named.map((one) => item(frame, intake, one, suggested.get(one), found.get(one)))}</ul>`
}
${
  others.length === 0 || intake.body === null
    ? ''
    : html`<details class="no-print"><summary>${words.otherRechtskreis}</summary>${form(
        frame,
        intake.id,
        html`<label for="rechtskreis">${words.otherRechtskreis}</label>
<select id="rechtskreis" name="rechtskreis" required><option value=""></option>${others.map((one) => html`<option>${one}</option>`)}</select>
<div class="actions"><button class="quiet" name="verdict" value="confirmed">${words.confirm}</button></div>`,
      )}</details>`
}</section>`
}

function item(
  frame: Frame,
  { id: intake, body }: Pick<ShownIntake, 'id' | 'body'>,
  rechtskreis: string,
  suggested: Suggested | undefined,
  found: Finding | undefined,
): Html {
  const { words } = frame
  const why = suggested ? `${words.because}: ${suggested.because.term}` : words.findingAdded
  const verdicts = (['confirmed', 'dismissed'] as const).filter((one) => one !== found?.verdict)
  return html`<li><p><strong>${rechtskreis}</strong> – ${why}<br>${finding(frame, found)}</p>
${
  body === null
    ? ''
    : form(
        frame,
        intake,
        html`<input type="hidden" name="rechtskreis" value="${rechtskreis}"><div class="row-actions no-print">${verdicts.map(
          (verdict) =>
            html`<button class="quiet" name="verdict" value="${verdict}">${words[LABELS[verdict]]}<span class="away"> ${rechtskreis}</span></button>`,
        )}</div>`,
      )
}</li>`
}

const LABELS = { confirmed: 'confirm', dismissed: 'dismiss' } as const satisfies Record<
  Verdict,
  string
>

function finding({ words }: Frame, found: Finding | undefined): Html {
  if (!found) return html`<span class="soft">${words.findingNone}</span>`
  const { verdict, by, at } = found
  return html`<span class="badge ${verdict === 'confirmed' ? 'green' : 'plain'}">${words.say('findingBy', { verdict: words[verdict], by, at: dayAndClock(at) })}</span>`
}

function form(frame: Frame, intake: string, content: Html): Html {
  return html`<form method="post" action="/staff/intakes/${intake}/rechtskreis">${formToken(frame)}${content}</form>`
}
