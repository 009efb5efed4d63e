// A screen as it is heard: its lines, then what can be answered, each of clips.

import type { Button, Line, Screen } from '../dialog/screen.ts'
import type { Text, Value } from '../dialog/text.ts'
import type { Book } from './clips.ts'
import { iconKey } from './icons.ts'
import { ANSWER_PAUSE, type Clipped, LINE_PAUSE, type Part } from './part.ts'
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
  const said: Said = (text, as, language = listening.language) =>
    partsOfText(text, { ...listening, language, as, lacks })
  const written = (signs: string): Part[] => keyed(signs, listening, lacks)
  const lines = screen.lines.map((line) => partsOfLine(line, said, written))
  const answers = (listening.withAnswers ? (screen.answers ?? []) : []).map(({ name, value }) => [
    ...said(name, 'line'),
    ...said(value, 'line'),
  ])
  const buttons = screen.rows
    .flat()
    .map((button) => [...partsOfIcon(button, listening), ...partsOfButton(button, said)])
  if (lacks.size > 0) return { lacks: [...lacks].sort() }
  const above = joined([...lines, ...answers], LINE_PAUSE)
  // Answers alone, below what somebody wrote, say nothing.
  if (above.length === 0 && screen.lines.some((line) => 'quote' in line))
    return { lacks: ['quote'] }
  return { parts: joined([above, ...buttons], ANSWER_PAUSE) }
}

type Said = (text: Text, as: 'line' | 'button', language?: string) => Part[]

function partsOfLine(line: Line, said: Said, written: (signs: string) => Part[]): Part[] {
  if ('text' in line) {
    if (isUnspoken(line.text.key)) return []
    return inLanguage(said(line.text, 'line', line.language), line.language)
  }
  if ('mono' in line) return written(line.mono)
  if ('phone' in line) return written(line.phone)
  // What somebody typed is not said aloud beside others; a gap is no longer a pause than any.
  return []
}

function partsOfButton(button: Button, said: Said): Part[] {
  if (!('tap' in button) || isUnspoken(button.label.key)) return []
  return inLanguage(said(button.label, 'button', button.language), button.language)
}

/** The name of the icon an option is found by, where its language has recorded it. */
function partsOfIcon(button: Button, { language, book }: Listening): Part[] {
  if (!('tap' in button)) return []
  const { option } = button.label.values ?? {}
  const icon = button.label.icon ?? (isText(option) ? option.icon : undefined)
  const key = iconKey(icon)
  const clip = key === undefined ? undefined : book(button.language ?? language)?.clips.get(key)
  return clip ? [{ clip: clip.key, hash: clip.hash, isBeside: true }] : []
}

const isText = (value: Value | undefined): value is Text =>
  typeof value === 'object' && 'key' in value

const inLanguage = (parts: Part[], language: string | undefined): Part[] =>
  language === undefined
    ? parts
    : parts.map((part) => ('clip' in part ? { ...part, language } : part))

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

/**
 * The parts that can be heard with the clips that are released; `undefined` where one is missing. In a menu of
 * languages each line has the voice of its own, and what has none yet is passed over.
 */
export function playable(
  parts: readonly Part[],
  isReleased: (clip: Clipped) => boolean,
): Part[] | undefined {
  const isHeard = (part: Part) => 'pause' in part || isReleased(part)
  const isNeeded = (part: Part) =>
    'clip' in part && !part.isBeside && (!part.language || part.clip.startsWith('name.'))
  if (parts.some((part) => isNeeded(part) && !isHeard(part))) return undefined
  const left = parts.filter(isHeard)
  const first = left.findIndex((part) => 'clip' in part)
  if (first < 0) return undefined
  // Of pauses that now meet, the last leads to what follows.
  return left.slice(first).filter((part, nth, all) => 'clip' in part || isBeforeClip(all, nth))
}

const isBeforeClip = (parts: readonly Part[], nth: number) => {
  const next = parts[nth + 1]
  return next !== undefined && 'clip' in next
}

function joined(pieces: readonly (readonly Part[])[], pause: Part): Part[] {
  const filled = pieces.filter((piece) => piece.length > 0)
  return filled.flatMap((piece, nth) => (nth === 0 ? [...piece] : [pause, ...piece]))
}
