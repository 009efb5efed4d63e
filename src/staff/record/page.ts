// The record of one request, in German and exact.

import { html } from 'hono/html'
import { interpretableOf } from '../../domain/interpreting/orders.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import { phoneText } from '../../domain/people/phone.ts'
import { canBeWrittenTo } from '../../domain/people/reach.ts'
import { centreOf, type Profile } from '../../domain/profile/profile.ts'
import {
  type Questionnaire,
  questionIn,
  questionnaireOf,
  wholeQuestionnaire,
} from '../../domain/questionnaire/questionnaire.ts'
import { becauseOf } from '../../domain/questionnaire/triage.ts'
import { iconsOf } from '../../domain/questionnaire/wording.ts'
import { TO_BE_CALLED } from '../../domain/voice-message/voice-message.ts'
import type { OpenedRecord, RecordPage } from '../../flows/staff/read-record.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { callForms, callsInVain } from '../calls/attempts.ts'
import {
  addressOf,
  headingOf,
  iconed,
  inOneLine,
  picturedTermsOf,
  termsOf,
} from '../frame/answered.ts'
import { clock, dayAndClock, longDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { overAnother, urgencyBadge } from '../frame/parts.ts'
import { reachedBy } from '../frame/reach.ts'
import { STATE_WORDS, STATUS_WORDS } from '../frame/terms.ts'
import { interpretingBadge, orderHistory } from '../interpreting/state.ts'
import { findingsPanel } from './findings.ts'
import { followUpLine } from './teamwork.ts'
import { voiceHtml } from './voice.ts'

export function recordPage(
  frame: Frame,
  opened: RecordPage,
  profile: Profile,
  panels: {
    programmes: Html
    work: Html
    referrals: Html
    hasNewReply: boolean
    newId: () => string
  },
): Html {
  const { words } = frame
  const { record, intake, others } = opened
  const address = addressOf(intake, profile)
  return html`<p class="soft">${record.centre.name} · ${words.received} ${dayAndClock(intake.submittedAt)}</p>
<h1>${record.reference}${address ? html` · ${address}` : ''}</h1>
<p>${urgencyBadge(words, record.urgency.level)} <span class="badge plain">${words[STATUS_WORDS[intake.status]]}</span>${
    intake.takenBy
      ? html` <span class="soft">${intake.status === 'new' ? words.wasWith : words.takenBy} <bdi>${intake.takenBy.name}</bdi></span>`
      : ''
  }${intake.followUp ? html`<br>${followUpLine(frame, intake, opened.now)}` : ''}${panels.hasNewReply ? html` <a class="badge yellow" href="#history">${words.newReply}</a>` : ''}</p>
<div class="columns">
<div>${facts(frame, opened, profile)}${quotes(frame, opened, profile)}${findingsPanel(frame, opened)}${panels.programmes}${questions(frame, opened)}</div>
<div>${appointment(frame, opened, profile)}${contact(frame, opened, panels.newId)}${panels.work}${panels.referrals}${history(frame, others)}<p class="no-print"><a href="/staff/audit?ref=${record.reference}">${words.auditOfRecord}</a></p></div>
</div>`
}

const fact = (name: string, value: Html | string | null) =>
  html`<dt>${name}</dt><dd>${value ?? html`<span class="soft">–</span>`}</dd>`

/** What can have been asked of this person. */
const askable = ({ intake }: OpenedRecord, profile: Profile): Questionnaire =>
  wholeQuestionnaire(profile, intake.cityQuestions)

/** What the city asks of everybody is told even where it has no answer. */
function facts(frame: Frame, opened: OpenedRecord, profile: Profile): Html {
  const { words } = frame
  const { record, intake } = opened
  const { term, because } = record.urgency
  const asked = askable(opened, profile)
  const reasons = becauseOf(intake.answers).map(({ question, code }, nth) => {
    const q = questionIn(asked, question)
    return iconed((q && iconsOf(q, code)[0]) ?? null, because[nth]?.term ?? code)
  })
  const rows = asked.flatMap((q) => {
    if (q.page === 'facts' && intake.notShown.includes(q.id)) {
      return fact(headingOf(frame, q), html`<span class="soft">${words.notShown}</span>`)
    }
    const terms = picturedTermsOf(q, intake.answers, profile)
    const isOpen = q.when.length === 0 && questionIn(questionnaireOf(profile), q.id)
    if (q.page !== 'facts' || (terms.length === 0 && !isOpen)) return []
    return fact(headingOf(frame, q), terms.length > 0 ? inOneLine(terms) : null)
  })
  return html`<section class="card"><h2>${words.record}</h2><dl class="facts">
${fact(words.urgency, reasons.length > 0 ? html`${term} (${inOneLine(reasons)})` : term)}
${fact(words.reading, record.readingLanguage.term)}
${intake.relation ? fact(words.chat, overAnother(words, intake.relation)) : ''}
${rows}
</dl></section>`
}

/** What people wrote themselves, as they wrote it. */
function quotes(frame: Frame, opened: RecordPage, profile: Profile): Html {
  const { words } = frame
  const { intake, voices } = opened
  const saidAt = (about: string) =>
    voices.filter((one) => one.about === about).map((one) => voiceHtml(frame, intake.id, one))
  const item = (heading: string, text: string) => html`<section class="card"><h2>${heading}</h2>
<p class="hint">${words.noteOriginal} (${languageTerms.reading(intake.language)})</p>
<blockquote dir="auto">${text}</blockquote></section>`
  return html`${askable(opened, profile)
    .filter(({ page }) => page === 'quote')
    .flatMap((q) => [
      ...termsOf(q, intake.answers, profile).map((text) => item(headingOf(frame, q), text)),
      ...spoken(headingOf(frame, q), saidAt(q.id)),
    ])}`
}

const spoken = (heading: string, players: Html[]) =>
  players.length > 0 ? [html`<section class="card"><h2>${heading}</h2>${players}</section>`] : []

function questions({ words }: Frame, { record, voices }: RecordPage): Html {
  const isSaid = (id: string) => voices.some(({ about }) => about === id)
  const of = (outcome: 'answered' | 'skipped' | 'not-asked' | 'not-shown') =>
    record.questions
      .filter((one) => (isSaid(one.id) ? 'answered' : one.outcome) === outcome)
      .map((one) => one.term)
  return html`<section class="card"><h2>${words.questionnaire}</h2><dl class="facts">
${fact(words.answered, of('answered').join(' · ') || null)}
${fact(words.skipped, of('skipped').join(' · ') || null)}
${fact(words.notAsked, of('not-asked').join(' · ') || null)}
${of('not-shown').length > 0 ? fact(words.notShown, of('not-shown').join(' · ')) : ''}
${fact(words.version, String(record.questionnaire))}
${fact(words.source, record.source)}
</dl></section>`
}

function appointment(frame: Frame, { intake, now }: RecordPage, profile: Profile): Html {
  const { words, language } = frame
  const found = intake.appointment
  return html`<section class="card"><h2>${words.appointment}</h2>
${
  found
    ? html`<p><strong>${longDay(found.startsAt, language)}, ${clock(found.startsAt)}–${clock(found.endsAt)}</strong><br>${centreOf(profile, found.centre)?.name ?? found.centre}<br><span class="soft">${words[STATE_WORDS[found.state]]}</span></p>`
    : html`<p class="soft">${words.noAppointment}</p>`
}${interpreter(frame, intake, profile, now)}</section>`
}

/** Who interprets, with all that was asked for before. */
function interpreter(frame: Frame, intake: CaseIntake, profile: Profile, now: number): Html {
  const { words } = frame
  const { appointment: found, bookingId, seat, orders, answers } = intake
  const isOpen = found?.state === 'booked' && bookingId !== null
  const talk = isOpen ? interpretableOf({ ...found, id: bookingId, seat }, answers) : null
  const badge = talk && interpretingBadge(frame, { talk, orders, profile, now })
  return html`${badge ? html`<p>${words.navInterpreting}: ${badge}</p>` : ''}${orderHistory(frame, orders, profile)}`
}

function contact(frame: Frame, { intake, record, voices }: RecordPage, newId: () => string): Html {
  const { words } = frame
  const { callBack } = record
  const { phone } = intake
  const isBlocked = intake.unreachable !== null && !canBeWrittenTo(intake.reach)
  return html`<section class="card" id="calls"><h2>${words.reach}</h2>
<p>${reachedBy(frame, intake.reach)}</p>
${callBack ? html`<p>${callBack.by === 'phone' ? words.wishPhone : words.wishChat}</p>` : ''}
${phone ? html`<p><a href="tel:${phone.replace(/[^+\d]/g, '')}"><bdi dir="ltr">${phoneText(phone)}</bdi></a></p>` : ''}
${voices.filter(({ about }) => about === TO_BE_CALLED).map((one) => voiceHtml(frame, intake.id, one))}
${isBlocked ? html`<p class="soft">${words.unreachable}</p>` : ''}${
  intake.body === null || phone === null
    ? ''
    : html`${callForms(frame, intake, 'record', newId)}${callsInVain(frame, intake, 'record')}`
}</section>`
}

function history({ words }: Frame, others: OpenedRecord['others']): Html {
  if (others.length === 0) return html``
  return html`<section class="card"><h2>${words.history}</h2><ul>${others.map(
    (other) =>
      html`<li><a href="/staff/intakes/${other.id}">${other.ref}</a> ${dayAndClock(other.submittedAt)}</li>`,
  )}</ul></section>`
}
