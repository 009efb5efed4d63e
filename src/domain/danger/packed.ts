// Weights as a short text: most are 0, so only the others are written, each with how many 0 lie before.

const FIRST = '#'.charCodeAt(0)
/** No more 0 than this before one letter; more are so many letters of this alone. */
const FURTHEST = 45
const MIDDLE = FIRST + FURTHEST + 1 + 22
/** The largest weight that can be written; with it every letter is one of ASCII. */
const LARGEST = 20

/** Writes weights, whole numbers between -20 and 20; what {@link unpacked} reads. */
export function packed(weights: Int8Array): string {
  let text = ''
  let zeros = 0
  for (const weight of weights) {
    if (weight === 0) {
      zeros++
      continue
    }
    if (Math.abs(weight) > LARGEST) throw new RangeError(`${weight} is too large to be written`)
    text += letter(FIRST + FURTHEST).repeat(Math.floor(zeros / FURTHEST))
    text += letter(FIRST + (zeros % FURTHEST)) + letter(MIDDLE + weight)
    zeros = 0
  }
  return text
}

/** The weights that {@link packed} wrote, and 0 up to a size; throws where there are more. */
export function unpacked(text: string, size: number): Int8Array {
  const weights = new Int8Array(size)
  let at = 0
  for (let read = 0; read < text.length; read++) {
    const zeros = text.charCodeAt(read) - FIRST
    at += zeros
    if (zeros === FURTHEST) continue
    if (at >= size) throw new RangeError('more weights than there is room for')
    weights[at++] = text.charCodeAt(++read) - MIDDLE
  }
  return weights
}

const letter = (code: number) => String.fromCharCode(code)
