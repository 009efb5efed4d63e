// What is known of somebody in danger beyond the first question. Nobody is asked it in the ordinary way.

import { HEARD_KINDS } from '../danger/cry-list.ts'
import { option, type Question, USUAL, unasked } from './question.ts'

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
  kind: 'many',
  max: HEARD_KINDS.length,
  options: {
    from: 'list',
    list: [
      unasked('medical', 'mit eigenen Worten: Notfall oder Feuer'),
      unasked('suicide', 'mit eigenen Worten: will nicht mehr leben'),
      unasked('violence', 'mit eigenen Worten: Gewalt oder Drohung'),
      unasked('child', 'mit eigenen Worten: Kind in Gefahr'),
      unasked('held', 'mit eigenen Worten: festgehalten oder gezwungen'),
      unasked('help', 'mit eigenen Worten: Hilferuf'),
      unasked('alone', 'mit eigenen Worten: unter 18 und allein hier'),
      unasked('young', 'mit eigenen Worten: unter 18'),
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
      option('morning', '🌅', 'vormittags'),
      option('afternoon', '☀️', 'nachmittags'),
      option('any', '🕰️', 'immer'),
    ],
  },
  term: { de: 'Sicher erreichbar', en: 'Safe to reach' },
  record: { field: 'safeTime', as: 'code' },
  page: 'facts',
  lists: ['calls'],
} as const satisfies Question

export const DANGER_QUESTIONS = [heard, safe] as const
