// What is told of one's own accord, after the time is booked: each can be skipped.

import { explained, option, type Question, USUAL } from './question.ts'

const OPTIONAL = { ...USUAL, level: 'B' } as const

/** How somebody wishes to be called. */
export const alias = {
  ...OPTIONAL,
  id: 'alias',
  kind: 'text',
  options: { from: 'nowhere' },
  max: 40,
  hint: 'always',
  typed: 'line',
  sealed: true,
  kept: true,
  term: { de: 'Anrede', en: 'Form of address' },
  record: { field: 'addressAs', as: 'text' },
  page: 'heading',
  csv: { at: 'person', heading: { de: 'Person', en: 'Person' } },
  lists: [],
  counted: null,
} as const satisfies Question

const age = {
  ...OPTIONAL,
  id: 'age',
  kind: 'one',
  options: {
    from: 'list',
    list: [
      option('under-18', '🧒', 'unter 18'),
      option('18-26', '🧑', '18 bis 26'),
      option('27-plus', '🧓', '27 und älter'),
    ],
  },
  sealed: false,
  kept: false,
  term: { de: 'Altersgruppe', en: 'Age band' },
  record: { field: 'ageBand', as: 'code' },
  page: 'facts',
  csv: null,
  lists: [],
  counted: null,
} as const satisfies Question

const document = {
  ...OPTIONAL,
  id: 'document',
  kind: 'one',
  options: {
    from: 'list',
    list: [
      option('in-person', '🗣️', 'sagt es im Gespräch'),
      explained('procedure', '🏛️', 'Asylverfahren: Ankunftsnachweis oder Aufenthaltsgestattung'),
      explained('duldung', '⏸️', 'Duldung (§§ 60a–60d AufenthG)'),
      explained('permit', '💳', 'Aufenthaltserlaubnis'),
      option('section-24', '🌻', 'Aufenthaltserlaubnis § 24 AufenthG (Ukraine)'),
      option('eu', '🌍', 'EU-Bürgerin, EU-Bürger oder Familie (FreizügG/EU)'),
      option('permanent', '🌳', 'Niederlassungserlaubnis oder Daueraufenthalt-EU'),
      explained('waiting-paper', '⏳', 'Fiktionsbescheinigung (§ 81 AufenthG)'),
      option('section-104c', '🌱', 'Chancen-Aufenthaltsrecht (§ 104c AufenthG)'),
      option('visa', '✈️', 'Visum'),
      option('german', '📕', 'deutsch oder Spätaussiedler'),
    ],
  },
  sealed: false,
  kept: false,
  term: { de: 'Aufenthaltspapier (Gruppe)', en: 'Residence document (group)' },
  record: { field: 'residenceDocument', as: 'code' },
  page: 'facts',
  csv: null,
  lists: [],
  counted: null,
} as const satisfies Question

export const DOCUMENTS: readonly string[] = document.options.list.map(({ code }) => code)

const household = {
  ...OPTIONAL,
  id: 'household',
  kind: 'one',
  options: {
    from: 'list',
    list: [
      option('alone', '🧍', 'allein'),
      option('family', '👪', 'mit Familie'),
      option('with-children', '👶', 'mit Kindern'),
    ],
  },
  sealed: false,
  kept: false,
  term: { de: 'Haushalt', en: 'Household' },
  record: { field: 'household', as: 'code' },
  page: 'facts',
  csv: null,
  lists: [],
  counted: null,
} as const satisfies Question

const german = {
  ...OPTIONAL,
  id: 'german',
  kind: 'one',
  options: {
    from: 'list',
    list: [
      option('none', '🌑', 'keine'),
      option('a1-a2', '🌒', 'A1–A2'),
      option('b1', '🌓', 'B1'),
      option('b2-plus', '🌕', 'B2 und höher'),
    ],
  },
  sealed: false,
  kept: false,
  term: { de: 'Deutschkenntnisse', en: 'German' },
  record: { field: 'germanLevel', as: 'code' },
  page: 'facts',
  csv: null,
  lists: [],
  counted: null,
} as const satisfies Question

const counsellor = {
  ...OPTIONAL,
  id: 'counsellor',
  kind: 'one',
  options: {
    from: 'list',
    list: [
      option('woman', '👩', 'eine Frau'),
      option('man', '👨', 'einen Mann'),
      option('either', '🙂', 'gleich'),
    ],
  },
  sealed: false,
  kept: false,
  term: { de: 'Beratung gewünscht durch', en: 'Wants to talk to' },
  record: { field: 'counsellorWish', as: 'code' },
  page: 'facts',
  csv: null,
  lists: [],
  counted: null,
} as const satisfies Question

const needs = {
  ...OPTIONAL,
  id: 'needs',
  kind: 'many',
  options: {
    from: 'list',
    list: [
      option('wheelchair', '♿', 'Rollstuhl, stufenloser Zugang'),
      option('children-come', '👶', 'Kinder kommen mit'),
      option('cannot-read', '📖', 'Lesen fällt schwer'),
    ],
  },
  max: 3,
  sealed: false,
  kept: false,
  term: { de: 'Vorzubereiten', en: 'To prepare' },
  record: { field: 'needs', as: 'codes' },
  lists: ['day-line', 'calls'],
  page: 'facts',
  csv: null,
  counted: null,
} as const satisfies Question

const note = {
  ...OPTIONAL,
  id: 'note',
  kind: 'text',
  options: { from: 'nowhere' },
  max: 300,
  hint: 'always',
  typed: 'lines',
  sealed: true,
  kept: false,
  term: { de: 'Notiz der Person', en: 'Note by the person' },
  record: { field: 'note', as: 'note' },
  page: 'quote',
  csv: null,
  lists: [],
  counted: null,
} as const satisfies Question

export const OPTIONAL_QUESTIONS = [
  alias,
  age,
  document,
  household,
  german,
  counsellor,
  needs,
  note,
] as const
