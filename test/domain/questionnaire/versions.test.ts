// A record names the version of the questionnaire it was made with: what could be answered then stays known.

import { expect, it } from 'vitest'
import { listOf } from '../../../src/domain/questionnaire/questionnaire.ts'
import { QUESTIONNAIRE_VERSION, QUESTIONS } from '../../../src/domain/questionnaire/questions.ts'
import versions from './versions.json' with { type: 'json' }

/** What decides how an answer is to be read: what is asked of whom, and which codes could be chosen. */
function asAsked() {
  return QUESTIONS.map((q) => ({
    id: q.id,
    kind: q.kind,
    level: q.level,
    from: q.options.from,
    codes: listOf(q).map(({ code, unasked }) => (unasked ? `${code} (by rule)` : code)),
    when: q.when.map(({ question, is }) => `${question}: ${is.join(', ')}`),
    max: q.max,
  }))
}

it('a question, an option or a condition more, less or other makes a new version', () => {
  const known: Readonly<Record<string, unknown>> = versions
  expect(
    asAsked(),
    'QUESTIONNAIRE_VERSION grows, and versions.json has the new one beside the old (CONTRIBUTING)',
  ).toEqual(known[QUESTIONNAIRE_VERSION])
  expect(Object.keys(known).map(Number)).toEqual(
    Array.from({ length: QUESTIONNAIRE_VERSION }, (_, nth) => nth + 1),
  )
})
