// Screens as they are sent: what may turn round, stand in a wrong place or be in a wrong language.

import type { Button } from '../../../src/domain/dialog/screen.ts'
import { encodeTap } from '../../../src/domain/dialog/tap-code.ts'
import { firstStrong, stripBidi } from '../../../src/i18n/bidi.ts'
import type { KeyboardButton } from '../../../src/telegram/render.ts'

const FSI = '\u2068'
const PDI = '\u2069'
/** Marks and isolates of other kinds; a line of a right-to-left text may begin with one RLM. */
const OTHER_CONTROLS = /(?<!^)\u200F|[\u061C\u200E\u202A-\u202E\u2066\u2067]/u
const QUOTE = /^<blockquote>\p{L}.*<\/blockquote>$/u
/** A telephone number and nothing else: a tap calls where an app can. */
const NUMBER = /^\u200F?[\d ]+$/
const ALONE = /^\u200F?<code>[^<>]*<\/code>$/

const bare = (line: string): string => stripBidi(line.replace(/<[^<>]*>/g, ''))

/** Every isolate is closed on its line, none is empty, and nothing else steers the direction. */
export function isolateFaults(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const faults = OTHER_CONTROLS.test(line) ? [`another control in: ${line}`] : []
    let depth = 0
    for (const char of line) {
      if (char === FSI) depth++
      if (char === PDI) depth--
      if (depth < 0) break
    }
    if (depth !== 0) faults.push(`unbalanced isolates in: ${line}`)
    if (line.includes(FSI + PDI)) faults.push(`an empty isolate in: ${line}`)
    return faults
  })
}

/** Lines of a right-to-left message that begin left-to-right or hold a Latin word that may turn. */
export function rtlFaults(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    // What is quoted begins its own line, in its own direction: a mark before it would stand alone.
    if (QUOTE.test(line)) return []
    const words = line.replace(/<[^<>]*>/g, '')
    const outside = words.replace(/\u2068[^\u2068\u2069]*\u2069/g, '')
    // Some clients look for the first letter in isolates too, the others only outside of them.
    const begins = [words, outside].map(firstStrong)
    const isRtl = line === '' || begins.every((strong) => strong === 'rtl')
    const faults = isRtl ? [] : [`begins left-to-right: ${line}`]
    if (/\p{Script=Latin}/u.test(outside)) faults.push(`Latin outside an isolate: ${line}`)
    return faults
  })
}

/** Addresses (`runs`) not alone on a line that can be copied, and numbers not alone on their line. */
export function aloneFaults(text: string, runs: readonly string[]): string[] {
  return text.split('\n').flatMap((line) => {
    if (line.includes('<code>') && !ALONE.test(line)) return [`not alone: ${line}`]
    if (line.includes('<code>') || QUOTE.test(line)) return []
    if (NUMBER.test(bare(line))) return []
    return runs.filter((run) => holds(bare(line), run)).map((run) => `${run} is not alone: ${line}`)
  })
}

function holds(line: string, run: string): boolean {
  const at = line.indexOf(run)
  return at >= 0 && !/\d/.test(`${line[at - 1] ?? ''}${line[at + run.length] ?? ''}`)
}

/** Rows that are not those of the screen, mirrored for a right-to-left reader; long ones are broken up. */
export function rowFaults(
  rows: readonly (readonly Button[])[],
  keyboard: readonly (readonly KeyboardButton[])[],
  rtl: boolean,
): string[] {
  const wanted = new Set<string>()
  for (const row of rows) {
    const codes = row.map(codeOf)
    wanted.add((rtl ? codes.toReversed() : codes).join(' | '))
    for (const code of codes) wanted.add(code)
  }
  const shown = keyboard.map((row) => row.map(shownCode).join(' | '))
  const count = keyboard.flat().length - rows.flat().length
  return [
    ...shown.filter((row) => !wanted.has(row)).map((row) => `another row: ${row}`),
    ...(count === 0 ? [] : [`${count} buttons more than the screen has`]),
  ]
}

const codeOf = (button: Button): string =>
  'copy' in button
    ? button.copy
    : 'open' in button
      ? button.open
      : encodeTap(button.tap, false).replace('~', '')
const shownCode = (button: KeyboardButton): string =>
  'copy_text' in button
    ? button.copy_text.text
    : 'url' in button
      ? button.url
      : button.callback_data.replace(/^(\d)\+?(@[\w-]+)?/, '$1').replace('~', '')

/** Lines and labels that are a text of another language and none of the reader's own. */
export function foreignFaults(
  shown: readonly string[],
  own: ReadonlySet<string>,
  others: ReadonlySet<string>,
): string[] {
  return shown
    .flatMap((text) => text.split('\n'))
    .map((line) => bare(line).trim())
    .filter((line) => /\p{L}/u.test(line) && others.has(line) && !own.has(line))
}
