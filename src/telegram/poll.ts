// Long polling: for a place without a public address.

import type { Update } from 'grammy/types'
import type { Deps } from '../deps.ts'
import type { Bot } from './bot.ts'
import { ALLOWED_UPDATES } from './read-update.ts'
import { refusalOf, setUpFields } from './refusal.ts'
import { isPassing } from './send.ts'

const TRIES = 5
const WAIT_SECONDS = 25
const LONGEST_WAIT = 60_000

/** Asks Telegram for updates until stopped. `sleep` waits milliseconds. */
export function startPolling(
  deps: Deps,
  bot: Bot,
  sleep: (ms: number) => Promise<void>,
): { stop: () => Promise<void> } {
  const stopping = new AbortController()

  const stopped = new Promise<void>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve())
  })
  const rest = (ms: number) => Promise.race([sleep(ms), stopped])

  // Polling confirms updates by asking for later ones, so a fault is tried again here: as long as it
  // takes where Telegram does not answer, since nobody would bring the update a second time.
  async function answer(update: Update): Promise<void> {
    for (let tries = 1; !stopping.signal.aborted; tries++) {
      try {
        return await bot.answer(update)
      } catch (fault) {
        if (tries >= TRIES && !isPassing(fault)) return
        await rest(Math.min(1000 * 2 ** tries, LONGEST_WAIT))
      }
    }
  }

  async function run(): Promise<void> {
    let offset = 0
    while (!stopping.signal.aborted) {
      try {
        const updates = await bot.api.getUpdates(
          { offset, timeout: WAIT_SECONDS, allowed_updates: ALLOWED_UPDATES },
          stopping.signal as never,
        )
        await Promise.all(updates.map(answer))
        if (stopping.signal.aborted) break
        offset = (updates.at(-1)?.update_id ?? offset - 1) + 1
      } catch (fault) {
        if (stopping.signal.aborted) break
        deps.log.warn('polling failed', setUpFields(fault))
        await rest(refusalOf(fault)?.waitMs ?? 3000)
      }
    }
  }

  const running = run()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
