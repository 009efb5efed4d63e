// A message to the person: pick a template, see the translation, send.

import { html } from 'hono/html'
import { TEMPLATES } from '../../domain/dialog/show/staff-message.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import { arrives, canBeWrittenTo } from '../../domain/people/reach.ts'
import { LONGEST_MESSAGE, type MessagePreview } from '../../flows/staff/send-message.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { overAnother } from '../frame/parts.ts'
import { readBoth, TEMPLATE_WORDS } from './read.ts'

/** The form on the record; it leads to the preview, which sends. */
export function messageForm(frame: Frame, intake: CaseIntake): Html {
  const { words } = frame
  if (!canBeWrittenTo(intake.reach)) {
    return html`<section class="card no-print"><h2>${words.message}</h2><p class="soft">${words.unreachable}</p></section>`
  }
  return html`<section class="card no-print"><h2>${words.message}</h2>
${intake.relation ? html`<p>${overAnother(words, intake.relation)}</p>` : ''}
${arrives(intake.reach) ? '' : html`<p class="hint">${words.messageForPage}</p>`}
<form method="post" action="/staff/intakes/${intake.id}/message">${formToken(frame)}
<label for="template">${words.template}</label>
<select id="template" name="template" required><option value=""></option>${[...TEMPLATES, 'free' as const].map((code) => html`<option value="${code}">${words[TEMPLATE_WORDS[code]]}</option>`)}</select>
<label for="message">${words.freeText}</label><p class="hint" id="message-hint">${words.freeTextHint}</p>
<textarea id="message" name="text" maxlength="${LONGEST_MESSAGE}" aria-describedby="message-hint"></textarea>
<div class="actions"><button class="quiet">${words.preview}</button></div></form></section>`
}

/** As the person would see it, and in German; `id` is drawn for the message. */
export function previewPage(frame: Frame, preview: MessagePreview & { id: string }): Html {
  const { words } = frame
  const { intake, wish } = preview
  return html`<p><a href="/staff/intakes/${intake.id}">${intake.ref}</a></p>
<h1>${words.preview}</h1>
${readBoth(frame, preview, 'h2')}
<form method="post" action="/staff/intakes/${intake.id}/message/send">${formToken(frame)}
<input type="hidden" name="id" value="${preview.id}"><input type="hidden" name="template" value="${wish.template}">
<input type="hidden" name="text" value="${wish.text}"><input type="hidden" name="version" value="${preview.version}">
<div class="actions"><button>${words.send}</button> <button class="quiet" formaction="/staff/intakes/${intake.id}/message" name="back" value="yes">${words.back}</button></div></form>`
}
