// What the bot is called, which posters, the first page and links to groups lead to.

import type { Deps } from '../deps.ts'
import { startPayload } from '../domain/profile/source.ts'

const KEY = 'bot-name'

// A page that everybody opens asks no database for it. Another name comes with another token, and so
// with another process.
const known = new WeakMap<object, string>()
// As long as there is none, the database is asked for it again after so many milliseconds.
const ASKED_AGAIN = 60_000
const asked = new WeakMap<object, number>()

type Asking = Pick<Deps, 'store' | 'config' | 'clock'>

/** Keeps the name; Telegram is asked for it at start. */
export async function keepBotName({ store }: Pick<Deps, 'store'>, name: string): Promise<void> {
  known.set(store, name)
  await store.meta.set(KEY, name)
}

/** The name; `null` until Telegram has told it, and where Telegram is not open. */
export async function botName({ store, config, clock }: Asking): Promise<string | null> {
  if (!config.doors.telegram) return null
  const now = clock.now()
  const name = known.get(store)
  if (name !== undefined) return name
  if (now - (asked.get(store) ?? Number.NEGATIVE_INFINITY) < ASKED_AGAIN) return null
  const kept = await store.meta.get(KEY)
  if (kept === null) asked.set(store, now)
  else known.set(store, kept)
  return kept
}

/** The chat, opened with the code of where somebody came from; `null` where there is no bot yet. */
export async function chatLink(deps: Asking, source: string | undefined): Promise<string | null> {
  const bot = await botName(deps)
  if (!bot) return null
  const payload = source === undefined ? undefined : startPayload(source)
  return `https://t.me/${bot}${payload === undefined ? '' : `?start=${payload}`}`
}
