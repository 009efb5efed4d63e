// The forms of a record: each opens at the top of the page, when its link in the bar is pressed.

import { html } from 'hono/html'
import { LONGEST_NOTE } from '../../domain/people/care.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { toldHow } from '../frame/told.ts'
import { messageForm } from '../message/page.ts'
import { moreLinks, sheetHtml, statusForms } from './acts.ts'
import { closeForms, hasOpen } from './close.ts'
import { handOverForm } from './hand-over.ts'
import { referForm } from './refer-form.ts'
import { assignForm, followUpForms } from './teamwork.ts'
import { recordHref } from './trail.ts'
import type { WorkView } from './work-view.ts'

export function sheetsHtml(frame: Frame, view: WorkView): Html {
  const { intake, now } = view
  // Open to the whole centre since it is urgent; who works on it takes it over first.
  if (intake.body === null) return sheetHtml(frame, 'pass', assignForm(frame, intake, view))
  return html`${sheetHtml(frame, 'note', noteForm(frame, view))}
${sheetHtml(frame, 'message', messageForm(frame, intake, view.profile))}
${sheetHtml(frame, 'appointment', booking(frame, view))}
${sheetHtml(frame, 'follow-up', followUpForms(frame, intake, now))}
${sheetHtml(frame, 'pass', html`${assignForm(frame, intake, view)}${handOverForm(frame, view)}`)}
${sheetHtml(frame, 'refer', referForm(frame, view))}
${sheetHtml(frame, 'more', html`${moreLinks(frame)}${statusForms(frame, view)}${out(frame, view)}`)}${hasOpen(view) ? sheetHtml(frame, 'close', closeForms(frame, view)) : ''}`
}

function form(frame: Frame, { intake }: WorkView, action: string, content: Html): Html {
  return html`<form method="post" action="/staff/intakes/${intake.id}/${action}">${formToken(frame)}${content}</form>`
}

function noteForm(frame: Frame, view: WorkView): Html {
  const { words } = frame
  return form(
    frame,
    view,
    'notes',
    html`<input type="hidden" name="id" value="${view.newId()}">
<label for="note">${words.newNote}</label><p class="hint" id="note-hint">${words.noteHint}</p>
<textarea id="note" name="text" required maxlength="${LONGEST_NOTE}" aria-describedby="note-hint"></textarea>
<div class="actions"><button>${words.save}</button></div>`,
  )
}

function booking(frame: Frame, view: WorkView): Html {
  const { words } = frame
  const { intake } = view
  const open = hasOpen(view)
  const cancel = form(
    frame,
    view,
    'cancel',
    html`<input type="hidden" name="from" value="${open ? intake.appointment?.startsAt : ''}"><button class="danger">${words.cancelAppointment}</button>`,
  )
  return html`<p class="hint">${toldHow(frame, intake)}</p>
<div class="actions"><a class="button" href="${recordHref(frame, intake.id, '/times')}">${open ? words.moveAppointment : words.giveAppointment}</a></div>
${open ? html`<p><a href="${recordHref(frame, intake.id, '/slip')}">${words.slip}</a></p><details><summary>${words.cancelAppointment}</summary><p>${toldHow(frame, intake)}</p>${cancel}</details>` : ''}`
}

function out(frame: Frame, view: WorkView): Html {
  const { words } = frame
  const { id, ref } = view.intake
  return html`<p class="actions"><a class="button quiet" href="${recordHref(frame, id, '/case-sheet')}">${words.caseSheet}</a></p>
<p class="apart"><a href="/staff/intakes/${id}/record.json">${words.asJson}</a> · <a href="/staff/audit?ref=${ref}">${words.auditOfRecord}</a> · ${words.printHint}</p>
<details><summary>${words.erase}</summary><p>${words.eraseHint}</p>${form(frame, view, 'erase', html`<button class="danger">${words.eraseNow}</button>`)}</details>`
}
