// Links and tokens that nobody can guess, and that somebody tries to: so many wrong ones of a client at
// once, and then one a second. Counted in this process alone, before the database is asked.

import QuickLru from 'quick-lru'
import { type Allowance, type Pace, secondsToGo, spend } from '../../domain/people/pace.ts'
import { fingerprintOf } from '../fingerprint.ts'

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

/**
 * Looks secrets up by `find`. One that was right lately is looked at whatever others send from the same address;
 * `wait`: seconds until another one from there is.
 */
export function createSecretReader<Found extends object>(
  find: (secret: string) => Promise<Found | null>,
) {
  const guesses = createGuesses(() => Date.now())
  const right = new QuickLru<string, true>({ maxSize: REMEMBERED })
  return async (secret: string, client: string): Promise<Found | { wait: number } | null> => {
    const fingerprint = await fingerprintOf(secret)
    const wait = right.has(fingerprint) ? 0 : guesses.wait(client)
    if (wait > 0) return { wait }
    const found = await find(secret)
    if (found) {
      right.set(fingerprint, true)
    } else {
      right.delete(fingerprint)
      guesses.wrong(client)
    }
    return found
  }
}
