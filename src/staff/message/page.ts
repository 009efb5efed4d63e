// A message to the person: pick a template, see the translation, send.

import { html } from 'hono/html'
import type { Deps } from '../../deps.ts'
import type { Line } from '../../domain/dialog/screen.ts'
import { TEMPLATES } from '../../domain/dialog/show/staff-message.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import { arrives, canBeWrittenTo } from '../../domain/people/reach.ts'
import { LONGEST_MESSAGE, type MessagePreview } from '../../flows/staff/send-message.ts'
import { isRightToLeft, languageTerms } from '../../i18n/terms.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { overAnother } from '../frame/parts.ts'

export const TEMPLATE_WORDS = {
  call: 'templateCall',
  papers: 'templatePapers',
  letter: 'templateLetter',
  come: 'templateCome',
  free: 'templateFree',
} as const

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

export type Preview = MessagePreview & {
  id: string
  i18n: Deps['i18n']
}

export function previewPage(frame: Frame, preview: Preview): Html {
  const { words } = frame
  const { intake, message } = preview
  const { language } = intake
  return html`<p><a href="/staff/intakes/${intake.id}">${intake.ref}</a></p>
<h1>${words.preview}</h1>
<div class="columns"><section class="card"><h2>${languageTerms.reading(language)}</h2>${shownIn(preview, language)}</section>
${language === 'de' ? '' : html`<section class="card"><h2>${words.german}</h2>${shownIn(preview, 'de')}</section>`}</div>
<form method="post" action="/staff/intakes/${intake.id}/message/send">${formToken(frame)}
<input type="hidden" name="id" value="${preview.id}"><input type="hidden" name="template" value="${message.template}">
<input type="hidden" name="text" value="${message.template === 'free' ? message.text : ''}">
<div class="actions"><button>${words.send}</button> <button class="quiet" formaction="/staff/intakes/${intake.id}/message" name="back" value="yes">${words.back}</button></div></form>`
}

function shownIn({ screen, i18n, now }: Preview, language: string): Html {
  const word = (line: Line): string => {
    if ('text' in line) return i18n.t(line.language ?? language, line.text, now)
    if ('mono' in line) return line.mono
    if ('phone' in line) return line.phone
    if ('link' in line) return line.link
    return 'quote' in line ? line.quote : ''
  }
  const direction = isRightToLeft(language) ? 'rtl' : 'ltr'
  return html`<div lang="${language}" dir="${direction}">${screen.lines.map((line) => html`<p dir="auto">${word(line)}</p>`)}</div>`
}
