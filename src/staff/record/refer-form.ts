// Referring a person, with what they agree to have passed on.

import { html } from 'hono/html'
import { PASSED_ON } from '../../domain/people/care.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import type { WorkView } from './work-view.ts'

export function referForm(frame: Frame, { intake, targets, newId }: WorkView): Html {
  const { words } = frame
  const { bodies, offices, programmes } = targets
  const group = (label: string, list: readonly { id: string; name: string }[]) =>
    list.length > 0
      ? html`<optgroup label="${label}">${list.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</optgroup>`
      : ''
  return html`<form method="post" action="/staff/intakes/${intake.id}/refer">${formToken(frame)}<input type="hidden" name="id" value="${newId()}">
<label for="target">${words.referTarget}</label>
<select id="target" name="target" required><option value=""></option>${group(words.bodies, bodies)}${group(words.offices, offices)}${group(words.programmes, programmes)}</select>
<fieldset><legend>${words.agreedLegend}</legend>${PASSED_ON.map(
    (code) =>
      html`<label class="check"><input type="checkbox" name="agreed-${code}" value="yes">${words[AGREED[code]]}</label>`,
  )}</fieldset>
<div class="actions"><button>${words.refer}</button></div></form>`
}

const AGREED = { contact: 'agreedContact', topics: 'agreedTopics', record: 'agreedRecord' } as const

/** What may be passed on, in words. */
export function agreedWords({ words }: Frame, agreed: readonly string[]): string {
  return PASSED_ON.filter((code) => agreed.includes(code))
    .map((code) => words[AGREED[code]])
    .join(', ')
}
