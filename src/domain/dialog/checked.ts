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
export function goAfter(talk: Talk, q: Question, place: Place): Talk {
  const isElsewhere = ['districts', 'parts'].includes(q.options.from) || q.id === 'urgent'
  const trail = withoutOpener(talk.trail, q)
  const from = trail.at(-1)
  if (from?.at !== 'check' || place.at !== 'times' || isElsewhere) return go(talk, place)
  return { ...talk, place: from, trail: trail.slice(0, -1) }
}

/** The way to a question without the one whose answer led to it. */
function withoutOpener(trail: Talk['trail'], { when }: Question): Talk['trail'] {
  const last = trail.at(-1)
  const isOpener = last?.at === 'question' && when.some(({ question }) => question === last.id)
  return isOpener ? trail.slice(0, -1) : trail
}
