// What is known of somebody in danger beyond the first question. Nobody is asked it in the ordinary way.

import type { Question } from './question.ts'

const ON_FROM_DANGER = {
  kind: 'one',
  level: 'danger',
  when: [{ question: 'urgent', is: ['danger'] }],
  max: null,
  words: null,
  icon: null,
  hint: 'never',
  typed: 'not',
  sealed: false,
  kept: false,
  askedLater: false,
  step: false,
  moreOf: null,
  numbers: false,
  clears: [],
  csv: null,
  counted: null,
} as const

/** What their own words said, of somebody who went on from there. */
const heard = {
  ...ON_FROM_DANGER,
  id: 'heard',
  options: {
    from: 'list',
    list: [
      { code: 'medical', icon: null, term: 'mit eigenen Worten: Notfall oder Feuer' },
      { code: 'suicide', icon: null, term: 'mit eigenen Worten: will nicht mehr leben' },
      { code: 'violence', icon: null, term: 'mit eigenen Worten: Gewalt oder Drohung' },
      { code: 'child', icon: null, term: 'mit eigenen Worten: Kind in Gefahr' },
      { code: 'held', icon: null, term: 'mit eigenen Worten: festgehalten oder gezwungen' },
      { code: 'help', icon: null, term: 'mit eigenen Worten: Hilferuf' },
    ],
  },
  term: { de: 'Gefahr, mit eigenen Worten', en: 'Danger, in their own words' },
  record: 'urgency',
  page: 'urgency',
  lists: [],
} as const satisfies Question

/** When it is safe to write or to call: others may hold the telephone. */
const safe = {
  ...ON_FROM_DANGER,
  id: 'safe',
  options: {
    from: 'list',
    list: [
      { code: 'morning', icon: null, term: 'vormittags' },
      { code: 'afternoon', icon: null, term: 'nachmittags' },
      { code: 'any', icon: null, term: 'immer' },
    ],
  },
  term: { de: 'Sicher erreichbar', en: 'Safe to reach' },
  record: { field: 'safeTime', as: 'code' },
  page: 'facts',
  lists: ['calls'],
} as const satisfies Question

export const DANGER_QUESTIONS = [heard, safe] as const
