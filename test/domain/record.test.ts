import { expect, test } from 'vitest'
import { listOf } from '../../src/domain/questionnaire/questionnaire.ts'
import { type Answers, QUESTIONS } from '../../src/domain/questionnaire/questions.ts'
import { recordJsonSchema, recordOf, recordSchema } from '../../src/domain/questionnaire/record.ts'
import { termOf } from '../../src/domain/questionnaire/wording.ts'
import { duisburg } from '../support/duisburg.ts'

const submitted: Omit<Parameters<typeof recordOf>[0], 'answers'> = {
  ...{ status: 'new', body: null, followUp: null },
  id: 'i1',
  ref: 'HO-7F3K',
  questionnaire: 1,
  submittedAt: Date.parse('2026-11-22T09:00:00Z'),
  centre: 'hochfeld',
  language: 'ckb',
  relation: null,
  callBack: null,
  phone: null,
  source: null,
  cityQuestions: [],
  appointment: null,
  ...{ bookingId: null, seat: null, orders: [] },
  findings: [],
  voices: [],
}
const languages = {
  reading: (key: string) => `lies:${key}`,
  spoken: (key: string) => `sprich:${key}`,
}
const record = (answers: Answers, more: Partial<Parameters<typeof recordOf>[0]> = {}) =>
  recordOf({ ...submitted, ...more, answers }, duisburg(), languages, 0)

const full: Answers = {
  urgent: 'yes',
  reason: 'letter',
  topics: ['residence', 'money'],
  district: 'mitte',
  spoken: 'ckb',
  alias: 'Rojîn',
  age: '18-26',
  document: 'duldung',
  household: 'with-children',
  german: 'a1-a2',
  counsellor: 'woman',
  needs: ['wheelchair', 'children-come'],
  note: 'نامەیەکم هەیە',
}

test('a full set of answers becomes exact German', () => {
  expect(record(full)).toMatchObject({
    centre: { id: 'hochfeld', name: 'RSC Hochfeld' },
    addressAs: 'Rojîn',
    readingLanguage: { code: 'ckb', term: 'lies:ckb' },
    spokenLanguage: { code: 'ckb', term: 'sprich:ckb' },
    urgency: {
      level: 'orange',
      because: [{ code: 'letter', term: 'Schreiben mit Frist oder Termin' }],
    },
    topics: [{ term: 'Aufenthalt, Asyl' }, { term: 'Leistungen, Geld' }],
    district: { code: 'mitte', term: 'Mitte' },
    residenceDocument: { term: 'Duldung (§§ 60a–60d AufenthG)' },
    note: { text: 'نامەیەکم هەیە', language: 'ckb' },
    suggestedRechtskreise: [
      { rechtskreis: 'AsylbLG', because: { term: 'Duldung (§§ 60a–60d AufenthG)' } },
      { rechtskreis: 'AufenthG', because: { term: 'Duldung (§§ 60a–60d AufenthG)' } },
    ],
  })
})

test('what was skipped and what was not asked are told apart', () => {
  const { questions } = record({ urgent: 'no', topics: ['work'], alias: null, needs: [] })
  const outcome = (id: string) => questions.find((question) => question.id === id)?.outcome
  expect(outcome('topics')).toBe('answered')
  expect(outcome('alias')).toBe('skipped')
  expect(outcome('needs')).toBe('skipped')
  expect(outcome('note')).toBe('not-asked')
  expect(outcome('reason')).toBe('not-asked')
})

test.each([
  ['nothing', {}],
  ['danger', { urgent: 'danger' }],
  ['everything', full],
  ['only skips', Object.fromEntries(QUESTIONS.map(({ id }) => [id, null]))],
  ['codes of a newer questionnaire', { topics: ['space-travel'], document: 'moon-pass' }],
] as [string, Answers][])('a record of %s fits its schema', (_what, answers) => {
  expect(recordSchema.parse(record(answers))).toEqual(record(answers))
})

test('every question and every option has a German term', () => {
  for (const q of QUESTIONS) {
    expect(q.term.de, q.id).not.toBe(q.id)
    for (const { code } of listOf(q)) expect(termOf(q, code), `${q.id}.${code}`).not.toBe(code)
  }
})

test('a part of town is named by its official number', () => {
  const part = duisburg().districts.flatMap((district) => district.parts)[0]
  expect(record({ district: 'unclear', part: String(part?.number) }).part?.term).toBe(part?.name)
})

test('the published schema allows nothing that is not named', () => {
  const schema = recordJsonSchema() as { additionalProperties: boolean; required: string[] }
  expect(schema.additionalProperties).toBe(false)
  expect(schema.required).toContain('reference')
})
