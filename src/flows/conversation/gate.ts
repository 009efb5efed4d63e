// Who has to wait before anything is looked up or written: one address that floods, and all together.

import QuickLru from 'quick-lru'
import { type Pace, spend, type Verdict } from '../../domain/people/pace.ts'

const REMEMBERED = 10_000
const MOST_IN_HAND = 500

/** More is in hand than can be worked on: the door keeps the input and brings it again. */
class TooBusy extends Error {
  override readonly name = 'TooBusy'
}

/** Limits for one process; nothing of it is stored. `now` gives epoch milliseconds. */
export function createGate(now: () => number) {
  const paces = new QuickLru<string, Pace>({ maxSize: REMEMBERED })
  let inHand = 0
  return {
    /** Whether an address (by its name) goes on, is told to wait, or has just been told. */
    admit(address: string): Verdict {
      const { pace, verdict } = spend(paces.get(address), now())
      paces.set(address, pace)
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
