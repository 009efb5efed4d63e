// A text as it is spoken: stretches of words, and the values between them.

/** Words that are one clip, or a value that has clips of its own; a stretch without words is a breath. */
export type Stretch = { clip: string; words: string } | { value: string } | { breath: true }

const PLACEHOLDER = /\{\{?(\w+)\}?\}/
const PICTURE = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D}|\u{20E3}/gu
const WORD = /[\p{L}\p{N}]/u
// What stood between the words and a value says nothing without it; brackets and quotes stay whole.
const LEADING = /^[\s.,:;·!?،؛؟…–-]+/u

/** The words of a text that are spoken: pictures are not read. */
export function wordsIn(text: string): string {
  const plain = text.replace(PICTURE, '').replace(LEADING, '').replace(/\s+/gu, ' ').trim()
  return WORD.test(plain) ? plain.normalize('NFC') : ''
}

/**
 * The stretches of a text, in order. `key` names its clip; where values stand between the words each
 * stretch has its place in the text behind it: `closure.held#0`. Stretches lose the word for the hour
 * (`hourWord`) next to a time of day, whose own clip says it already.
 */
export function stretchesOf(key: string, text: string, hourWord?: string): Stretch[] {
  // Every other piece is the name of a value.
  const pieces = text.split(PLACEHOLDER)
  if (pieces.length === 1) {
    const words = wordsIn(text)
    return words === '' ? [] : [{ clip: key, words }]
  }
  return pieces.flatMap((piece, nth): Stretch[] => {
    if (nth % 2 === 1) return [{ value: piece }]
    const before = isTime(pieces[nth - 1])
    const after = isTime(pieces[nth + 1])
    const words = wordsIn(hourWord ? withoutHourWord(piece, hourWord, before, after) : piece)
    if (words !== '') return [{ clip: `${key}#${nth / 2}`, words }]
    return nth > 0 && nth < pieces.length - 1 ? [{ breath: true }] : []
  })
}

const TIMES = ['time', 'from', 'to', 'opens', 'closes']
const isTime = (value: string | undefined) => value !== undefined && TIMES.includes(value)

function withoutHourWord(piece: string, word: string, before: boolean, after: boolean): string {
  const begins = piece.trimStart()
  const rest = before && isWord(begins.slice(0, word.length), begins[word.length], word)
  const first = rest ? begins.slice(word.length) : piece
  const ends = first.trimEnd()
  const at = ends.length - word.length
  return after && isWord(ends.slice(at), ends[at - 1], word)
    ? ends.slice(0, Math.max(0, at))
    : first
}

const isWord = (found: string, beside: string | undefined, word: string) =>
  found.toLowerCase() === word.toLowerCase() && (beside === undefined || !WORD.test(beside))
