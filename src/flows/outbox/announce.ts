// One message to everybody, each in their language: a data breach, a centre that has moved.

import type { Deps } from '../../deps.ts'
import type { OwedMessage } from '../../domain/appointment/messages.ts'
import { button, PERSON, SOS } from '../../domain/dialog/screen.ts'
import type { City } from '../city.ts'
import type { Composed } from './outbox.ts'

/** The text by language key; `de` is what those get whose language is missing. */
export type Announcement = Record<string, string> & { de: string }

const LONGEST = 3000
const AT_ONCE = 200

/**
 * Reads texts by language.
 * @returns what is wrong with them, or the texts
 */
export function readAnnouncement(
  deps: Deps,
  data: unknown,
): { texts: Announcement } | { fault: string } {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return { fault: 'expected one object: {"de": "…", "ar": "…"}' }
  }
  const known = deps.i18n.languages.map(({ key }) => key)
  for (const [language, text] of Object.entries(data)) {
    if (!known.includes(language)) return { fault: `${language}: there is no such language` }
    if (typeof text !== 'string' || text.trim() === '') return { fault: `${language}: no text` }
    if (text.length > LONGEST) return { fault: `${language}: longer than ${LONGEST} characters` }
  }
  if (!('de' in data)) return { fault: 'de: missing; those whose language is missing get it' }
  return { texts: data as Announcement }
}

/**
 * Queues the message for everybody who can be reached. The same texts are queued once for each
 * person, however often this runs.
 * @returns how many are new
 */
export async function announce(deps: Deps, texts: Announcement): Promise<number> {
  const people = await deps.store.people.reachable()
  const now = deps.clock.now()
  const digest = await crypto.subtle.digest(
    'SHA-256',
    new TextEncoder().encode(JSON.stringify(texts)),
  )
  const name = new Uint8Array(digest.slice(0, 8)).toHex()
  let queued = 0
  for (let i = 0; i < people.length; i += AT_ONCE) {
    const messages = people.slice(i, i + AT_ONCE).map(({ id, language }) => ({
      key: `announcement:${name}:${id}`,
      kind: 'announcement',
      personId: id,
      payload: {},
      text: texts[language] ?? texts.de,
      dueAt: now,
    }))
    queued += await deps.store.outbox.queue(messages, now)
  }
  return queued
}

/** The message as it was written, with the way into the talk. */
export async function composeAnnouncement(
  _deps: Deps,
  _city: City,
  message: OwedMessage,
): Promise<Composed> {
  if (message.text === null) return { drop: 'empty' }
  const rows = [[button('pages.help.button.appointment', { do: 'appointment' })], [SOS, PERSON]]
  const lines = [{ quote: message.text }]
  return { screen: { id: 'announcement', lines, rows, keep: true }, toAll: true }
}
