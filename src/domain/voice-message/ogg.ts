// OGG with Opus (what Telegram and Android record) or Vorbis: RFC 3533, RFC 7845.

import { lettersAt, littleAt } from './bytes.ts'

const HEADER = 27
// Opus counts in samples of 48 kHz, whatever was recorded.
const OPUS_RATE = 48_000

/** How long it is in seconds; `undefined` for anything else. Every page must be whole. */
export function oggSeconds(file: Uint8Array): number | undefined {
  const head = HEADER + (file[26] ?? 0)
  const isOpus = lettersAt(file, head, 8) === 'OpusHead'
  const isVorbis = lettersAt(file, head, 7) === '\u0001vorbis'
  if (!isOpus && !isVorbis) return undefined
  const rate = isOpus ? OPUS_RATE : littleAt(file, head + 12, 4)
  const skipped = isOpus ? littleAt(file, head + 10, 2) : 0
  let last = 0
  for (let at = 0; at < file.length; ) {
    if (lettersAt(file, at) !== 'OggS') return undefined
    const segments = file[at + 26] ?? 0
    let length = HEADER + segments
    for (let nth = 0; nth < segments; nth++) length += file[at + HEADER + nth] ?? 0
    if (at + length > file.length) return undefined
    // All ones: no packet ends on this page.
    const position = littleAt(file, at + 6, 6)
    if (position < 2 ** 48 - 1) last = Math.max(last, position)
    at += length
  }
  return rate > 0 && last > skipped ? (last - skipped) / rate : undefined
}
