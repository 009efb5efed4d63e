// What a person answered, as the lists of staff show it: which question stands where its entry says.

import { html } from 'hono/html'
import type { Profile } from '../../domain/profile/profile.ts'
import type { AnswersById, Question } from '../../domain/questionnaire/question.ts'
import { type Questionnaire, wholeQuestionnaire } from '../../domain/questionnaire/questionnaire.ts'
import { urgentBecause } from '../../domain/questionnaire/record.ts'
import type { Urgency } from '../../domain/questionnaire/triage.ts'
import { germanOf, iconsOf } from '../../domain/questionnaire/wording.ts'
import { languageTerms } from '../../i18n/terms.ts'
import type { Frame } from './frame.ts'
import type { Html } from './layout.ts'
import { typed, urgencyBadge } from './parts.ts'

/** Somebody's answers, with the language they read, and the questions whose answers are not for the reader. */
export type Answered = { answers: AnswersById; language: string; notShown?: readonly string[] }

/** The questions that have a column or line in a list. */
export function listedIn(list: Question['lists'][number], profile: Profile): Questionnaire {
  return wholeQuestionnaire(profile, []).filter(({ lists }) => lists.includes(list))
}

export const headingOf = ({ language }: Frame, { term }: Question): string => term[language]

/** German terms of the answer to a question; empty where there is none. */
export function termsOf(q: Question, answers: AnswersById, profile: Profile): string[] {
  return germanOf(q, answers[q.id], profile, languageTerms)
}

/** The same with the icons that stood on the buttons, so that both sides of the desk can point at the same. */
export function picturedTermsOf(q: Question, answers: AnswersById, profile: Profile): Html[] {
  const icons = iconsOf(q, answers[q.id])
  return termsOf(q, answers, profile).map((term, nth) => iconed(icons[nth] ?? null, term))
}

/** A term behind its icon; a picture is seen beside its words and not read out as well. */
export const iconed = (icon: string | null, term: string): Html =>
  icon ? html`<span aria-hidden="true">${icon} </span>${term}` : html`${term}`

/** Terms one behind the other. */
export const inOneLine = (terms: readonly Html[]): Html =>
  html`${terms.map((term, nth) => (nth === 0 ? term : html` · ${term}`))}`

/** The same for a column. Which language is spoken nobody concludes from the one that is read. */
export function columnOf(
  { words }: Frame,
  q: Question,
  { answers, notShown = [] }: Pick<Answered, 'answers' | 'notShown'>,
  profile: Profile,
): string[] {
  if (notShown.includes(q.id)) return [words.notShown]
  const terms = termsOf(q, answers, profile)
  if (terms.length > 0 || q.options.from !== 'languages') return terms
  return [words.notAsked]
}

/** The same beside a person in a list: where it says what they speak, it says what they read, too. */
export function listedAs(
  frame: Frame,
  q: Question,
  answered: Answered,
  profile: Profile,
): Html | string {
  const terms = columnOf(frame, q, answered, profile).join(' · ') || '–'
  if (q.options.from !== 'languages') return terms
  return html`${terms}<br><small>${frame.words.reading}: ${languageTerms.reading(answered.language)}</small>`
}

/** How urgent a request is, and in German why, where it is red or orange. */
export function urgencyWithReason(
  { words }: Frame,
  { urgency, answers }: { urgency: Urgency; answers: AnswersById },
  profile: Profile,
): Html {
  const reasons = urgentBecause(answers, profile, languageTerms)
  const because = reasons.length > 0 ? html`<br><small>${reasons.join(' · ')}</small>` : ''
  return html`${urgencyBadge(words, urgency)}${because}`
}

/** How the person wishes to be addressed, where they said it. */
export function addressOf({ answers }: { answers: AnswersById }, profile: Profile): Html | null {
  const names = wholeQuestionnaire(profile, [])
    .filter(({ page }) => page === 'heading')
    .flatMap((q) => termsOf(q, answers, profile))
  return names.length > 0 ? typed(names.join(' ')) : null
}
