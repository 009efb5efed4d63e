// What the bot is called, which posters and links to groups lead to.

import type { Deps } from '../deps.ts'

const KEY = 'bot-name'

/** Keeps the name; Telegram is asked for it at start. */
export function keepBotName({ store }: Pick<Deps, 'store'>, name: string): Promise<void> {
  return store.meta.set(KEY, name)
}

/** The name; `null` as long as it has not been asked for. */
export function botName({ store }: Pick<Deps, 'store'>): Promise<string | null> {
  return store.meta.get(KEY)
}
