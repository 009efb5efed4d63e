// What is counted of a quarter for funding lines, by centre and carrier: contacts, never what became of a case.

import type { AnswersById } from '../questionnaire/question.ts'
import type { Urgency } from '../questionnaire/triage.ts'

/** What is counted. The questions behind some of them, and the words, are in staff/quarter/. */
export const QUARTER_KINDS = [
  'requests',
  'age',
  'language',
  'urgency',
  'residence',
  'topic',
  'referral',
  'kept',
] as const
export type QuarterKind = (typeof QUARTER_KINDS)[number]

/** One code for each request, of which the sum is known: who did not say has this one. */
export const UNSAID = 'unsaid'

/** The questions whose answers are counted. */
export const COUNTED_QUESTIONS = {
  age: 'age',
  language: 'spoken',
  residence: 'document',
  topic: 'topics',
} as const satisfies Partial<Record<QuarterKind, string>>

type Counted = { kind: QuarterKind; code: string }

/** So many of a quarter (2026-Q4) at a centre, of a carrier. */
export type QuarterCount = Counted & {
  quarter: string
  centre: string
  body: string
  count: number
}

/** A request that a carrier has taken over, as far as it is counted. */
export type TakenRequest = {
  centre: string
  body: string
  /** in codes */
  answers: AnswersById
  urgency: Urgency
  /** whether an earlier request of the person was still kept */
  isAgain: boolean
}

/**
 * What one request adds.
 * @param notShown questions whose answers are kept from the carrier: they are not counted for it
 */
export function countedOf(
  { answers, urgency, isAgain }: TakenRequest,
  notShown: readonly string[],
): Counted[] {
  const one = (kind: keyof typeof COUNTED_QUESTIONS) => {
    const id = COUNTED_QUESTIONS[kind]
    if (notShown.includes(id)) return []
    const codes = [answers[id] ?? []].flat().filter((code) => code !== '')
    if (kind === 'topic') return codes.map((code) => ({ kind, code }))
    return [{ kind, code: codes[0] ?? UNSAID }]
  }
  return [
    { kind: 'requests', code: isAgain ? 'again' : 'first' },
    { kind: 'urgency', code: urgency },
    ...one('age'),
    ...one('language'),
    ...one('residence'),
    ...one('topic'),
  ]
}
