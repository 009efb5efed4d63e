// Weights as a short text: most are 0, so only the others are written, each with how many 0 lie before.

const FIRST = '#'.charCodeAt(0)
/** No more 0 than this before one letter; more are so many letters of this alone. */
const FURTHEST = 91
const MIDDLE = '@'.charCodeAt(0)
/** The largest weight that can be written; with it every letter is one of ASCII. */
const LARGEST = 20

/**
 * Writes weights, whole numbers between -20 and 20; what {@link unpacked} reads. First how many 0 lie
 * before each, then the weights: apart, both become shorter where the text is compressed.
 */
export function packed(weights: Int8Array): string {
  let gaps = ''
  let values = ''
  let zeros = 0
  for (const weight of weights) {
    if (weight === 0) {
      zeros++
      continue
    }
    if (Math.abs(weight) > LARGEST) throw new RangeError(`${weight} is too large to be written`)
    gaps += letter(FIRST + FURTHEST).repeat(Math.floor(zeros / FURTHEST))
    gaps += letter(FIRST + (zeros % FURTHEST))
    values += letter(MIDDLE + weight)
    zeros = 0
  }
  return values === '' ? '' : `${gaps} ${values}`
}

/** The weights that {@link packed} wrote, and 0 up to a size; throws where there are more. */
export function unpacked(text: string, size: number): Int8Array {
  const weights = new Int8Array(size)
  const [gaps = '', values = ''] = text.split(' ')
  let at = 0
  let read = 0
  for (let gap = 0; gap < gaps.length; gap++) {
    const zeros = gaps.charCodeAt(gap) - FIRST
    at += zeros
    if (zeros === FURTHEST) continue
    if (at >= size) throw new RangeError('more weights than there is room for')
    weights[at++] = values.charCodeAt(read++) - MIDDLE
  }
  return weights
}

const letter = (code: number) => String.fromCharCode(code)
