// What people type: hidden direction marks and control characters go, the words stay.

// Direction overrides could make staff read something else than was typed. The zero-width
// non-joiner (U+200C) stays: Farsi words break without it.
const HIDDEN = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g

/** Whether a text holds what is seen by nobody: marks of direction, or signs that control something. */
export const hasHidden = (text: string): boolean =>
  text.search(HIDDEN) >= 0 || text.search(CONTROL) >= 0

/** Cleans typed text; line breaks are kept only where `lines` is true. */
export function cleanText(text: string, lines = false): string {
  const visible = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(HIDDEN, '')
    .replace(CONTROL, ' ')
  const spaced = lines ? visible.replace(/[ \t]+/g, ' ') : visible.replace(/\s+/g, ' ')
  return spaced.replace(/\n{3,}/g, '\n\n').trim()
}

/** Length as a person counts it: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length
}

/** Arabic-Indic and Persian digits as Latin ones. */
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) =>
    String((digit.codePointAt(0) ?? 0) & 0xf),
  )
}
