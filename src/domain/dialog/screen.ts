// What a person sees: lines and buttons, still without words.

import type { Tells } from '../appointment/told.ts'
import type { Tap } from './tap.ts'
import { say, type Text } from './text.ts'

/**
 * One line of a screen. `strong` stands out, `mono` is copied with a tap and stands alone on its
 * line so that no other script can turn it around; so does `phone`, a number that a tap calls where
 * an app can. `quote` is a German sentence to show, or what the person typed (`own`). `link` is an address of ours to open, `gap` is an empty line. `language` is named only
 * where it is another than the person's.
 */
export type Line =
  | { text: Text; strong?: boolean; language?: string }
  | { mono: string }
  | { phone: string }
  | { quote: string; own?: true }
  | { link: string }
  | { gap: true }

export type Button =
  | {
      label: Text
      tap: Tap
      style?: 'success' | 'danger' | 'primary'
      language?: string
      /** The language that the label names in that language. */
      names?: string
    }
  | { label: Text; copy: string; language?: string }
  | { label: Text; open: string; language?: string }

/** A button that answers, not one that copies or opens something. */
export type Answering = Extract<Button, { tap: Tap }>

export type Screen = {
  /** Names the screen for tests and the gallery. */
  id: string
  lines: Line[]
  rows: Button[][]
  /** Stays in the chat: what follows is sent below it instead of replacing it. */
  keep?: boolean
  /** The sign of whom its buttons are about; absent for whose address it is. */
  of?: string
  /** A place to be shown on a map, only where the profile knows it. */
  pin?: { latitude: number; longitude: number; title: string; address: string }
  /** Which appointment or offer it was worded for, so that it can be corrected. */
  tells?: Tells
  /** What was answered, each with what changes it: shown where a page has room to check it. */
  answers?: { name: Text; value: Text; tap: Tap }[]
  /** Shows this message of ours, by its number, on a page: with a press it is read. */
  unread?: number
  /** How far the person has come. */
  progress?: { step: number; of: number }
}

export function line(key: string, values?: Text['values']): Line {
  return { text: say(key, values) }
}

export function strong(key: string, values?: Text['values']): Line {
  return { text: say(key, values), strong: true }
}

export const GAP: Line = { gap: true }

export function button(key: string, tap: Tap, style?: 'success' | 'danger' | 'primary'): Button {
  return style ? { label: say(key), tap, style } : { label: say(key), tap }
}

/** Lays buttons out in rows of `columns`. */
export function inRows(buttons: Button[], columns: number): Button[][] {
  const rows: Button[][] = []
  for (let i = 0; i < buttons.length; i += columns) rows.push(buttons.slice(i, i + columns))
  return rows
}

export const BACK = button('common.button.back', { do: 'back' })
export const PERSON = button('common.button.person', { do: 'open', page: 'person' })

export const SOS = button('common.button.sos', { do: 'open', page: 'danger' })

/** The way back, the numbers for danger and the way to a person, in one place under every screen. */
export const FOOTER: Button[] = [BACK, SOS, PERSON]
