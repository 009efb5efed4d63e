// What can be done with a request: a bar that stays in sight, and the forms it opens.

import { html } from 'hono/html'
import { type CareStatus, mayBecome } from '../../domain/people/care.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import type { Word } from '../frame/words.ts'
import { hasOpen } from './close.ts'
import { takeOverForm } from './front.ts'
import type { WorkView } from './work-view.ts'

/** Forms that stand folded away until their link is pressed. */
export type Sheet =
  | 'note'
  | 'message'
  | 'appointment'
  | 'follow-up'
  | 'pass'
  | 'refer'
  | 'more'
  | 'close'

const SHEET_WORDS = {
  note: 'actNote',
  message: 'actMessage',
  appointment: 'appointment',
  'follow-up': 'followUp',
  pass: 'actPass',
  refer: 'refer',
  more: 'actMore',
  close: 'close',
} as const satisfies Record<Sheet, Word>

// On a phone the others stand under the last one.
const ALWAYS: readonly Sheet[] = ['note', 'message', 'appointment', 'more']

export function actBar(frame: Frame, view: WorkView): Html {
  const { words } = frame
  const { intake } = view
  const link = (sheet: Sheet) =>
    html`<a class="button quiet${ALWAYS.includes(sheet) ? '' : ' wide'}" href="#do-${sheet}">${words[SHEET_WORDS[sheet]]}</a>`
  const sheets: Sheet[] =
    intake.body === null
      ? ['pass']
      : ['note', 'message', 'appointment', 'follow-up', 'pass', 'refer', 'more']
  return html`<nav class="acts no-print" aria-label="${words.acts}">${canBeTaken(view) ? takeOverForm(frame, intake) : ''}${sheets.map(link)}${intake.body !== null && mayBecome(intake.status, 'closed') ? (hasOpen(view) ? link('close') : html`<div class="wide">${statusForm(frame, view, 'closed', words.close)}</div>`) : ''}</nav>`
}

/** Not by who has it already. */
const canBeTaken = ({ intake, me }: Pick<WorkView, 'intake' | 'me'>): boolean =>
  (intake.body === null || intake.body === me.body) &&
  (intake.takenBy?.id !== me.id || intake.status === 'new')

/** One of the forms, in sight once its link was pressed. */
export function sheetHtml({ words }: Frame, sheet: Sheet, content: Html): Html {
  return html`<section class="card sheet no-print" id="do-${sheet}" aria-labelledby="do-${sheet}-title"><h2 id="do-${sheet}-title">${words[SHEET_WORDS[sheet]]}</h2>
${content}<p class="apart"><a href="#content">${words.closeSheet}</a></p></section>`
}

/** Where its status leads. */
export function statusForms(frame: Frame, view: WorkView): Html {
  const { words } = frame
  const { intake } = view
  const labels: [CareStatus, string][] = [
    ['in-care', intake.status === 'closed' ? words.reopen : words.backToCare],
    ['new', words.release],
    ['closed', words.close],
  ]
  const offered = labels.filter(
    ([to]) => mayBecome(intake.status, to) && !(to === 'in-care' && intake.status === 'new'),
  )
  return html`<div class="row-actions">${offered.map(([to, label]) =>
    to === 'closed' && hasOpen(view)
      ? html`<a class="button quiet" href="#do-close">${label}</a>`
      : statusForm(frame, { intake }, to, label),
  )}</div>`
}

const statusForm = (
  frame: Frame,
  { intake }: Pick<WorkView, 'intake'>,
  to: CareStatus,
  label: string,
) =>
  html`<form method="post" action="/staff/intakes/${intake.id}/status">${formToken(frame)}<input type="hidden" name="to" value="${to}"><button class="quiet">${label}</button></form>`

/** On a phone the way to the forms that the bar has no room for. */
export const moreLinks = ({ words }: Frame): Html =>
  html`<p class="actions narrow-only">${(['follow-up', 'pass', 'refer'] as const).map((sheet) => html`<a class="button quiet" href="#do-${sheet}">${words[SHEET_WORDS[sheet]]}</a>`)}</p>`
