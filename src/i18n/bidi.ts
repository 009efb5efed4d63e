// Direction of text: runs of another script are isolated, lines of a right-to-left language begin
// right-to-left. Chat clients take a line's direction from its first letter (Unicode UAX #9, P2).

/** First strong isolate … pop directional isolate: the run between them cannot turn its surroundings. */
const FSI = '\u2068'
const PDI = '\u2069'
const RLM = '\u200F'

const CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
// A zero width non-joiner belongs between two letters (می‌خواهم); anywhere else it only hides.
const STRAY_ZWNJ = /(?<![\p{L}\p{M}])\u200C+|\u200C+(?![\p{L}\p{M}])/gu
const RTL_SCRIPT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
const LETTER = /\p{L}/u

/** Removes invisible direction controls from typed text; keeps the joiner inside Persian words. */
export function stripBidi(text: string): string {
  return text.replace(CONTROLS, '').replace(STRAY_ZWNJ, '')
}

/** Whether any letter or digit of the text belongs to a right-to-left script. */
export function hasRtl(text: string): boolean {
  return RTL_SCRIPT.test(text)
}

/** Direction of the first letter (or mark with a direction), or null where there is none. */
export function firstStrong(text: string): 'ltr' | 'rtl' | null {
  for (const char of text) {
    if (char === RLM) return 'rtl'
    if (char === '\u200E') return 'ltr'
    if (LETTER.test(char)) return RTL_SCRIPT.test(char) ? 'rtl' : 'ltr'
  }
  return null
}

/** Isolates each line of a run; controls inside it are removed, since an unpaired one would leak. */
export function isolateRun(text: string): string {
  return stripBidi(text)
    .split('\n')
    .map((line) => (line === '' ? line : FSI + line + PDI))
    .join('\n')
}

const PLACEHOLDER_OR_TAG = /(\{\{[^{}]*\}\}|<[^<>]*>)/
const LTR_WORD = String.raw`[+@/#]?[\p{Script=Latin}\p{Script=Cyrillic}\d][\p{Script=Latin}\p{Script=Cyrillic}\d\u0300-\u036F]*`
const LTR_RUN = new RegExp(`${LTR_WORD}(?:[ \\-./:&'’+@_]+${LTR_WORD})*`, 'gu')
const PLAIN_NUMBER = /^\d+$/

/**
 * Isolates the Latin words and the grouped numbers of a right-to-left text (Jobcenter, 0800 1110111),
 * so that translators write them plainly. A bare number is left alone: it cannot turn.
 */
export function isolateLtrRuns(text: string): string {
  return text
    .split(PLACEHOLDER_OR_TAG)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(LTR_RUN, (run) => (PLAIN_NUMBER.test(run) ? run : FSI + run + PDI)),
    )
    .join('')
}

const ISOLATE = /\u2068[^\u2068\u2069]*\u2069/g
// Tags are not shown; what a person typed has its < escaped before it comes here.
const TAG = /<[^<>]*>/g

/** Makes every line of a right-to-left text begin so: the mark stands before a line that does not. */
export function beginLinesRtl(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' || beginsRtl(line) ? line : RLM + line))
    .join('\n')
}

/**
 * Whether a line begins right-to-left for every client: those that skip isolates to find its first
 * letter (UAX #9, P2), and those that do not.
 */
export function beginsRtl(line: string): boolean {
  const words = line.replace(TAG, '')
  return [words, words.replace(ISOLATE, '')].every((shown) => firstStrong(shown) === 'rtl')
}
