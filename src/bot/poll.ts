// Long polling: for a place without a public address.

import type { Update } from 'grammy/types'
import type { Deps } from '../deps.ts'
import { faultFields } from '../log.ts'
import type { Bot } from './bot.ts'
import { ALLOWED_UPDATES } from './read-update.ts'

const TRIES = 5
const WAIT_SECONDS = 25

/** Asks Telegram for updates until stopped. `sleep` waits milliseconds. */
export function startPolling(
  deps: Deps,
  bot: Bot,
  sleep: (ms: number) => Promise<void>,
): { stop: () => Promise<void> } {
  const stopping = new AbortController()

  // Polling confirms updates by asking for later ones, so a fault is tried again here.
  async function answer(update: Update): Promise<void> {
    for (let tries = 1; tries <= TRIES; tries++) {
      try {
        return await bot.answer(update)
      } catch {
        await sleep(1000 * 2 ** tries)
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
        offset = (updates.at(-1)?.update_id ?? offset - 1) + 1
      } catch (fault) {
        if (stopping.signal.aborted) break
        deps.log.warn('polling failed', faultFields(fault))
        await sleep(3000)
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
