// Answers → urgency, red flags and the suggested Rechtskreis, each with its reason.

import type { HeardKind, HeardKinds } from '../danger/cry-list.ts'
import type { AnswersById } from './question.ts'
import { type Answers, codeOf, codesOf, type QuestionId } from './questions.ts'

/** red: now · orange: the same or the next working day · yellow: within two weeks · green: the rest. */
export const URGENCIES = ['red', 'orange', 'yellow', 'green'] as const
export type Urgency = (typeof URGENCIES)[number]

/** Their order in lists, as the database has it. */
export const RANKS: Record<Urgency, number> = { red: 0, orange: 1, yellow: 2, green: 3 }

/** In German, for the record. */
export const URGENCY_TERMS: Record<Urgency, string> = {
  red: 'Akute Gefahr',
  orange: 'Dringend: heute oder nächster Werktag',
  yellow: 'Bald: innerhalb von zwei Wochen',
  green: 'Nicht dringend',
}

export const RECHTSKREISE = [
  'SGB II',
  'SGB III',
  'SGB VIII',
  'SGB XII',
  'AsylbLG',
  'AufenthG',
] as const
export type Rechtskreis = (typeof RECHTSKREISE)[number]

/** The answer that led to something. */
export type Reason = { question: QuestionId; code: string }

/** A suggestion for staff: only a suggestion until they confirm it. */
export type Suggestion = { rechtskreis: Rechtskreis; because: Reason }

const YELLOW_REASONS = new Set(['permit-ends', 'money-stopped', 'other'])

/** How soon somebody should look at this. Never a legal deadline: Lotse does not compute those. */
export function urgencyOf(answers: Answers): Urgency {
  const urgent = codeOf(answers, 'urgent')
  if (urgent === 'danger') return 'red'
  if (urgent === 'yes') {
    const reason = codeOf(answers, 'reason')
    if (reason !== undefined && !YELLOW_REASONS.has(reason)) return 'orange'
  }
  if (isMinorAlone(answers)) return 'orange'
  if (urgent === 'yes') return 'yellow'
  return isTimeCritical(answers) ? 'yellow' : 'green'
}

/**
 * The answers of somebody who is in danger, by their own press or by their own words. It is added to why else it is
 * urgent: a child stays a child who is alone, and a letter has its deadline still.
 */
export function inDanger(answers: AnswersById, heard?: HeardKinds): AnswersById {
  const words = heard ? { heard: [...new Set([...heardBy(answers), ...heard])] } : {}
  return { ...answers, urgent: 'danger', ...words }
}

/** What their words said of danger, the earliest first; the first requests have one code alone. */
function heardBy({ heard }: AnswersById): readonly string[] {
  if (Array.isArray(heard)) return heard
  return typeof heard === 'string' ? [heard] : []
}

/** The answers that make a request as urgent as it is. */
export function becauseOf(answers: Answers): Reason[] {
  const reason = codeOf(answers, 'reason')
  return [
    ...(codeOf(answers, 'urgent') === 'danger'
      ? [{ question: 'urgent', code: 'danger' } as const]
      : []),
    ...heardBy(answers).map((code) => ({ question: 'heard', code }) as const),
    ...(reason === undefined ? [] : [{ question: 'reason', code: reason } as const]),
    ...minorBecause(answers).filter(({ question }) => !NAMED.includes(question)),
    ...(isTimeCritical(answers) ? [{ question: 'document', code: CHANCE } as const] : []),
  ]
}

// Named among the reasons already.
const NAMED: readonly QuestionId[] = ['reason', 'heard']

// § 104c permits are not renewed since 31.12.2025 and only lead on to § 25a or § 25b.
const CHANCE = 'section-104c'
const isTimeCritical = (answers: Answers) => codeOf(answers, 'document') === CHANCE

/** Whether the remaining questions are cut so that the soonest times come first. */
export function isCut(answers: Answers): boolean {
  const urgency = urgencyOf(answers)
  return urgency === 'red' || urgency === 'orange'
}

/**
 * Under 18 and without family here, by their own reason, their own words, or by age and household. The Jugendamt must
 * take them into care (§ 42 (1) no. 3 SGB VIII); age and guardianship are for people to clear.
 */
export function isMinorAlone(answers: Answers): boolean {
  return minorBecause(answers).length > 0
}

function minorBecause(answers: Answers): Reason[] {
  if (codeOf(answers, 'reason') === MINOR) return [{ question: 'reason', code: MINOR }]
  if (heardBy(answers).includes(ALONE)) return [{ question: 'heard', code: ALONE }]
  const isYoung = codeOf(answers, 'age') === 'under-18'
  if (!isYoung || codeOf(answers, 'household') !== 'alone') return []
  return [
    { question: 'age', code: 'under-18' },
    { question: 'household', code: 'alone' },
  ]
}

const MINOR = 'minor'
const ALONE: HeardKind = 'alone'
const YOUNG: HeardKind = 'young'

/** Under 18 by their own words, in danger and not said to be alone: the Jugendamt is for them, too (§ 8a, § 42 (1) no. 1 SGB VIII). */
const youngBecause = (answers: Answers): Reason[] =>
  heardBy(answers).includes(YOUNG) ? [{ question: 'heard', code: YOUNG }] : []

// Usual Rechtskreis by group of residence document; unverified background, so only a suggestion.
const BY_DOCUMENT: Record<string, Rechtskreis[]> = {
  procedure: ['AsylbLG', 'AufenthG'],
  duldung: ['AsylbLG', 'AufenthG'],
  permit: ['SGB II', 'AufenthG'],
  'section-104c': ['SGB II', 'AufenthG'],
  'section-24': ['SGB II', 'AsylbLG'],
  permanent: ['SGB II'],
  eu: ['SGB II'],
  'waiting-paper': ['AufenthG'],
  visa: ['AufenthG'],
}

const BY_TOPIC: Record<string, Rechtskreis> = {
  residence: 'AufenthG',
  reunification: 'AufenthG',
  work: 'SGB III',
  training: 'SGB III',
  recognition: 'SGB III',
  family: 'SGB VIII',
}

/** Suggested Rechtskreise, each once, with the answer that led to it. */
export function suggestRechtskreise(answers: Answers): Suggestion[] {
  const found = new Map<Rechtskreis, Suggestion>()
  const add = (rechtskreis: Rechtskreis, question: QuestionId, code: string) => {
    if (!found.has(rechtskreis))
      found.set(rechtskreis, { rechtskreis, because: { question, code } })
  }
  const [minor] = [...minorBecause(answers), ...youngBecause(answers)]
  if (minor) add('SGB VIII', minor.question, minor.code)
  const document = codeOf(answers, 'document')
  if (document !== undefined) {
    for (const rechtskreis of BY_DOCUMENT[document] ?? []) add(rechtskreis, 'document', document)
  }
  for (const topic of codesOf(answers, 'topics')) {
    const rechtskreis = BY_TOPIC[topic]
    if (rechtskreis) add(rechtskreis, 'topics', topic)
  }
  return [...found.values()]
}

/** Numbers somebody should have at once after what they chose. */
export function numbersFor(answers: Answers): { name: string; number: string }[] {
  return codesOf(answers, 'topics').includes('violence')
    ? [{ name: 'danger.number.violence-against-women', number: '116 016' }]
    : []
}
