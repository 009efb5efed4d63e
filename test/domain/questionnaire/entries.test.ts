import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Question } from '../../../src/domain/questionnaire/question.ts'
import { listOf, questionnaireOf } from '../../../src/domain/questionnaire/questionnaire.ts'
import { QUESTIONS } from '../../../src/domain/questionnaire/questions.ts'
import { createI18n } from '../../../src/i18n/index.ts'

/** What is wrong with the entries of a questionnaire. */
function entryFaults(questions: readonly Question[]): string[] {
  const ids = questions.map(({ id }) => id)
  return questions.flatMap((q, at) => {
    const earlier = ids.slice(0, at)
    const codes = listOf(q).map(({ code }) => code)
    const places = questions.filter(({ record }) => fieldOf(record) === fieldOf(q.record))
    const faults: [boolean, string][] = [
      [earlier.includes(q.id), 'has the id of another'],
      // Beside the answers a request keeps a telephone number under this name.
      [q.id === 'phone', 'has an id that is taken'],
      [new Set(codes).size < codes.length, 'has one code twice'],
      [(q.kind === 'text') !== (q.options.from === 'nowhere'), 'is typed or chosen, not both'],
      [q.kind === 'text' && !q.sealed, 'is typed, and not sealed'],
      [q.kind === 'text' && (q.max === null || q.typed === 'not'), 'cannot be typed'],
      [q.kind === 'many' && q.max === null, 'has no end of choices'],
      [q.level === 'B' && q.counted !== null, 'is counted, though it was told in confidence'],
      [q.when.some(({ question }) => !earlier.includes(question)), 'hangs on no earlier question'],
      [q.clears.some(({ question }) => !ids.includes(question)), 'clears a question there is not'],
      [q.moreOf !== null && !earlier.includes(q.moreOf), 'adds to no earlier question'],
      [typeof q.record === 'object' && places.length > 1, 'shares its field of the record'],
      [q.words === null && q.record === 'city-questions', 'has no words'],
    ]
    return faults.flatMap(([is, fault]) => (is ? [`${q.id} ${fault}`] : []))
  })
}

const fieldOf = (record: Question['record']) => (typeof record === 'object' ? record.field : record)

describe('an entry of the questionnaire', () => {
  it('has no fault', () => {
    expect(entryFaults(QUESTIONS)).toEqual([])
  })

  it.each<[string, Partial<Question>]>([
    ['note has the id of another', { id: 'alias' }],
    ['note is typed, and not sealed', { sealed: false }],
    ['note cannot be typed', { typed: 'not' }],
    ['note is counted, though it was told in confidence', { counted: 'topic' }],
    ['note hangs on no earlier question', { when: [{ question: 'income', is: ['high'] }] }],
    ['note clears a question there is not', { clears: [{ question: 'x', unless: [] }] }],
    ['note adds to no earlier question', { moreOf: 'x' }],
    ['note shares its field of the record', { record: { field: 'topics', as: 'codes' } }],
  ])('that is wrong is named: %s', (fault, spoilt) => {
    const [last] = QUESTIONS.slice(-1)
    const made = [...QUESTIONS.slice(0, -1), { ...last, ...spoilt } as Question]
    expect(entryFaults(made)).toContain(fault.replace('note', made.at(-1)?.id ?? ''))
  })

  it('has words in every language, whichever its source', () => {
    const i18n = createI18n()
    for (const q of QUESTIONS) {
      const keys = [
        `questions.${q.id}.name`,
        `questions.${q.id}.title`,
        ...(q.hint === 'never' ? [] : [`questions.${q.id}.hint`]),
        ...listOf(q).map(({ code }) => `questions.${q.id}.option.${code}`),
        ...listOf(q).flatMap(({ code, explained }) =>
          explained ? [`questions.${q.id}.about.${code}`] : [],
        ),
        ...listOf(q).flatMap(({ code, advised }) =>
          advised ? [`questions.${q.id}.advice.${code}`] : [],
        ),
      ]
      for (const { key: language } of i18n.languages) {
        for (const key of keys) expect(i18n.exists(key, language), `${language} ${key}`).toBe(true)
      }
    }
  })
})

describe('icons', () => {
  const pictured = (q: Question) => listOf(q).filter(({ unasked }) => !unasked)

  it('stand before every option that has a button, and each alone in its question', () => {
    const faults = QUESTIONS.flatMap((q: Question) => {
      const icons = pictured(q).map(({ icon }) => icon)
      return [
        ...pictured(q).flatMap(({ code, icon }) => (icon ? [] : [`${q.id}.${code} has none`])),
        ...icons.flatMap((icon, nth) =>
          icon && icons.indexOf(icon) < nth ? [`${q.id} has ${icon} twice`] : [],
        ),
      ]
    })
    expect(faults).toEqual([])
  })

  // What somebody cried for is told to nobody who looks at the screen.
  it('stand before none that a rule alone gives', () => {
    const byRule = QUESTIONS.flatMap((q: Question) => listOf(q).filter((one) => one.unasked))
    expect(byRule.length).toBeGreaterThan(0)
    expect(byRule.filter(({ icon }) => icon !== null)).toEqual([])
  })

  // The one table of what an icon means; the same thing has the same one wherever it comes up.
  it('mean the same everywhere', () => {
    const all = QUESTIONS.flatMap((q) =>
      listOf(q).flatMap(({ code, icon }) => (icon ? [{ icon, of: `${q.id}.${code}` }] : [])),
    )
    const meanings = [...Map.groupBy(all, ({ icon }) => icon)]
    const shared = meanings.flatMap(([icon, ones]) =>
      ones.length > 1 ? [[icon, ones.map(({ of }) => of)] as const] : [],
    )
    expect(Object.fromEntries(shared)).toEqual({
      '✉️': ['reason.letter', 'topics.letter'],
      '🏠': ['reason.eviction', 'topics.housing'],
      '🧒': ['reason.minor', 'age.under-18'],
      '🩺': ['reason.illness', 'topics.health'],
      '📄': ['reason.permit-ends', 'topics.residence'],
      '💶': ['reason.money-stopped', 'topics.money'],
      '💬': ['reason.other', 'topics.other'],
      '🗣️': ['topics.german', 'spoken.de', 'document.in-person'],
      '❓': ['district.unsure', 'part.unsure'],
      '👶': ['topics.family', 'household.with-children', 'needs.children-come'],
      '👪': ['topics.reunification', 'household.family'],
    })
  })

  // Without U+FE0F some signs are letters: black, and on a few telephones an empty box.
  it('are pictures in every font, on options and in texts', () => {
    const isPicture = (icon: string) => /^(\p{Emoji_Presentation}|\p{Emoji}\uFE0F)/u.test(icon)
    const icons = QUESTIONS.flatMap((q) => listOf(q).flatMap(({ icon }) => icon ?? []))
    expect(icons.filter((icon) => !isPicture(icon))).toEqual([])
    const letters = /(?!\p{Emoji_Presentation}|\p{EMod})[\u{1F000}-\u{1FAFF}](?!\uFE0F|\p{EMod})/u
    for (const file of globSync('locales/*/*.json')) {
      if (!file.endsWith('cries.json'))
        expect(letters.exec(readFileSync(file, 'utf8')), file).toBeNull()
    }
  })
})

it('a city’s questionnaire is that of every city, less what it leaves out, and then its own', () => {
  const own = { id: 'own-a', kind: 'text', name: { de: 'A' }, title: { de: 'A?' } } as const
  const ids = questionnaireOf({ questions: [own], leaveOut: ['age', 'note'] }).map(({ id }) => id)
  expect(ids).toEqual([
    ...QUESTIONS.map(({ id }) => id).filter((id) => id !== 'age' && id !== 'note'),
    'own-a',
  ])
})
