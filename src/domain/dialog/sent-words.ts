// What staff wrote to a person, as it goes out and as both can read it later.

import type { Tells } from '../appointment/told.ts'
import type { Line } from './screen.ts'

/** One line, and in which language it is: what is quoted in German stays German. */
export type WrittenLine = { text: string; language: string }

/** The same message for both: as the person gets it, and for staff, where that is another language. */
export type ReadWords = {
  language: string
  theirs: readonly WrittenLine[]
  german: readonly WrittenLine[] | null
}

/**
 * Kept sealed with the message. `lines` go out, `theirs` and `german` are read, under the `name` that a template of
 * the city had; `tells`: the appointment it speaks of.
 */
export type SentWords = ReadWords & { name: string | null; lines: Line[]; tells?: Tells }

/** The lines as one text. */
export const textOf = (lines: readonly WrittenLine[]): string =>
  lines.map(({ text }) => text).join('\n')

/** The lines for somebody who reads another language by now: these stay in the one they were written in. */
export function linesFor({ language, lines }: SentWords, reading: string): Line[] {
  if (language === reading) return lines
  return lines.map((line) => ('text' in line ? { language, ...line } : line))
}
