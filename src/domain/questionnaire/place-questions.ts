// Where a person lives and what they speak: answered from what the city and the house know.

import { option, type Question, USUAL, unasked } from './question.ts'

const district = {
  ...USUAL,
  id: 'district',
  kind: 'open',
  level: 'A',
  options: {
    from: 'districts',
    list: [
      option('unsure', '❓', 'weiß es nicht'),
      option('outside', '🗺️', 'außerhalb der Stadt'),
      option('unsaid', '🤐', 'keine Angabe gewünscht'),
      unasked('unclear', 'nicht geklärt'),
    ],
  },
  // Without data on postal codes nobody is asked to write one.
  hint: 'with-postal-codes',
  typed: 'postal-code',
  sealed: false,
  kept: true,
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
  ...USUAL,
  id: 'part',
  kind: 'open',
  level: 'A',
  when: [{ question: 'district', is: ['unclear'] }],
  // Nobody has to know it: the times of all centres follow.
  options: { from: 'parts', list: [option('unsure', '❓', 'weiß es nicht')] },
  sealed: false,
  kept: true,
  step: false,
  term: { de: 'Ortsteil', en: 'Part of town' },
  record: { field: 'part', as: 'code' },
  page: 'facts',
  csv: null,
  lists: [],
  counted: null,
} as const satisfies Question

/** The language to speak, which nobody concludes from the one that is read. */
export const spoken = {
  ...USUAL,
  id: 'spoken',
  kind: 'open',
  level: 'A',
  options: {
    from: 'languages',
    list: [
      option('de', '🗣️', 'Deutsch'),
      { ...option('own', '👥', 'bringt selbst jemanden zum Übersetzen mit'), advised: true },
      option('dgs', '🧏', 'Deutsche Gebärdensprache (DGS)'),
      { ...option('other', '✏️', 'andere Sprache'), stays: true },
    ],
  },
  hint: 'always',
  typed: 'language',
  sealed: false,
  kept: true,
  askedLater: true,
  clears: [{ question: 'other-language', unless: ['other'] }],
  term: { de: 'Gesprächssprache', en: 'Language to speak' },
  record: { field: 'spokenLanguage', as: 'code' },
  page: 'facts',
  csv: { at: 'request' },
  lists: ['requests', 'calls', 'day'],
  counted: null,
} as const satisfies Question

/** A language that has no button, in the person's own words. */
export const otherLanguage = {
  ...USUAL,
  id: 'other-language',
  kind: 'text',
  level: 'A',
  when: [{ question: 'spoken', is: ['other'] }],
  options: { from: 'nowhere' },
  max: 40,
  hint: 'always',
  typed: 'language',
  sealed: true,
  kept: true,
  askedLater: true,
  step: false,
  term: { de: 'Gesprächssprache, eigene Worte', en: 'Language to speak, own words' },
  record: { field: 'otherLanguage', as: 'note' },
  page: 'quote',
  csv: null,
  lists: [],
  counted: null,
} as const satisfies Question

export const PLACE_QUESTIONS = [district, part, spoken, otherLanguage] as const
