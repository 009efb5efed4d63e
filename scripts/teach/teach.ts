// npm run teach: learns from locales/*/sentences.txt what speaks for danger, writes locales/taught.json,
// and prints how well sentences are heard that were left out while it learned.

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileCries } from '../../src/domain/danger/compile.ts'
import { CRY_KINDS, type CryKind } from '../../src/domain/danger/cry-list.ts'
import { featuresOf } from '../../src/domain/danger/features.ts'
import { findIn } from '../../src/domain/danger/find.ts'
import { packed } from '../../src/domain/danger/packed.ts'
import { inLatinLetters } from '../../src/domain/danger/spellings.ts'
import { readCries } from '../bundle-locales.ts'
import { type Example, judge, learnMost, type Weights } from './logistic.ts'
import { ownTexts } from './own-texts.ts'
import { fingerprintOf, readSentences, type Sentence } from './sentences.ts'

const BITS = 20
const KIND_BITS = 17
const FOLDS = 4
/** How many features are weighed: more are heavier in what is deployed and hear hardly more. */
const FEATURES = 78_000
/** The same for each kind. */
const KIND_FEATURES = 7_000
/** The largest weight; the others are whole numbers beside it, so most are small or 0. */
const MOST = 16
const MOST_OF_KIND = 12
/** What a phrase of a kind speaks for it, in the measure of the learning. */
const FOUND = 2
/** What was found by the lists may sound this much less like danger; of the wish to die, much less. */
const TRUST = 0.4
const TRUST_OF_DEATH = 1.5
/** What a part of a text has to say beyond the threshold, with half of what the whole says. */
const MORE_FOR_PART = 0.25
/**
 * The share of left-out everyday sentences that may be an alarm. A third to a half of those that are
 * taught sound like danger on purpose; of what people ordinarily type it is then about a hundredth.
 */
const ALARMS = 0.031

const target = fileURLToPath(new URL('../../locales/taught.json', import.meta.url))
const cries = compileCries(readCries())

/**
 * A sentence as it is learned from, and its number among all; `trust` is how much less like danger it
 * may sound, and `isSure` that it says nothing but a phrase of the lists.
 */
type Lesson = Sentence & Example & { at: number; isSure: boolean; trust: number }

function lessonOf(sentence: Sentence, at: number): Lesson {
  const { words, phrases, kind, isAll } = findIn(sentence.text, cries)
  return {
    ...sentence,
    at,
    features: [...featuresOf(words, phrases, BITS)],
    isTrue: sentence.kind !== undefined,
    isSure: kind !== undefined && isAll,
    trust: trustIn(kind),
  }
}

/** A sentence as it is written, and where it is typed in Latin letters too, in one of these ways. */
function lessonsOf(sentence: Sentence, at: number): Lesson[] {
  const ways = inLatinLetters(sentence.language, sentence.text)
  const latin = ways[sentence.text.length % ways.length]
  const texts = latin === undefined ? [sentence.text] : [sentence.text, latin]
  return texts.map((text) => lessonOf({ ...sentence, text }, at))
}

const trustIn = (kind: CryKind | undefined) =>
  kind === undefined ? 0 : kind === 'suicide' ? TRUST_OF_DEATH : TRUST

type Judged = { lesson: Lesson; score: number }

/** What is said of each lesson by weights that were learned from the others and our own texts. */
function judgedApart(lessons: readonly Lesson[], own: readonly Lesson[]): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const isLeftOut = ({ at }: Lesson) => at % FOLDS === fold
    const others = lessons.filter((lesson) => !isLeftOut(lesson))
    const weights = learnMost([...others, ...own], 2 ** BITS, FEATURES)
    return lessons.filter(isLeftOut).map((lesson) => ({
      lesson,
      score: lesson.isSure
        ? Number.POSITIVE_INFINITY
        : judge(weights, lesson.features) + lesson.trust,
    }))
  })
}

/** Weights as small whole numbers of a unit. */
function inUnits(weights: Float64Array, most: number): { units: Int8Array; unit: number } {
  const unit = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0) / most
  return { units: Int8Array.from(weights, (weight) => Math.round(weight / unit)), unit }
}

/** For each kind, what speaks for it among cries. */
function kindsOf(lessons: readonly Lesson[]) {
  const size = 2 ** KIND_BITS
  const told = lessons
    .filter(({ isTrue }) => isTrue)
    .map((lesson) => ({ ...lesson, features: lesson.features.map((n) => n & (size - 1)) }))
  const learned = CRY_KINDS.map((kind) => {
    const examples = told.map(({ features, ...one }) => ({ features, isTrue: one.kind === kind }))
    return learnMost(examples, size, KIND_FEATURES)
  })
  const weights = Float64Array.from(learned.flatMap(({ features }) => [...features]))
  const { units, unit } = inUnits(weights, MOST_OF_KIND)
  return {
    kinds: packed(units),
    kindsBeforehand: learned.map(({ bias }) => bias / unit),
    kindFound: FOUND / unit,
  }
}

function write(lessons: readonly Lesson[], { features, bias }: Weights, threshold: number): void {
  const { units, unit } = inUnits(features, MOST)
  const taught = {
    from: fingerprintOf(sentences),
    bits: BITS,
    least: (threshold - bias) / unit,
    leastWithPhrase: Object.fromEntries(
      CRY_KINDS.map((kind) => [kind, (threshold - trustIn(kind) - bias) / unit]),
    ),
    moreForPart: MORE_FOR_PART / unit,
    weights: packed(units),
    kindBits: KIND_BITS,
    ...kindsOf(lessons),
  }
  writeFileSync(target, `${JSON.stringify(taught, null, 2)}\n`)
}

function report(judged: readonly Judged[], threshold: number): void {
  const languages = [...new Set(judged.map(({ lesson }) => lesson.language))].sort()
  for (const language of [...languages, 'all']) {
    const own = judged.filter(({ lesson }) => language === 'all' || lesson.language === language)
    const share = (isTrue: boolean) => {
      const some = own.filter(({ lesson }) => lesson.isTrue === isTrue)
      const heard = some.filter(({ score }) => score > threshold).length
      return `${((100 * heard) / some.length).toFixed(1)} % of ${some.length}`
    }
    console.log(`${language}: heard ${share(true)} cries and ${share(false)} everyday sentences`)
  }
}

const sentences = readSentences()
const lessons = sentences.flatMap(lessonsOf)
const own = ownTexts().map((text, at) => lessonOf({ ...text, kind: undefined }, at))
const judged = judgedApart(lessons, own)
const others = judged.filter(({ lesson }) => !lesson.isTrue).map(({ score }) => score)
others.sort((a, b) => b - a)
const threshold = others[Math.floor(others.length * ALARMS)] ?? 0
report(judged, threshold)
write(lessons, learnMost([...lessons, ...own], 2 ** BITS, FEATURES), threshold)
