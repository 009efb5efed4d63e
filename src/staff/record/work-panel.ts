// The forms beside a record: take over, status, note, referral, erase.

import { html } from 'hono/html'
import type { StaffMember } from '../../domain/people/accounts.ts'
import type { Colleague } from '../../domain/people/assign.ts'
import {
  type CareEntry,
  type CareStatus,
  LONGEST_NOTE,
  mayBecome,
  PASSED_ON,
} from '../../domain/people/care.ts'
import type { ShownIntake } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { referralTargets } from '../../domain/questionnaire/programmes.ts'
import type { VoiceMessage } from '../../domain/voice-message/voice-message.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { typed } from '../frame/parts.ts'
import { messageForm } from '../message/page.ts'
import { sentHtml } from '../message/read.ts'
import { takeOverForm } from './front.ts'
import { handOverForm } from './hand-over.ts'
import { assignForm, followUpForms } from './teamwork.ts'
import { voiceHtml } from './voice.ts'

export type WorkView = {
  intake: ShownIntake
  profile: Profile
  targets: ReturnType<typeof referralTargets>
  entries: readonly CareEntry[]
  voices: readonly VoiceMessage[]
  colleagues: readonly Colleague[]
  now: number
  /** How many entries of a carrier that the person has left are not shown. */
  entriesBehind: number
  me: Pick<StaffMember, 'id' | 'role' | 'body'>
  /** For the forms that must count once. */
  newId: () => string
}

export function workPanel(frame: Frame, view: WorkView): Html {
  // Open to the whole centre since it is urgent; who works on it takes it over first.
  if (view.intake.body === null) return html`${care(frame, view)}${entries(frame, view)}`
  return html`${booking(frame, view)}${messageForm(frame, view.intake, view.profile)}${care(frame, view)}${entries(frame, view)}${referral(frame, view)}${handOverForm(frame, view)}${out(frame, view)}`
}

function form(frame: Frame, { intake }: WorkView, action: string, content: Html): Html {
  return html`<form method="post" action="/staff/intakes/${intake.id}/${action}">${formToken(frame)}${content}</form>`
}

function booking(frame: Frame, view: WorkView): Html {
  const { words } = frame
  const { intake } = view
  const open = intake.appointment?.state === 'booked'
  return html`<section class="card no-print"><h2>${words.changeAppointment}</h2>
<p class="hint">${words.personIsTold}</p>
<div class="actions"><a class="button quiet" href="/staff/intakes/${intake.id}/times">${open ? words.moveAppointment : words.giveAppointment}</a></div>
${open ? html`<details><summary>${words.cancelAppointment}</summary>${form(frame, view, 'cancel', html`<button class="danger">${words.cancelAppointment}</button>`)}</details>` : ''}
</section>`
}

function care(frame: Frame, view: WorkView): Html {
  const { words } = frame
  const { intake, me } = view
  const labels: [CareStatus, string][] = [
    ['in-care', intake.status === 'closed' ? words.reopen : words.backToCare],
    ['new', words.release],
    ['closed', words.close],
  ]
  const offered = labels.filter(([to]) => intake.body !== null && mayBecome(intake.status, to))
  return html`<section class="card no-print"><h2>${words.status}</h2><div class="row-actions">
${
  intake.body !== null &&
  (intake.body !== me.body || (intake.takenBy?.id === me.id && intake.status !== 'new'))
    ? ''
    : takeOverForm(frame, intake)
}
${offered
  .filter(([to]) => !(to === 'in-care' && intake.status === 'new'))
  .map(([to, label]) =>
    form(
      frame,
      view,
      'status',
      html`<input type="hidden" name="to" value="${to}"><button class="quiet">${label}</button>`,
    ),
  )}
</div>${assignForm(frame, intake, view)}${intake.body === null ? '' : followUpForms(frame, intake, view.now)}</section>`
}

function entries(frame: Frame, view: WorkView): Html {
  const { words } = frame
  return html`<section class="card" id="history"><h2>${words.notes}</h2>
${unread(frame, view)}
${view.entries.map(
  (entry) =>
    html`<div class="entry"><p class="soft">${dayAndClock(entry.at)}${entry.by ? html` · <bdi>${entry.by}</bdi>` : ''}</p>${content(frame, view, entry)}</div>`,
)}
${view.entriesBehind > 0 ? html`<p class="soft">${words.say('entriesBehind', { count: view.entriesBehind })}</p>` : ''}
${view.intake.body === null ? '' : noteForm(frame, view)}</section>`
}

function noteForm(frame: Frame, view: WorkView): Html {
  const { words } = frame
  return html`<div class="no-print">${form(
    frame,
    view,
    'notes',
    html`<input type="hidden" name="id" value="${view.newId()}">
<label for="note">${words.newNote}</label><p class="hint" id="note-hint">${words.noteHint}</p>
<textarea id="note" name="text" required maxlength="${LONGEST_NOTE}" aria-describedby="note-hint"></textarea>
<div class="actions"><button class="quiet">${words.save}</button></div>`,
  )}</div>`
}

function content(frame: Frame, view: WorkView, entry: CareEntry): Html {
  const { words } = frame
  switch (entry.kind) {
    case 'note':
      return html`<blockquote dir="auto">${entry.text}</blockquote>`
    case 'reply': {
      const language = entry.language ?? ''
      return html`<p>${words.reply} (${languageTerms.reading(language)})${entry.status === 'unread' ? html` <span class="badge yellow">${words.newReply}</span>` : ''}</p>
${spokenReply(frame, view, entry)}`
    }
    case 'message':
      return sentHtml(frame, entry)
    case 'call':
      return html`<p>${entry.status === 'reached' ? words.callWasReached : words.callWasMissed}</p>`
    case 'referral': {
      const passed = agreedWords(frame, entry.agreed)
      return html`<p>${words.referredTo}: <strong>${targetName(view.profile, entry.text)}</strong>${passed ? html` (${words.agreedTo}: ${passed})` : ''}</p>`
    }
  }
}

/** An answer by voice stands there without words. */
function spokenReply(frame: Frame, { intake, voices }: WorkView, { id, text }: CareEntry): Html {
  const voice = voices.find(({ input }) => input === id)
  return voice
    ? voiceHtml(frame, intake.id, voice)
    : html`<blockquote dir="auto">${text}</blockquote>`
}

/** Until when is said along, so that what comes while the page is open stays new. */
function unread(frame: Frame, view: WorkView): Html {
  const { words } = frame
  const latest = view.entries.find(({ status }) => status === 'unread')
  if (!latest || view.intake.body === null) return html``
  return html`<div class="no-print"><p>${words.repliesUnread}</p>${form(
    frame,
    view,
    'replies/read',
    html`<input type="hidden" name="until" value="${latest.at}"><div class="actions"><button>${words.replyRead}</button></div>`,
  )}</div>`
}

function referral(frame: Frame, view: WorkView): Html {
  const { words } = frame
  const { bodies, offices, programmes } = view.targets
  const group = (label: string, list: readonly { id: string; name: string }[]) =>
    list.length > 0
      ? html`<optgroup label="${label}">${list.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</optgroup>`
      : ''
  return html`<section class="card no-print"><h2>${words.refer}</h2>${form(
    frame,
    view,
    'refer',
    html`<input type="hidden" name="id" value="${view.newId()}">
<label for="target">${words.referTarget}</label>
<select id="target" name="target" required><option value=""></option>${group(words.bodies, bodies)}${group(words.offices, offices)}${group(words.programmes, programmes)}</select>
<fieldset><legend>${words.agreedLegend}</legend>${PASSED_ON.map(
      (code) =>
        html`<label class="check"><input type="checkbox" name="agreed-${code}" value="yes">${words[AGREED[code]]}</label>`,
    )}</fieldset>
<div class="actions"><button class="quiet">${words.refer}</button></div>`,
  )}</section>`
}

function out(frame: Frame, view: WorkView): Html {
  const { words } = frame
  return html`<section class="card no-print"><h2>${words.outOf}</h2>
<p><a href="/staff/intakes/${view.intake.id}/record.json">${words.asJson}</a> · ${words.printHint}</p>
<details><summary>${words.erase}</summary><p>${words.eraseHint}</p>${form(frame, view, 'erase', html`<button class="danger">${words.eraseNow}</button>`)}</details></section>`
}

const AGREED = { contact: 'agreedContact', topics: 'agreedTopics', record: 'agreedRecord' } as const

function agreedWords({ words }: Frame, agreed: readonly string[]): string {
  return PASSED_ON.filter((code) => agreed.includes(code))
    .map((code) => words[AGREED[code]])
    .join(', ')
}

function targetName({ bodies = [], offices = [], programmes = [] }: Profile, id: string): Html {
  return typed(
    [...bodies, ...offices, ...programmes].find((target) => target.id === id)?.name ?? id,
  )
}
