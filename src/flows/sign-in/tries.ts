// Counting tries to sign in, so that whoever guesses has to wait.

import type { Deps } from '../../deps.ts'
import { FORGOTTEN_AFTER, nextTryAt } from '../../domain/people/throttle.ts'

export type Tries = ReturnType<typeof createTries>

/** `now` is the system's clock in epoch ms, since a demo's can jump. */
export function createTries({ access }: Deps['store']['staff'], now: () => number) {
  return {
    /** Counts a try before it is looked at, so that tries at the same moment all count. */
    async wait(key: string): Promise<{ milliseconds: number } | null> {
      for (let round = 0; round < 5; round += 1) {
        const seen = await access.attempts(key)
        const fresh =
          seen && seen.lastAt < now() - FORGOTTEN_AFTER ? { ...seen, failures: 0 } : seen
        const wait = fresh ? nextTryAt(fresh) - now() : 0
        if (wait > 0) return { milliseconds: wait }
        if (await access.countAttempt(key, seen, now())) return null
      }
      return { milliseconds: 1_000 }
    },

    /** After a good one, counting begins anew. */
    forget: (key: string) => access.clearAttempts(key, now() - FORGOTTEN_AFTER),
  }
}
