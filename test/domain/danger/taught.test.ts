// What is learned from sentences: the features of a text, the learning, and what was learned.

import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge, learn, learnMost } from '../../../scripts/teach/logistic.ts'
import { fingerprintOf, readSentences } from '../../../scripts/teach/sentences.ts'
import { CRY_KINDS } from '../../../src/domain/danger/cry-list.ts'
import { featuresOf } from '../../../src/domain/danger/features.ts'
import { wordsOf } from '../../../src/domain/danger/normalise.ts'
import { inLatinLetters } from '../../../src/domain/danger/spellings.ts'
import { dangerIn, likelyKind, type Taught } from '../../../src/domain/danger/taught.ts'
import { taught as bundled } from '../../../src/generated/locales.ts'
import { languages } from '../../../src/i18n/languages.ts'

const features = (text: string) => featuresOf(wordsOf(text), [], 18)
const shared = (one: string, other: string) => features(one).intersection(features(other)).size

describe('the features of a text', () => {
  test('are numbers below the size that is asked for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 4, max: 20 }),
        (text, bits) => {
          for (const n of featuresOf(wordsOf(text), [], bits)) {
            expect(n).toBeGreaterThanOrEqual(0)
            expect(n).toBeLessThan(2 ** bits)
          }
        },
      ),
    )
  })

  test('of a word with a slip or another ending are mostly those of the word', () => {
    expect(shared('verprügelt', 'verprügeln')).toBeGreaterThan(shared('verprügelt', 'Versicherung'))
    expect(shared('میترسم', 'میترسیدم')).toBeGreaterThan(shared('میترسم', 'مدرسه'))
  })

  test('tell the order of words, and not how they are written', () => {
    expect(features('he locks me')).not.toEqual(features('me locks he'))
    expect(features('HE  LOCKS, me')).toEqual(features('he locks me'))
  })

  test('tell the phrases that stand in it, and how many', () => {
    const words = wordsOf('he locks me in')
    const phrase = { kind: 'held', line: 'locks me' } as const
    const others = [[], [phrase], [phrase, { ...phrase, line: 'me in' }]].map(
      (phrases) => featuresOf(words, phrases, 18).size,
    )
    expect(others[1]).toBeGreaterThan(others[0] ?? 0)
    expect(others[2]).toBeGreaterThan(others[1] ?? 0)
  })
})

describe('a sentence in Latin letters', () => {
  test('is typed in several ways where it is in Cyrillic', () => {
    expect(inLatinLetters('bg', 'Мъжът ме бие')).toContain('muzhut me bie')
    expect(inLatinLetters('uk', 'Чоловік')).toEqual(['cholovik', 'cholovik'])
  })

  test('is none where it was in Latin letters, or the language has one script', () => {
    expect(inLatinLetters('bg', 'myjyt me bie')).toEqual([])
    expect(inLatinLetters('de', 'Чоловік')).toEqual([])
  })
})

describe('learning', () => {
  const examples = [
    { features: [1, 2], isTrue: true },
    { features: [1, 3], isTrue: true },
    { features: [2, 3], isTrue: false },
    { features: [4], isTrue: false },
  ]

  test('tells apart what can be told apart', () => {
    const weights = learn(examples, 8)
    for (const { features, isTrue } of examples) expect(judge(weights, features) > 0).toBe(isTrue)
  })

  test('gives the same weights each time', () => {
    expect(learn(examples, 8)).toEqual(learn(examples, 8))
  })
})

describe('learning with the heaviest features alone', () => {
  test('still tells apart what they tell apart, and leaves the others at 0', () => {
    const examples = [
      { features: [1, 2], isTrue: true },
      { features: [1, 3], isTrue: true },
      { features: [4, 2], isTrue: false },
      { features: [4, 3], isTrue: false },
    ]
    const weights = learnMost(examples, 8, 2)
    expect([...weights.features.keys()].filter((n) => weights.features[n] !== 0)).toEqual([1, 4])
    for (const { features, isTrue } of examples) expect(judge(weights, features) > 0).toBe(isTrue)
  })
})

describe('what was learned', () => {
  const taught: Taught = {
    bits: 2,
    weights: Int8Array.of(0, 7, -7, 2),
    least: 3,
    leastWithPhrase: { medical: 1, suicide: -1, child: 1, violence: 1, held: 1, help: 1 },
    moreForPart: 1,
    kindBits: 1,
    kinds: Int8Array.from(CRY_KINDS.flatMap((kind) => [0, kind === 'held' ? 5 : 1])),
    kindsBeforehand: CRY_KINDS.map((kind) => (kind === 'violence' ? 1 : 0)),
    kindFound: 3,
  }

  test('speaks for danger above a measure, which is lower where a phrase was found', () => {
    expect(dangerIn(new Set([1]), undefined, taught)).toBeGreaterThan(0)
    expect(dangerIn(new Set([1, 2]), undefined, taught)).toBeLessThan(0)
    expect(dangerIn(new Set([3]), undefined, taught)).toBeLessThan(0)
    expect(dangerIn(new Set([3]), 'held', taught)).toBeGreaterThan(0)
    expect(dangerIn(new Set([1, 2]), 'held', taught)).toBeLessThan(0)
    expect(dangerIn(new Set([1, 2]), 'suicide', taught)).toBeGreaterThan(0)
    expect(dangerIn(new Set(), undefined, taught)).toBeLessThan(0)
  })

  test('says the likeliest kind, which a phrase of the lists speaks for', () => {
    expect(likelyKind(new Set([3]), new Set(), taught)).toBe('held')
    expect(likelyKind(new Set([2]), new Set(), taught)).toBe('violence')
    expect(likelyKind(new Set([2]), new Set(['child']), taught)).toBe('child')
    expect(likelyKind(new Set([3]), new Set(['child']), taught)).toBe('held')
  })

  test('leaves it to the lists who kills whom', () => {
    const dying = {
      ...taught,
      kindsBeforehand: CRY_KINDS.map((kind) => (kind === 'suicide' ? 9 : 0)),
    }
    expect(likelyKind(new Set([2]), new Set(), dying)).toBe('suicide')
    expect(likelyKind(new Set([2]), new Set(['violence']), dying)).toBe('violence')
    expect(likelyKind(new Set([3]), new Set(['violence', 'suicide']), taught)).toBe('suicide')
  })
})

describe('the sentences', () => {
  const sentences = readSentences()

  test('are those the weights were learned from (else: npm run teach)', () => {
    expect(bundled.from).toBe(fingerprintOf(sentences))
  })

  test.each(languages.map(({ key }) => key))('in %s are enough, of every kind', (language) => {
    const own = sentences.filter((one) => one.language === language)
    expect(own.filter(({ kind }) => !kind).length).toBeGreaterThan(500)
    for (const kind of CRY_KINDS) {
      expect(own.filter((one) => one.kind === kind).length).toBeGreaterThan(40)
    }
  })

  test('have none of those that measure', () => {
    const measuring = ['tables/', '../../../bench/cries/held-out/'].flatMap((path) => {
      const folder = new URL(path, import.meta.url)
      const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
      return files.flatMap((file): string[] => {
        const { cries, everyday } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
        return [...cries.map(({ text }: { text: string }) => text), ...everyday]
      })
    })
    // A few words are what anybody types.
    const long = new Set(measuring.map((text) => wordsOf(text)).filter((words) => words.length > 7))
    const texts = new Set([...long].map((words) => words.join(' ')))
    const both = sentences.filter(({ text }) => texts.has(wordsOf(text).join(' ')))
    expect(both.map(({ text }) => text)).toEqual([])
  })
})
