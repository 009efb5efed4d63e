// One sheet for each screen of a language: what the person sees, and the keys the words come from.

import { withHearing } from '../../src/domain/dialog/show/hearing.ts'
import type { Text, Value } from '../../src/domain/dialog/text.ts'
import type { I18n } from '../../src/i18n/index.ts'
import type { KeyboardButton } from '../../src/telegram/render.ts'
import { render } from '../../src/telegram/render.ts'
import { everyScreen } from './every-talk.ts'
import { MONDAY } from './talk-facts.ts'

export type Sheet = { id: string; text: string; keyboard: KeyboardButton[][]; keys: string[] }

/** Every screen of the language as it is where it can be heard; those that read the same are one sheet. */
export function sheetsOf(i18n: I18n, language: string): Sheet[] {
  const sheets = new Map<string, Sheet>()
  for (const screen of everyScreen(language)) {
    const keys = new Set<string>()
    // What comes by itself is read alone, also where an answer takes its place.
    const comes = screen.keep || screen.id.startsWith('staff-message.')
    const heard = comes ? screen : withHearing(screen, { do: 'hear' })
    const rendered = render(recording(i18n, keys), heard, language, MONDAY)
    const same = JSON.stringify([rendered.text, rendered.keyboard.map(labels)])
    if (!sheets.has(same)) sheets.set(same, { id: screen.id, ...rendered, keys: [...keys] })
  }
  return [...sheets.values()]
}

function labels(row: KeyboardButton[]): string[] {
  return row.map(({ text }) => text)
}

/** The same words, and a note of every key that was asked for. */
function recording(i18n: I18n, keys: Set<string>): I18n {
  return {
    ...i18n,
    t: (language, text, now) => {
      for (const key of keysOf(text)) keys.add(key)
      return i18n.t(language, text, now)
    },
  }
}

function keysOf({ key, values = {} }: Text): string[] {
  return [key, ...Object.values(values).flatMap(keysIn)]
}

function keysIn(value: Value): string[] {
  if (typeof value !== 'object') return []
  if ('list' in value) return value.list.flatMap(keysIn)
  return 'key' in value ? keysOf(value) : []
}
