// The answers a time was found by, to be checked before it is booked.

import { answerText, nameOf } from '../../questionnaire/wording.ts'
import { answeredFirst } from '../checked.ts'
import type { Screen } from '../screen.ts'
import type { Facts, Talk } from '../talk.ts'
import { say } from '../text.ts'

/** Each answer with what changes it. */
export function answersToCheck(talk: Talk, facts: Facts): NonNullable<Screen['answers']> {
  const reader = { profile: facts.profile, language: talk.language }
  return answeredFirst(talk, facts).flatMap((q) => {
    const value = answerText(q, talk.answers[q.id], reader)
    if (value === undefined) return []
    const tap = { do: 'more', question: q.id } as const
    return [{ name: nameOf(q), value: say('common.name', { name: value }), tap }]
  })
}
