// Answers as words: the same codes for the person's own page and for the German record.

import type { Answer, QuestionId } from '../questionnaire/questions.ts'
import { askedParts } from '../questionnaire/routing.ts'
import type { Facts } from './talk.ts'
import type { Value } from './text.ts'

/** An answer in words; `undefined` where the question was not asked, a dash where it was skipped. */
export function answerText(
  id: QuestionId,
  answer: Answer | undefined,
  facts: Pick<Facts, 'profile'>,
): Value | undefined {
  if (answer === undefined) return undefined
  if (answer === null) return { key: 'common.skipped' }
  if (Array.isArray(answer)) {
    return { list: answer.map((option) => ({ key: `questions.${id}.option.${option}` })) }
  }
  switch (id) {
    case 'alias':
    case 'note':
      return answer
    case 'spoken':
      return { key: `language-name.${answer}` }
    case 'district': {
      const district = facts.profile.districts.find((candidate) => candidate.id === answer)
      return district ? district.name : { key: `questions.district.option.${answer}` }
    }
    case 'part':
      return askedParts(facts.profile).find((part) => part.id === answer)?.name ?? answer
    default:
      return { key: `questions.${id}.option.${answer}` }
  }
}
