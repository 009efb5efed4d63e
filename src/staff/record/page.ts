// The record of one request, in German and exact.

import { html } from 'hono/html'
import { phoneText } from '../../domain/people/phone.ts'
import { canBeWrittenTo } from '../../domain/people/reach.ts'
import type { Profile } from '../../domain/profile/profile.ts'
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
import { headingOf, iconed, inOneLine, picturedTermsOf, termsOf } from '../frame/answered.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { overAnother } from '../frame/parts.ts'
import { reachedBy } from '../frame/reach.ts'
import { referralsPanel } from '../referral/page.ts'
import { doneAt } from './done.ts'
import { findingsPanel } from './findings.ts'
import { headHtml } from './head.ts'
import { historyPanel } from './history.ts'
import { onceDone } from './once-done.ts'
import { programmesPanel } from './programmes.ts'
import { sheetsHtml } from './sheets.ts'
import { voiceHtml } from './voice.ts'
import type { WorkView } from './work-view.ts'

export function recordPage(frame: Frame, opened: RecordPage, view: WorkView): Html {
  const { others, referrals, profile } = opened
  const { done } = view
  const referred = doneAt(frame, 'referrals', done, onceDone(frame, view))
  return html`${headHtml(frame, opened, view)}${sheetsHtml(frame, view)}
<div class="columns">
<div>${quotes(frame, opened, profile)}${facts(frame, opened, profile)}${findingsPanel(frame, opened, done)}${programmesPanel(frame, profile, view.intake.answers, view.now)}${questions(frame, opened)}</div>
<div>${contact(frame, opened, view)}${historyPanel(frame, view)}${referralsPanel(frame, profile, view.intake.id, referrals, referred)}${history(frame, others)}</div>
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
  return html`<details class="card"><summary><h2>${words.questionnaire}</h2></summary><dl class="facts">
${fact(words.answered, of('answered').join(' · ') || null)}
${fact(words.skipped, of('skipped').join(' · ') || null)}
${fact(words.notAsked, of('not-asked').join(' · ') || null)}
${of('not-shown').length > 0 ? fact(words.notShown, of('not-shown').join(' · ')) : ''}
${fact(words.version, String(record.questionnaire))}
${fact(words.source, record.source)}
</dl></details>`
}

function contact(
  frame: Frame,
  { intake, record, voices }: RecordPage,
  { done, newId }: WorkView,
): Html {
  const { words } = frame
  const { callBack } = record
  const { phone } = intake
  const isBlocked = intake.unreachable !== null && !canBeWrittenTo(intake.reach)
  return html`<section class="card" id="calls"><h2>${words.reach}</h2>
${doneAt(frame, 'calls', done)}<p>${reachedBy(frame, intake.reach)}</p>
${callBack ? html`<p>${callBack.by === 'phone' ? words.wishPhone : words.wishChat}</p>` : ''}
${phone ? html`<p><a href="tel:${phone.replace(/[^+\d]/g, '')}"><bdi dir="ltr">${phoneText(phone)}</bdi></a></p>` : ''}
${voices.filter(({ about }) => about === TO_BE_CALLED).map((one) => voiceHtml(frame, intake.id, one))}
${isBlocked ? html`<p class="soft">${words.unreachable}</p>` : ''}${
  intake.body === null || phone === null
    ? ''
    : html`${callForms(frame, intake, 'record', newId)}${callsInVain(frame, intake, 'record')}`
}</section>`
}

function history(frame: Frame, others: OpenedRecord['others']): Html {
  const { words } = frame
  if (others.length === 0) return html``
  return html`<section class="card"><h2>${words.history}</h2><ul>${others.map(
    (other) =>
      html`<li><a href="/staff/intakes/${other.id}">${other.ref}</a> ${dayAndClock(other.submittedAt)}</li>`,
  )}</ul></section>`
}
