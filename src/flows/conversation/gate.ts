// Who has to wait before anything is looked up or written: one chat that floods, and all together.

import { type Pace, spend, type Verdict } from '../../domain/people/pace.ts'

const REMEMBERED = 10_000
const MOST_IN_HAND = 500

/** More is in hand than can be worked on: Telegram keeps the update and brings it again. */
class TooBusy extends Error {
  override readonly name = 'TooBusy'
}

/** Limits for one process; nothing of it is stored. `now` gives epoch milliseconds. */
export function createGate(now: () => number) {
  const chats = new Map<string, Pace>()
  let inHand = 0
  return {
    /** Whether a chat goes on, is told to wait, or has just been told. */
    admit(chat: string): Verdict {
      const { pace, verdict } = spend(chats.get(chat), now())
      chats.delete(chat)
      chats.set(chat, pace)
      const oldest = chats.keys().next().value
      if (chats.size > REMEMBERED && oldest !== undefined) chats.delete(oldest)
      return verdict
    },

    /** Runs work if not too much is in hand already. Throws {@link TooBusy}. */
    async within<T>(work: () => Promise<T>): Promise<T> {
      if (inHand >= MOST_IN_HAND) throw new TooBusy()
      inHand += 1
      try {
        return await work()
      } finally {
        inHand -= 1
      }
    },
  }
}
