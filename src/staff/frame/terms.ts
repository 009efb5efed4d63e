// Words of urgencies, states and outcomes on the staff pages.

import type { OrderState } from '../../domain/interpreting/order.ts'
import type { Interpreting } from '../../domain/interpreting/orders.ts'
import type { InterpretingMode } from '../../domain/profile/interpreting.ts'
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

/** What came of an order of an interpreter. */
export const ORDER_WORDS = {
  ordered: 'orderOrdered',
  confirmed: 'orderConfirmed',
  refused: 'orderRefused',
  cancelled: 'orderCancelled',
} as const satisfies Record<OrderState, Word>

/** What an appointment has or needs of interpreters; nothing is said where nobody needs one. */
export const INTERPRETING_WORDS = {
  spoken: 'interpretingSpoken',
  unknown: 'interpretingUnknown',
  needed: 'interpretingNeeded',
  ordered: 'orderOrdered',
  confirmed: 'orderConfirmed',
  'on-call': 'interpretingOnCall',
  unavailable: 'orderRefused',
} as const satisfies Record<Exclude<Interpreting['state'], 'no-need'>, Word>

export const MODE_WORDS = {
  'on-site': 'modeOnSite',
  video: 'modeVideo',
  telephone: 'modeTelephone',
} as const satisfies Record<InterpretingMode, Word>
