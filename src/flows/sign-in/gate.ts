// Checking a password takes a core for a tenth of a second, which people in the chat would wait for:
// so only a few at once, and not many of one client, whatever names it tries. The same holds for
// whoever sets out for the city's identity provider.

import QuickLru from 'quick-lru'
import { type Pace, spend } from '../../domain/people/pace.ts'

const AT_ONCE = 4
const REMEMBERED = 5_000

/** Limits for one process; nothing of it is stored. `now` gives epoch milliseconds. */
export function createSignInGate(now: () => number) {
  const clients = new QuickLru<string, Pace>({ maxSize: REMEMBERED })
  let checking = 0

  function admits(client: string): boolean {
    const { pace, verdict } = spend(clients.get(client), now())
    clients.set(client, pace)
    return verdict === 'go'
  }

  return {
    /** Looks at one more try of a client; `null` where it has to wait. */
    async check<T>(client: string, look: () => Promise<T>): Promise<T | null> {
      if (checking >= AT_ONCE || !admits(client)) return null
      checking += 1
      try {
        return await look()
      } finally {
        checking -= 1
      }
    },
  }
}
