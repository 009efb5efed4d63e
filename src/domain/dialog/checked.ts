// What was answered before a time was chosen: it is checked with the time, and can be changed.

import { type Questionnaire, questionnaireOf } from '../questionnaire/questionnaire.ts'
import { askedFirst, type Facts, type Talk } from './talk.ts'

/** The questions that led to the time and were answered, in order; none once a time is booked. */
export function answeredFirst(
  { answers, done }: Talk,
  { profile }: Pick<Facts, 'profile'>,
): Questionnaire {
  if (done) return []
  return askedFirst(questionnaireOf(profile), answers).filter(({ id }) => answers[id] !== undefined)
}
