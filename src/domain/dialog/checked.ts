// What was answered before a time was chosen: it is checked with the time, and can be changed.

import { type Questionnaire, questionnaireOf } from '../questionnaire/questionnaire.ts'
import type { Question } from '../questionnaire/questions.ts'
import { askedFirst, type Facts, go, type Place, type Talk } from './talk.ts'

/** The questions that led to the time and were answered, in order; none once a time is booked. */
export function answeredFirst(
  { answers, done }: Talk,
  { profile }: Pick<Facts, 'profile'>,
): Questionnaire {
  if (done) return []
  return askedFirst(questionnaireOf(profile), answers).filter(({ id }) => answers[id] !== undefined)
}

/**
 * Goes on from a question to the place after it; where it was changed at the last check, back to that, unless
 * another time or centre may be the right one now.
 */
export function goAfter(talk: Talk, { id, options }: Question, place: Place): Talk {
  const from = talk.trail.at(-1)
  const isElsewhere = ['districts', 'parts'].includes(options.from) || id === 'urgent'
  if (from?.at !== 'check' || place.at !== 'times' || isElsewhere) return go(talk, place)
  return { ...talk, place: from, trail: talk.trail.slice(0, -1) }
}
