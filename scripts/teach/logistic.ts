// Logistic regression on features of text, as plain loops: the same sentences give the same weights.

/** A text as the numbers of its features, and what is right. */
export type Example = { features: readonly number[]; isTrue: boolean }

/** What each feature speaks for, and what speaks for it where nothing else does. */
export type Weights = { features: Float64Array; bias: number }

const ROUNDS = 20
const STEP = 0.1
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
  const all = ratios(examples, size)
  const ratio = kept ? all.map((one, n) => (kept(n) ? one : 0)) : all
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(FIRST)
  const bias = new Float64Array(1)
  const biasSquares = new Float64Array(1).fill(FIRST)
  for (const order of orders(examples.length)) {
    for (const at of order) {
      const example = examples[at]
      if (!example) continue
      const { features, isTrue } = example
      const share = 1 / Math.sqrt(features.length || 1)
      let sum = bias[0] ?? 0
      for (const n of features) sum += (weights[n] ?? 0) * (ratio[n] ?? 0) * share
      const off = 1 / (1 + Math.exp(-sum)) - (isTrue ? 1 : 0)
      for (const n of features) {
        if (ratio[n] === 0) continue
        const slope = off * share * (ratio[n] ?? 0) + SHRINK * (weights[n] ?? 0)
        move(weights, squares, n, slope)
      }
      move(bias, biasSquares, 0, off)
    }
  }
  return { features: weights.map((weight, n) => weight * (ratio[n] ?? 0)), bias: bias[0] ?? 0 }
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

function move(weights: Float64Array, squares: Float64Array, at: number, slope: number): void {
  const square = (squares[at] ?? 0) + slope * slope
  squares[at] = square
  weights[at] = (weights[at] ?? 0) - (STEP * slope) / Math.sqrt(square)
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
