// Who has to show a proof first, at a door that anybody can come to: one client address that floods, and
// all together.

import QuickLru from 'quick-lru'
import { ALLOWANCES, type Deed } from '../../domain/people/crowd.ts'
import { type Pace, secondsToGo, spend } from '../../domain/people/pace.ts'

const REMEMBERED = 20_000

/**
 * Limits for one process; nothing of it is stored, and the addresses are forgotten with it. `now` gives
 * epoch milliseconds.
 */
export function createCrowdGate(now: () => number) {
  const clients = new QuickLru<string, Pace>({ maxSize: REMEMBERED })
  const all = new Map<Deed, Pace>()
  return {
    /** Counts what a client does: 0 where it goes on, else the seconds until it may be tried again. */
    admit(deed: Deed, client: string): number {
      const { client: own, all: shared } = ALLOWANCES[deed]
      const name = `${deed} ${client}`
      const mine = spend(clients.get(name), now(), own)
      if (mine.verdict !== 'go') {
        clients.set(name, mine.pace)
        return secondsToGo(mine.pace, own)
      }
      const ours = spend(all.get(deed), now(), shared)
      all.set(deed, ours.pace)
      if (ours.verdict !== 'go') return secondsToGo(ours.pace, shared)
      clients.set(name, mine.pace)
      return 0
    },
  }
}
