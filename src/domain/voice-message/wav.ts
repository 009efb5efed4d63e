// WAV: chunks of RIFF.

import { lettersAt, littleAt } from './bytes.ts'

/** How long it is in seconds; `undefined` for anything else. */
export function wavSeconds(file: Uint8Array): number | undefined {
  if (lettersAt(file, 0) !== 'RIFF' || lettersAt(file, 8) !== 'WAVE') return undefined
  let perSecond = 0
  for (let at = 12; at + 8 <= file.length; ) {
    const length = littleAt(file, at + 4, 4)
    if (lettersAt(file, at) === 'fmt ') perSecond = littleAt(file, at + 16, 4)
    if (lettersAt(file, at) === 'data') {
      const there = Math.min(length, file.length - at - 8)
      return perSecond > 0 && there > 0 ? there / perSecond : undefined
    }
    at += 8 + length + (length % 2)
  }
  return undefined
}
