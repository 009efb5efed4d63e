// Answers → urgency, red flags and the suggested Rechtskreis, each with its reason.

import { say, type Text } from '../dialog/text.ts'
import type { Answers } from './questions.ts'

/** red: now · orange: the same or the next working day · yellow: within two weeks · green: the rest. */
export const URGENCIES = ['red', 'orange', 'yellow', 'green'] as const
export type Urgency = (typeof URGENCIES)[number]

export const RECHTSKREISE = [
  'SGB II',
  'SGB III',
  'SGB VIII',
  'SGB XII',
  'AsylbLG',
  'AufenthG',
] as const
export type Rechtskreis = (typeof RECHTSKREISE)[number]

/** A suggestion for staff: only a suggestion until they confirm it. */
export type Suggestion = { rechtskreis: Rechtskreis; because: Text }

const YELLOW_REASONS = new Set(['permit-ends', 'money-stopped', 'other'])

/** How soon somebody should look at this. Never a legal deadline: Lotse does not compute those. */
export function urgencyOf(answers: Answers): Urgency {
  if (answers.urgent === 'danger') return 'red'
  if (answers.urgent === 'yes') {
    const reason = answers.reason
    if (typeof reason !== 'string') return 'yellow'
    return YELLOW_REASONS.has(reason) ? 'yellow' : 'orange'
  }
  // § 104c permits are not renewed since 31.12.2025 and only lead on to § 25a or § 25b.
  return answers.document === 'section-104c' ? 'yellow' : 'green'
}

/** Whether the remaining questions are cut so that the soonest times come first. */
export function isCut(answers: Answers): boolean {
  return answers.urgent === 'yes' && urgencyOf(answers) === 'orange'
}

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
  const add = (rechtskreis: Rechtskreis, because: Text) => {
    if (!found.has(rechtskreis)) found.set(rechtskreis, { rechtskreis, because })
  }
  const document = answers.document
  if (typeof document === 'string') {
    for (const rechtskreis of BY_DOCUMENT[document] ?? []) {
      add(rechtskreis, say(`questions.document.option.${document}`))
    }
  }
  for (const topic of Array.isArray(answers.topics) ? answers.topics : []) {
    const rechtskreis = BY_TOPIC[topic]
    if (rechtskreis) add(rechtskreis, say(`questions.topics.option.${topic}`))
  }
  return [...found.values()]
}
