// Logistic regression on features of text, as plain loops: the same sentences give the same weights.

/** A text as the numbers of its features, and what is right. */
export type Example = { features: readonly number[]; isTrue: boolean }

/** What each feature speaks for, and what speaks for it where nothing else does. */
export type Weights = { features: Float64Array; bias: number }

const ROUNDS = 20
/** With a tenth of it the weights are still far from where they end after these rounds. */
const STEP = 1
const SHRINK = 1e-5
const FIRST = 1e-2
/** Added to how often a feature was met, so that what was met once is not taken for certain. */
const MET = 0.5

/**
 * Weights with which {@link judge} is above 0 where an example is true. Features begin with how much
 * more often they are met in true ones (Wang & Manning 2012, "Baselines and Bigrams"); steps follow
 * AdaGrad (Duchi et al. 2011). The others stay 0 where features are `kept`.
 */
export function learn(
  examples: readonly Example[],
  size: number,
  kept?: (feature: number) => boolean,
): Weights {
  const ratio = ratios(examples, size)
  if (kept) for (let n = 0; n < size; n++) if (!kept(n)) ratio[n] = 0
  const rows = inRows(examples, ratio)
  const { starts, places, numbers } = rows
  const weights = new Float64Array(numbers.length)
  const squares = new Float64Array(numbers.length).fill(FIRST)
  const own = Float64Array.from(numbers, (n) => ratio[n] ?? 0)
  const shares = examples.map(({ features }) => 1 / Math.sqrt(features.length || 1))
  let bias = 0
  let biasSquare = FIRST
  for (const order of orders(examples.length)) {
    for (const at of order) {
      const [from = 0, to = 0] = [starts[at], starts[at + 1]]
      const share = shares[at] ?? 0
      let sum = 0
      for (let i = from; i < to; i++) {
        const n = places[i] as number
        sum += (weights[n] as number) * (own[n] as number)
      }
      const off = 1 / (1 + Math.exp(-sum * share - bias)) - (examples[at]?.isTrue ? 1 : 0)
      for (let i = from; i < to; i++) {
        const n = places[i] as number
        const weight = weights[n] as number
        const slope = off * share * (own[n] as number) + SHRINK * weight
        const square = (squares[n] as number) + slope * slope
        squares[n] = square
        weights[n] = weight - (STEP * slope) / Math.sqrt(square)
      }
      biasSquare += off * off
      bias -= (STEP * off) / Math.sqrt(biasSquare)
    }
  }
  const features = new Float64Array(size)
  numbers.forEach((n, place) => {
    features[n] = (weights[place] ?? 0) * (own[place] ?? 0)
  })
  return { features, bias }
}

/**
 * The features of the examples that say something, one after the other, where each example begins, and which
 * number has which place: side by side they are found many times faster than among 2^20.
 */
function inRows(examples: readonly Example[], ratio: Float64Array) {
  const placeOf = new Int32Array(ratio.length).fill(-1)
  const numbers: number[] = []
  const starts = new Int32Array(examples.length + 1)
  const all = examples.reduce((sum, { features }) => sum + features.length, 0)
  const places = new Int32Array(all)
  let end = 0
  for (const [at, { features }] of examples.entries()) {
    for (const n of features) {
      if (ratio[n] === 0) continue
      if (placeOf[n] === -1) placeOf[n] = numbers.push(n) - 1
      places[end++] = placeOf[n] as number
    }
    starts[at + 1] = end
  }
  return { starts, places, numbers }
}

/** The same with no more than so many features: those that weigh most where all are learned. */
export function learnMost(examples: readonly Example[], size: number, most: number): Weights {
  const { features } = learn(examples, size)
  const least = features.map(Math.abs).sort().at(-most) ?? 0
  return learn(examples, size, (n) => Math.abs(features[n] ?? 0) >= least)
}

/** What the weights say of a text; the number of its features does not count. */
export function judge({ features, bias }: Weights, text: readonly number[]): number {
  let sum = 0
  for (const n of text) sum += features[n] ?? 0
  return sum / Math.sqrt(text.length || 1) + bias
}

/** By feature: the logarithm of how much likelier it is in a true example than in another. */
function ratios(examples: readonly Example[], size: number): Float64Array {
  const inTrue = new Float64Array(size)
  const inOthers = new Float64Array(size)
  let all = 0
  for (const { features, isTrue } of examples) {
    const counts = isTrue ? inTrue : inOthers
    for (const n of features) counts[n] = (counts[n] ?? 0) + 1
    if (isTrue) all++
  }
  const others = examples.length - all
  return inTrue.map((count, n) => {
    const other = inOthers[n] ?? 0
    if (count + other === 0) return 0
    return Math.log(((count + MET) * (others + 2 * MET)) / ((other + MET) * (all + 2 * MET)))
  })
}

/** Each round goes through the examples in another order, the same whenever it is taught. */
function* orders(length: number): Generator<readonly number[]> {
  let seed = 7
  const below = (most: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * most)
  }
  const order = Array.from({ length }, (_, at) => at)
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = length - 1; at > 0; at--) {
      const other = below(at + 1)
      const [one, two] = [order[at] ?? 0, order[other] ?? 0]
      order[at] = two
      order[other] = one
    }
    yield order
  }
}
