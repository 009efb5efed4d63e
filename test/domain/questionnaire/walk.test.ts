import fc from 'fast-check'
import { expect, it } from 'vitest'
import { factsAt, MONDAY, shownFacts } from '../../../scripts/gallery/talk-facts.ts'
import { type Input, reduce } from '../../../src/domain/dialog/reduce.ts'
import { show } from '../../../src/domain/dialog/show/show.ts'
import { beginTalk, placeBefore, type Talk } from '../../../src/domain/dialog/talk.ts'
import type { Tap } from '../../../src/domain/dialog/tap.ts'
import type { OwnQuestion } from '../../../src/domain/profile/own-questions.ts'
import { questionFaults } from '../../../src/domain/profile/question-references.ts'
import { profileSchema } from '../../../src/domain/profile/schema.ts'
import { listOf } from '../../../src/domain/questionnaire/questionnaire.ts'
import { QUESTIONS } from '../../../src/domain/questionnaire/questions.ts'
import { runs } from '../../support/runs.ts'

const OPTIONAL = QUESTIONS.filter(({ level }) => level === 'B').map(({ id }) => id)
const CODES = ['a', 'b', 'c', 'd']

/** Questions a city could ask, each with a condition on one before it, of its own or of every city. */
const anyQuestions = fc
  .array(
    fc.record({
      isText: fc.boolean(),
      options: fc.integer({ min: 2, max: 4 }),
      most: fc.integer({ min: 1, max: 4 }),
      hangsOn: fc.option(fc.nat(40)),
    }),
    { maxLength: 6 },
  )
  .map((drawn) => {
    const questions: OwnQuestion[] = []
    for (const [index, { isText, options, most, hangsOn }] of drawn.entries()) {
      const before = [
        // The parts of a city are its own: nothing hangs on them.
        ...QUESTIONS.filter(
          ({ level, options }) => level !== 'danger' && options.from !== 'parts',
        ).map((q) => ({
          id: q.id,
          codes: listOf(q).map(({ code }) => code),
        })),
        ...questions.map((q) => ({ id: q.id, codes: (q.options ?? []).map(({ id }) => id) })),
      ].filter(({ codes }) => codes.length > 0)
      const other = hangsOn === null ? undefined : before[hangsOn % before.length]
      questions.push({
        id: `own-${index}`,
        kind: isText ? 'text' : 'choice',
        name: { de: `Frage ${index}` },
        title: { de: `Frage ${index}?`, ar: 'سؤال؟' },
        most: isText ? 40 : most,
        ...(isText
          ? {}
          : { options: CODES.slice(0, options).map((id) => ({ id, words: { de: id } })) }),
        ...(other ? { when: [{ question: other.id, is: other.codes.slice(0, 1) }] } : {}),
      })
    }
    return questions
  })

const anyCity = fc.record({ questions: anyQuestions, leaveOut: fc.subarray(OPTIONAL) })
const anyMove = fc.oneof(
  { weight: 5, arbitrary: fc.nat(40) },
  { weight: 1, arbitrary: fc.constantFrom('Rosa', 'x'.repeat(50), '47119', '') },
)

it('no questionnaire a city can make throws, and every screen has a way on and a way back', () => {
  fc.assert(
    fc.property(
      anyCity,
      anyCity,
      fc.array(anyMove, { minLength: 30, maxLength: 80 }),
      (city, later, moves) => {
        const before = factsAt(MONDAY)
        let facts = { ...before, profile: { ...before.profile, ...city } }
        const { times } = shownFacts(before)
        let talk: Talk = {
          ...beginTalk('ar'),
          agreed: { details: true, reminders: false },
          done: true,
        }
        talk = { ...talk, place: { at: 'details' } }
        for (const [at, move] of moves.entries()) {
          // Half way the city asks otherwise.
          if (at === 20) facts = { ...facts, profile: { ...before.profile, ...later } }
          const shown = show(talk, { ...facts, times })
          const taps = shown.rows.flat().flatMap((one): Tap[] => ('tap' in one ? [one.tap] : []))
          const kinds = taps.map((tap) => (tap.do === 'open' ? `open ${tap.page}` : tap.do))
          const hasBack = placeBefore(talk, facts) !== undefined
          expect(kinds.includes('back'), `back from ${shown.id}`).toBe(hasBack)
          expect(kinds.includes('open person') || shown.id === 'person', shown.id).toBe(true)
          const tap = typeof move === 'number' ? taps[move % taps.length] : undefined
          const input: Input = tap ? { kind: 'tap', tap } : { kind: 'text', text: String(move) }
          talk = reduce(talk, input, facts).talk
          const { place } = talk
          if (place.at === 'question' && tap?.do === 'answer') {
            const asked = [...QUESTIONS, ...facts.profile.questions].map(({ id }) => id)
            expect(asked).toContain(place.id)
          }
        }
      },
    ),
    { numRuns: runs(200) },
  )
})

it('every questionnaire drawn here is one a profile may hold, but for what hangs on what is left out', () => {
  fc.assert(
    fc.property(anyQuestions, (questions) => {
      const profile = { ...factsAt(MONDAY).profile, questions }
      expect(profileSchema.safeParse(profile).success).toBe(true)
      expect(questionFaults(profile)).toEqual([])
    }),
    { numRuns: runs(100) },
  )
})
