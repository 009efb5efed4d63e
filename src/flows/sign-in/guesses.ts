// Links and tokens that nobody can guess, and that somebody tries to: so many wrong ones of a client at
// once, and then one a second. Counted in this process alone, before the database is asked.

import QuickLru from 'quick-lru'
import { type Allowance, type Pace, secondsToGo, spend } from '../../domain/people/pace.ts'

const WRONG: Allowance = { atOnce: 30, aSecond: 1 }
const REMEMBERED = 5_000

/** `now` gives epoch milliseconds. */
export function createGuesses(now: () => number) {
  const clients = new QuickLru<string, Pace>({ maxSize: REMEMBERED })
  return {
    /** Seconds until something of this client is looked at again; 0: now. */
    wait(client: string): number {
      const { pace, verdict } = spend(clients.get(client), now(), WRONG)
      return verdict === 'go' ? 0 : secondsToGo(pace, WRONG)
    },

    /** Counts what was wrong. */
    wrong(client: string): void {
      clients.set(client, spend(clients.get(client), now(), WRONG).pace)
    },
  }
}
