// The questions of every city, in the order they are asked. To ask one more: an entry here, and its
// words under `questions.<id>` in each locale.

import { reason, topics, urgent } from './first-questions.ts'
import {
  age,
  alias,
  counsellor,
  document,
  german,
  household,
  needs,
  note,
} from './optional-questions.ts'
import { district, part, spoken } from './place-questions.ts'
import type { Answer, AnswersById } from './question.ts'

export type { Answer, Question } from './question.ts'

/** Grows whenever a question, an option or a condition changes; kept with every record. */
export const QUESTIONNAIRE_VERSION = 1

export const QUESTIONS = [
  urgent,
  reason,
  topics,
  district,
  part,
  spoken,
  alias,
  age,
  document,
  household,
  german,
  counsellor,
  needs,
  note,
] as const

export type QuestionId = (typeof QUESTIONS)[number]['id']

/** What a person has answered; a city's own questions have ids that begin with `own-`. */
export type Answers = { readonly [Q in QuestionId]?: Answer } & AnswersById

/** The code a rule asks for by the name of its question; `undefined` where there is none. */
export function codeOf(answers: Answers, id: QuestionId): string | undefined {
  const answer = answers[id]
  return typeof answer === 'string' ? answer : undefined
}

/** The codes a rule asks for, of a question with several; empty where there are none. */
export function codesOf(answers: Answers, id: QuestionId): readonly string[] {
  const answer = answers[id]
  return Array.isArray(answer) ? answer : []
}
