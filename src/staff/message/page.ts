// A message to the person: pick a template, see the translation, send.

import { html } from 'hono/html'
import type { CaseIntake } from '../../domain/people/case.ts'
import { arrives, canBeWrittenTo } from '../../domain/people/reach.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import {
  needsAppointment,
  type Shipped,
  templatesOf,
  type WordedTemplate,
} from '../../domain/profile/templates.ts'
import {
  appointmentOf,
  LONGEST_MESSAGE,
  type MessagePreview,
} from '../../flows/staff/send-message.ts'
import { languageTerms } from '../../i18n/terms.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { overAnother } from '../frame/parts.ts'
import type { Words } from '../frame/words.ts'
import { recordHref } from '../record/trail.ts'
import { readBoth, TEMPLATE_WORDS } from './read.ts'

/** The form on the record; it leads to the preview, which sends. */
export function messageForm(frame: Frame, intake: CaseIntake, profile: Profile): Html {
  const { words } = frame
  if (!canBeWrittenTo(intake.reach)) {
    return html`<p class="soft">${words.unreachable}</p>`
  }
  return html`${intake.relation ? html`<p>${overAnother(words, intake.relation)}</p>` : ''}
${arrives(intake.reach) ? '' : html`<p class="hint">${words.messageForPage}</p>`}
<form method="post" action="/staff/intakes/${intake.id}/message">${formToken(frame)}
<fieldset class="templates"><legend>${words.template}</legend><p class="hint">${words.templatePressHint}</p><div class="row-actions">${choices(frame, intake, profile)}</div></fieldset>
<label for="message">${words.freeText}</label><p class="hint" id="message-hint">${words.freeTextHint}</p>
<textarea id="message" name="text" maxlength="${LONGEST_MESSAGE}" aria-describedby="message-hint"></textarea>
<div class="actions"><button name="template" value="free">${words.preview}</button></div></form>`
}

/** Each a press, with what becomes of it for this person. */
function choices({ words }: Frame, intake: CaseIntake, profile: Profile): Html[] {
  const hasAppointment = appointmentOf(intake) !== null
  return templatesOf(profile)
    .filter(({ off }) => !off)
    .map(({ id, own }) => {
      const choice = (label: string, isOff = false) =>
        html`<button class="quiet" name="template" value="${id}"${isOff ? html` disabled` : ''}>${label}</button>`
      if (!own) return choice(words[TEMPLATE_WORDS[id as Shipped]])
      if (needsAppointment(own.texts) && !hasAppointment) {
        return choice(`${own.name} (${words.templateOnlyBooked})`, true)
      }
      const said = unfinishedIn(words, own, intake.language)
      return choice(`${own.name}${said && ` (${said})`}`)
    })
}

/** What becomes of a template for somebody who reads a language; nothing where its text is there and fits. */
function unfinishedIn(words: Words, { texts, stale = [] }: WordedTemplate, key: string): string {
  const language = languageTerms.reading(key)
  if (texts[key] === undefined) return words.say('templateInGerman', { language })
  return stale.includes(key) ? words.say('templateStaleIn', { language }) : ''
}

/** As the person would see it, and in German; `id` is drawn for the message. */
export function previewPage(frame: Frame, preview: MessagePreview & { id: string }): Html {
  const { words } = frame
  const { intake, wish } = preview
  return html`<p><a href="${recordHref(frame, intake.id)}">${intake.ref}</a></p>
<h1>${words.preview}</h1>
${preview.isUntranslated ? html`<p class="card">${words.say('templateUntranslated', { language: languageTerms.reading(preview.language) })}</p>` : ''}
${preview.isStale ? html`<p class="card">${words.say('templateStalePreview', { language: languageTerms.reading(preview.language) })}</p>` : ''}
${readBoth(frame, preview)}
<form method="post" action="/staff/intakes/${intake.id}/message/send">${formToken(frame)}
<input type="hidden" name="id" value="${preview.id}"><input type="hidden" name="template" value="${wish.template}">
<input type="hidden" name="text" value="${wish.text}"><input type="hidden" name="version" value="${preview.version}">
<div class="actions"><button>${words.send}</button> <button class="quiet" formaction="/staff/intakes/${intake.id}/message" name="back" value="yes">${words.back}</button></div></form>`
}
