// The counts of a quarter as they may be told: few are hidden, and so much with them that none can be worked out from
// the sums. Every page, print and table is made from what comes out here.

import { DOCUMENTS } from '../questionnaire/optional-questions.ts'
import { URGENCIES } from '../questionnaire/triage.ts'
import { type Shown, shown } from './few.ts'
import type { QuarterCount, QuarterKind } from './quarter-counts.ts'

/** A count that is told. */
export type ToldCount = { code: string; count: number }

/** One kind: what is told by its code, the largest first; `rest`: what the others are together, where that is known. */
export type ToldTable = { counts: readonly ToldCount[]; rest: Shown }

/** A centre and carrier with what is told of it; `requests`: of all, `null` where they are few. */
export type ToldBlock = {
  centre: string
  body: string
  requests: Shown
  tables: Readonly<Record<QuarterKind, ToldTable>>
}

/** How many codes a kind has of which each request has one; of languages so many that it does not matter. */
const PARTS = {
  requests: 2,
  urgency: URGENCIES.length,
  // With who did not say.
  age: 4,
  residence: DOCUMENTS.length + 1,
  language: Number.POSITIVE_INFINITY,
} as const satisfies Partial<Record<QuarterKind, number>>

/** A person names three at most. */
const MOST_TOPICS = 3

/** The counts of one quarter, by centre and carrier. */
export function toldQuarter(counted: readonly QuarterCount[], fewest: number): ToldBlock[] {
  const blocks = Map.groupBy(counted, ({ centre, body }) => `${centre} ${body}`)
  return [...blocks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, counts]) => {
      const [first] = counts
      return first ? [toldBlock(first, counts, fewest)] : []
    })
}

function toldBlock(
  { centre, body }: QuarterCount,
  counts: readonly QuarterCount[],
  fewest: number,
): ToldBlock {
  const of = (kind: QuarterKind) => counts.filter((one) => one.kind === kind)
  const all = sum(of('requests'))
  const requests = shown(all, fewest)
  // Of few requests nothing is told that they said; what was done may be of more people than asked in this quarter.
  const part = (kind: keyof typeof PARTS) =>
    requests === null || of(kind).length === 0
      ? NOTHING
      : toldParts(of(kind), { of: PARTS[kind], all, fewest })
  return {
    ...{ centre, body, requests },
    tables: {
      ...{ requests: part('requests'), urgency: part('urgency'), age: part('age') },
      ...{ residence: part('residence'), language: part('language') },
      topic: requests === null ? NOTHING : toldTopics(of('topic'), all, fewest),
      ...{ referral: toldEach(of('referral'), fewest), kept: toldEach(of('kept'), fewest) },
    },
  }
}

const NOTHING: ToldTable = { counts: [], rest: null }

/**
 * Parts of a sum that is told. One that is hidden alone would be the difference, and some that are hidden would be
 * none where the difference is, or as large as they can be where it is that: so the smallest is hidden with them until
 * what is hidden can be divided in more ways than one.
 * @param of how many codes there can be; those that nobody had are hidden as well
 */
export function toldParts(
  counts: readonly ToldCount[],
  { of, all, fewest }: { of: number; all: number; fewest: number },
): ToldTable {
  let told = toldEach(counts, fewest).counts
  while (told.length > 0) {
    const [hidden, rest] = [of - told.length, all - sum(told)]
    if (hidden === 0) return { counts: told, rest: null }
    if (hidden > 1 && rest >= fewest && rest !== (fewest - 1) * hidden) break
    told = withoutSmallest(told)
  }
  return { counts: told, rest: all - sum(told) }
}

/** Several may be said of one request; where everybody had named the most there is, the hidden ones would be none. */
function toldTopics(counts: readonly ToldCount[], all: number, fewest: number): ToldTable {
  let told = toldEach(counts, fewest).counts
  while (told.length > 0 && MOST_TOPICS * all - sum(told) < fewest) told = withoutSmallest(told)
  return { counts: told, rest: null }
}

/** Each by itself: no sum of them is told. */
const toldEach = (counts: readonly ToldCount[], fewest: number): ToldTable => ({
  counts: counts
    .flatMap(({ code, count }) => (count < fewest ? [] : { code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
  rest: null,
})

/** Of those alike none stays: which one did would tell of the others. */
function withoutSmallest(told: readonly ToldCount[]): ToldCount[] {
  const smallest = told.at(-1)?.count ?? 0
  return told.filter(({ count }) => count > smallest)
}

const sum = (counts: readonly { count: number }[]): number =>
  counts.reduce((all, { count }) => all + count, 0)
