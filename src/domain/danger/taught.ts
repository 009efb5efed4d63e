// What was learned from written sentences: how much each feature of a text speaks for danger.

import { CRY_KINDS, type CryKind } from './cry-list.ts'

/** What `npm run teach` found (docs/decisions/0034), in whole numbers. */
export type Taught = {
  /** Features of a text have numbers below 2^bits; weights[n] is what feature n speaks for danger. */
  bits: number
  weights: Int8Array
  /** What they have to outweigh, in the same measure; and where the lists found a phrase of a kind. */
  least: number
  leastWithPhrase: Record<CryKind, number>
  /** What a part of a text that is no cry as a whole has to say beyond that, with half of what the whole says. */
  moreForPart: number
  /**
   * For each kind, in the order of {@link CRY_KINDS}, 2^kindBits weights: what a feature speaks for
   * it, by the lowest bits of its number; what speaks for it beforehand; and what a phrase of that kind does.
   */
  kindBits: number
  kinds: Int8Array
  kindsBeforehand: readonly number[]
  kindFound: number
}

/**
 * How far the features of a text speak for danger: above 0 it is a cry; how many they are does not count.
 * `found` is the kind of a phrase of the lists that stands in it.
 */
export function dangerIn(
  features: ReadonlySet<number>,
  found: CryKind | undefined,
  taught: Taught,
): number {
  let sum = 0
  for (const feature of features) sum += taught.weights[feature] ?? 0
  const least = found ? taught.leastWithPhrase[found] : taught.least
  return sum / Math.sqrt(features.size || 1) - least
}

/**
 * The kind a cry with these features, and with phrases of these kinds in it, is most likely of. Who kills
 * whom is a matter of single words: the lists alone tell the wish to die from violence where they found either.
 */
export function likelyKind(
  features: ReadonlySet<number>,
  found: ReadonlySet<string>,
  { kindBits, kinds, kindsBeforehand, kindFound }: Taught,
): CryKind {
  if (found.has('suicide') && !found.has('medical')) return 'suicide'
  const size = 2 ** kindBits
  const share = Math.sqrt(features.size || 1)
  const saysMore = [...found].some((kind) => kind !== 'help')
  const sums = CRY_KINDS.map((kind, at) => {
    if (kind === 'suicide' && found.has('violence') && !found.has(kind)) return -Infinity
    // What says more than a bare call for help is more.
    if (kind === 'help' && saysMore) return -Infinity
    let sum = 0
    for (const feature of features) sum += kinds[at * size + (feature & (size - 1))] ?? 0
    return sum / share + (kindsBeforehand[at] ?? 0) + (found.has(kind) ? kindFound : 0)
  })
  return CRY_KINDS[sums.indexOf(Math.max(...sums))] ?? 'help'
}
