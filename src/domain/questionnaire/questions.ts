// The questions of every city, in the order they are asked. To ask one more: an entry in one of the
// four lists, and its words under `questions.<id>` in each locale.

import { DANGER_QUESTIONS } from './danger-questions.ts'
import { FIRST_QUESTIONS } from './first-questions.ts'
import { OPTIONAL_QUESTIONS } from './optional-questions.ts'
import { PLACE_QUESTIONS } from './place-questions.ts'
import type { Answer, AnswersById } from './question.ts'

export type { Answer, Question } from './question.ts'

/** Grows whenever a question, an option or a condition is new, gone or other; kept with every record. */
export const QUESTIONNAIRE_VERSION = 3

export const QUESTIONS = [
  ...FIRST_QUESTIONS,
  ...DANGER_QUESTIONS,
  ...PLACE_QUESTIONS,
  ...OPTIONAL_QUESTIONS,
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
