// What is known of somebody in danger beyond the first question. Nobody is asked it in the ordinary way.

import { option, type Question, USUAL } from './question.ts'

const ON_FROM_DANGER = {
  ...USUAL,
  kind: 'one',
  level: 'danger',
  when: [{ question: 'urgent', is: ['danger'] }],
  sealed: false,
  kept: false,
  step: false,
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
      option('medical', null, 'mit eigenen Worten: Notfall oder Feuer'),
      option('suicide', null, 'mit eigenen Worten: will nicht mehr leben'),
      option('violence', null, 'mit eigenen Worten: Gewalt oder Drohung'),
      option('child', null, 'mit eigenen Worten: Kind in Gefahr'),
      option('held', null, 'mit eigenen Worten: festgehalten oder gezwungen'),
      option('help', null, 'mit eigenen Worten: Hilferuf'),
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
  // Asked of a child who is alone, too.
  when: [],
  options: {
    from: 'list',
    list: [
      option('morning', null, 'vormittags'),
      option('afternoon', null, 'nachmittags'),
      option('any', null, 'immer'),
    ],
  },
  term: { de: 'Sicher erreichbar', en: 'Safe to reach' },
  record: { field: 'safeTime', as: 'code' },
  page: 'facts',
  lists: ['calls'],
} as const satisfies Question

export const DANGER_QUESTIONS = [heard, safe] as const
