// What to bring along.

import type { AnswersById } from '../../questionnaire/question.ts'
import { type Line, line } from '../screen.ts'

const LETTERS = ['letter', 'deportation', 'eviction']

/** Whoever comes with a letter needs its envelope too: the day it came is on it. */
export function bringLine({ reason, topics }: AnswersById): Line {
  const isLetter =
    (typeof reason === 'string' && LETTERS.includes(reason)) ||
    (Array.isArray(topics) && topics.includes('letter'))
  return line(isLetter ? 'booking.appointment.bring-letter' : 'booking.appointment.bring-papers')
}
