// Names of languages, centres and states on the staff pages.

import type { LanguageTerms } from '../domain/record.ts'
import { languages } from '../i18n/languages.ts'
import { spokenLanguages } from '../i18n/spoken.ts'
import type { Word } from './words/de.ts'

const reading = new Map(languages.map(({ key, german }) => [key, german]))
const spoken = new Map(spokenLanguages.map(({ key, german }) => [key, german]))

/** In German, as in the record. */
export const languageTerms: LanguageTerms = {
  reading: (key) => reading.get(key) ?? key,
  spoken: (key) => spoken.get(key) ?? key,
}

/** Direction of a language's script, for the note in the original. */
export function isRightToLeft(key: string): boolean {
  return languages.find((language) => language.key === key)?.direction === 'rtl'
}

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
