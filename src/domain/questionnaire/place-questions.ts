// Where a person lives and what they speak: answered from what the city and the house know.

import type { Question } from './question.ts'

const district = {
  id: 'district',
  kind: 'open',
  level: 'A',
  when: [],
  options: {
    from: 'districts',
    list: [
      { code: 'outside', icon: null, term: 'außerhalb der Stadt' },
      { code: 'unsaid', icon: null, term: 'keine Angabe gewünscht' },
      { code: 'unclear', icon: null, term: 'nicht geklärt', unasked: true },
    ],
  },
  max: null,
  words: null,
  icon: null,
  // Without data on postal codes nobody is asked to write one.
  hint: 'with-postal-codes',
  typed: 'postal-code',
  sealed: false,
  kept: true,
  askedLater: false,
  step: true,
  moreOf: 'topics',
  // Not to the chosen topic but to the person: the number is read at once, whatever comes next.
  numbers: true,
  clears: [{ question: 'part', unless: [] }],
  term: { de: 'Stadtbezirk', en: 'City district' },
  record: { field: 'district', as: 'code' },
  page: 'facts',
  csv: null,
  lists: [],
  counted: null,
} as const satisfies Question

const part = {
  id: 'part',
  kind: 'open',
  level: 'A',
  when: [{ question: 'district', is: ['unclear'] }],
  options: { from: 'parts' },
  max: null,
  words: null,
  icon: null,
  hint: 'never',
  typed: 'not',
  sealed: false,
  kept: true,
  askedLater: false,
  step: false,
  moreOf: null,
  numbers: false,
  clears: [],
  term: { de: 'Ortsteil', en: 'Part of town' },
  record: { field: 'part', as: 'code' },
  page: 'facts',
  csv: null,
  lists: [],
  counted: null,
} as const satisfies Question

const spoken = {
  id: 'spoken',
  kind: 'open',
  level: 'A',
  when: [],
  options: { from: 'languages' },
  max: null,
  words: null,
  icon: null,
  hint: 'always',
  typed: 'not',
  sealed: false,
  kept: true,
  askedLater: true,
  step: true,
  moreOf: null,
  numbers: false,
  clears: [],
  term: { de: 'Gesprächssprache', en: 'Language to speak' },
  record: { field: 'spokenLanguage', as: 'code' },
  page: 'facts',
  csv: { at: 'request' },
  lists: ['requests', 'calls', 'day'],
  counted: null,
} as const satisfies Question

export const PLACE_QUESTIONS = [district, part, spoken] as const
