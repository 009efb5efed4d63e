// Answers as fields of the record: each entry of the questionnaire says which one, and of what form.

import * as z from 'zod'
import type { Profile } from '../profile/profile.ts'
import type { Answer, AnswersById, Question, RecordPlace } from './question.ts'
import { applies, type Questionnaire, questionIn } from './questionnaire.ts'
import type { QUESTIONS } from './questions.ts'
import type { Reason } from './triage.ts'
import { type Coded, codedIn, type LanguageTerms } from './wording.ts'

export const coded = z.strictObject({ code: z.string(), term: z.string() })
/** in the original; nothing in it has been translated */
const original = z.strictObject({ text: z.string(), language: z.string() })

const FORMS = {
  code: coded.nullable(),
  codes: z.array(coded),
  text: z.string().nullable(),
  note: original.nullable(),
} as const

type Fields<Place> = Place extends { field: infer Field extends string } ? Field : never
type Form<Place> = Place extends { as: infer As extends keyof typeof FORMS } ? As : never

/** The fields of the questions every city has, by their names in the record. */
export type AnsweredFields = {
  [Q in (typeof QUESTIONS)[number] as Fields<Q['record']>]: (typeof FORMS)[Form<Q['record']>]
}

/** What the city asked of its own, as it was asked then. */
export const cityQuestions = z.array(
  z.strictObject({
    id: z.string(),
    term: z.string(),
    answers: z.array(coded),
    text: original.nullable(),
  }),
)

/** The schema of the fields that answers have. */
export function fieldsOf(questionnaire: Questionnaire): AnsweredFields {
  return Object.fromEntries(
    questionnaire.flatMap(({ record }) =>
      isField(record) ? [[record.field, FORMS[record.as]]] : [],
    ),
  ) as AnsweredFields
}

/** What the words of an answer depend on. */
export type Wording = { profile: Profile; languages: LanguageTerms; reading: string }

/** The values of those fields. */
export function fieldValues(questionnaire: Questionnaire, answers: AnswersById, wording: Wording) {
  return Object.fromEntries(
    questionnaire.flatMap((q) =>
      isField(q.record) ? [[q.record.field, formed(q, q.record.as, answers[q.id], wording)]] : [],
    ),
  ) as { [Field in keyof AnsweredFields]: z.infer<AnsweredFields[Field]> }
}

/** The answers to questions of the city; those it asks but did not ask here are left out. */
export function cityAnswers(
  questionnaire: Questionnaire,
  answers: AnswersById,
  wording: Wording,
): z.infer<typeof cityQuestions> {
  return questionnaire.flatMap((q) => {
    const answer = answers[q.id]
    if (q.record !== 'city-questions' || answer === undefined || answer === null) return []
    const isText = q.kind === 'text'
    return {
      id: q.id,
      term: q.term.de,
      answers: isText ? [] : codesIn(q, answer, wording),
      text: isText ? noteOf(answer, wording) : null,
    }
  })
}

/** A reason of a rule as a code with its German term. */
export function reasonOf(questionnaire: Questionnaire, reason: Reason, wording: Wording): Coded {
  const q = questionIn(questionnaire, reason.question)
  if (!q) return { code: reason.code, term: reason.code }
  return codedIn(q, reason.code, wording.profile, wording.languages)
}

/** What became of a question. */
export function outcomeOf(q: Question, answers: AnswersById) {
  const answer = answers[q.id]
  if (answer === undefined || !(applies(q, answers) || answer)) return 'not-asked'
  return answer === null || answer.length === 0 ? 'skipped' : 'answered'
}

function isField(place: RecordPlace): place is Exclude<RecordPlace, string> {
  return typeof place === 'object'
}

function formed(
  q: Question,
  as: keyof typeof FORMS,
  answer: Answer | undefined,
  wording: Wording,
): Coded | Coded[] | string | z.infer<typeof original> | null {
  switch (as) {
    case 'code':
      return typeof answer === 'string' ? (codesIn(q, answer, wording)[0] ?? null) : null
    case 'codes':
      return Array.isArray(answer) ? codesIn(q, answer, wording) : []
    case 'text':
      return noteOf(answer, wording)?.text ?? null
    case 'note':
      return noteOf(answer, wording)
  }
}

function codesIn(q: Question, answer: string | string[], { profile, languages }: Wording): Coded[] {
  const codes = Array.isArray(answer) ? answer : [answer]
  return codes.map((code) => codedIn(q, code, profile, languages))
}

function noteOf(answer: Answer | undefined, { reading }: Wording) {
  return typeof answer === 'string' && answer !== '' ? { text: answer, language: reading } : null
}
