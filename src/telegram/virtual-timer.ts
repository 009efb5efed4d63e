// A clock for the pace of messages that runs only while somebody waits: a Telegram of one's own takes all there is.

import type { Timer } from './pacer.ts'

/** The pace of sending without the waiting: time that passes as soon as somebody waits for it. */
export function virtualTimer(): Timer {
  let at = 0
  return {
    now: () => at,
    sleep: async (ms) => {
      at += ms
    },
  }
}
