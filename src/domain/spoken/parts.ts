// A screen as it is heard: its lines, then what can be answered, each of clips.

import type { Button, Line, Screen } from '../dialog/screen.ts'
import type { Text } from '../dialog/text.ts'
import type { Book } from './clips.ts'
import { ANSWER_PAUSE, LINE_PAUSE, type Part } from './part.ts'
import { signKeys } from './signs.ts'
import { partsOfText } from './text-parts.ts'
import { isUnspoken } from './which.ts'

/**
 * What is heard of a screen; or what it lacks, by keys that hold nothing of a person's: then it has no
 * voice at all, for half a question is none.
 */
export type Spoken = { parts: Part[] } | { lacks: string[] }

/** Who listens: in which language, and the books there are. `now` is epoch ms. */
export type Listening = {
  language: string
  book: (language: string) => Book | undefined
  now: number
  /** A page shows the answers to be checked, too. */
  withAnswers?: boolean
}

/** The parts of a screen in order. Icons, quotes, links and the buttons under every screen are not heard. */
export function partsOf(screen: Screen, listening: Listening): Spoken {
  const lacks = new Set<string>()
  const said = (text: Text, as: 'line' | 'button', language?: string): Part[] =>
    partsOfText(text, { ...listening, language: language ?? listening.language, as, lacks }).map(
      (part) =>
        'clip' in part && language && language !== listening.language
          ? { ...part, language }
          : part,
    )
  const written = (signs: string): Part[] => keyed(signs, listening, lacks)
  const lines = screen.lines.map((line) => partsOfLine(line, said, written))
  const answers = (listening.withAnswers ? (screen.answers ?? []) : []).map(({ name, value }) => [
    ...said(name, 'line'),
    ...said(value, 'line'),
  ])
  const buttons = screen.rows.flat().map((button) => partsOfButton(button, said))
  if (lacks.size > 0) return { lacks: [...lacks].sort() }
  const above = joined([...lines, ...answers], LINE_PAUSE)
  return { parts: joined([above, ...buttons], ANSWER_PAUSE) }
}

type Said = (text: Text, as: 'line' | 'button', language?: string) => Part[]

function partsOfLine(line: Line, said: Said, written: (signs: string) => Part[]): Part[] {
  if ('text' in line) return isUnspoken(line.text.key) ? [] : said(line.text, 'line', line.language)
  if ('mono' in line) return written(line.mono)
  if ('phone' in line) return written(line.phone)
  // What somebody typed is not said aloud beside others; a gap is no longer a pause than any.
  return []
}

function partsOfButton(button: Button, said: Said): Part[] {
  if (!('tap' in button) || isUnspoken(button.label.key)) return []
  return said(button.label, 'button', button.language)
}

/** What stands alone on its line: an address by its name, else a number or a code by its signs. */
function keyed(written: string, { language, book }: Listening, lacks: Set<string>): Part[] {
  const own = book(language)
  const name = own?.names.get(written)
  const keys = name ? [name] : signKeys(written)
  if (!own || !keys) {
    lacks.add('name')
    return []
  }
  return keys.flatMap((key): Part[] => {
    if (typeof key !== 'string') return [key]
    const clip = own.clips.get(key)
    if (!clip) lacks.add(key)
    return clip ? [{ clip: key, hash: clip.hash }] : []
  })
}

function joined(pieces: readonly (readonly Part[])[], pause: Part): Part[] {
  const filled = pieces.filter((piece) => piece.length > 0)
  return filled.flatMap((piece, nth) => (nth === 0 ? [...piece] : [pause, ...piece]))
}
