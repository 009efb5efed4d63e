// Words of urgencies, states and outcomes on the staff pages.

import type { Word } from './words.ts'

export const URGENCY_WORDS = {
  red: 'urgencyRed',
  orange: 'urgencyOrange',
  yellow: 'urgencyYellow',
  green: 'urgencyGreen',
} as const satisfies Record<string, Word>

export const ANSWER_WORDS = {
  none: 'answerNone',
  yes: 'answerYes',
  no: 'answerNo',
} as const satisfies Record<string, Word>

export const OUTCOME_WORDS = {
  arrived: 'outcomeArrived',
  'taken-on': 'outcomeTakenOn',
  'turned-down': 'outcomeTurnedDown',
  'not-known': 'outcomeNotKnown',
} as const satisfies Record<string, Word>

export const STATE_WORDS = {
  booked: 'stateBooked',
  attended: 'stateAttended',
  missed: 'stateMissed',
  cancelled: 'stateCancelled',
  unmarked: 'stateUnmarked',
} as const satisfies Record<string, Word>

export const STATUS_WORDS = {
  new: 'statusNew',
  'in-care': 'statusInCare',
  referred: 'statusReferred',
  closed: 'statusClosed',
} as const satisfies Record<string, Word>
