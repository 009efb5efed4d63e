// What a person answered, as the lists of staff show it: which question stands where its entry says.

import type { Profile } from '../../domain/profile/profile.ts'
import type { AnswersById, Question } from '../../domain/questionnaire/question.ts'
import { type Questionnaire, wholeQuestionnaire } from '../../domain/questionnaire/questionnaire.ts'
import { germanOf } from '../../domain/questionnaire/wording.ts'
import { languageTerms } from '../../i18n/terms.ts'
import type { Frame } from './frame.ts'
import type { Html } from './layout.ts'
import { typed } from './parts.ts'

/** Somebody's answers, with the language they read. */
export type Answered = { answers: AnswersById; language: string }

/** The questions that have a column or line in a list. */
export function listedIn(list: Question['lists'][number], profile: Profile): Questionnaire {
  return wholeQuestionnaire(profile, []).filter(({ lists }) => lists.includes(list))
}

export const headingOf = ({ language }: Frame, { term }: Question): string => term[language]

/** German terms of the answer to a question; empty where there is none. */
export function termsOf(q: Question, answers: AnswersById, profile: Profile): string[] {
  return germanOf(q, answers[q.id], profile, languageTerms)
}

/** The same for a column: for a language that was not asked, the one the person reads, and said so. */
export function columnOf(
  { words }: Frame,
  q: Question,
  { answers, language }: Answered,
  profile: Profile,
): string[] {
  const terms = termsOf(q, answers, profile)
  if (terms.length > 0 || q.options.from !== 'languages') return terms
  return [`${languageTerms.reading(language)} (${words.reading})`]
}

/** How the person wishes to be addressed, where they said it. */
export function addressOf({ answers }: { answers: AnswersById }, profile: Profile): Html | null {
  const names = wholeQuestionnaire(profile, [])
    .filter(({ page }) => page === 'heading')
    .flatMap((q) => termsOf(q, answers, profile))
  return names.length > 0 ? typed(names.join(' ')) : null
}
