// What a request adds to the figures of the whole city when it is submitted.

import type { AnswersById } from '../questionnaire/question.ts'
import { QUESTIONS } from '../questionnaire/questions.ts'
import type { MonthCount } from './month-counts.ts'

/**
 * One of each code of a question that is counted, of the language that is read and of the link or
 * poster that brought the person, in the month (UTC) of an instant in epoch milliseconds.
 */
export function countsOfRequest(
  answers: AnswersById,
  { language, source }: { language: string; source?: string | null | undefined },
  now: number,
): MonthCount[] {
  const month = new Date(now).toISOString().slice(0, 7)
  const one = (kind: MonthCount['kind'], code: string) => ({ month, kind, code, count: 1 })
  const said = QUESTIONS.flatMap(({ id, counted }) =>
    counted ? [answers[id] ?? []].flat().map((code) => one(counted, code)) : [],
  )
  return [...said, one('language', language), ...(source ? [one('source', source)] : [])]
}
