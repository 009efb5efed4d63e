// Who has to show a proof first, at a door that anybody can come to: one client address that floods, and
// all together.

import QuickLru from 'quick-lru'
import { ALLOWANCES, type Deed, type Limits } from '../../domain/people/crowd.ts'
import { type Pace, secondsToGo, spend } from '../../domain/people/pace.ts'

const REMEMBERED = 20_000

/**
 * Limits for one process; nothing of it is stored, and the addresses are forgotten with it. `now` gives
 * epoch milliseconds.
 */
export function createCrowdGate(now: () => number) {
  const clients = new QuickLru<string, Pace>({ maxSize: REMEMBERED })
  const things = new QuickLru<string, Pace>({ maxSize: REMEMBERED })
  const all = new Map<string, Pace>()
  return {
    /**
     * Counts what a client does, `about` what: 0 where it goes on, else the seconds until it may be tried again.
     * What is kept back takes nothing from the limits it was within.
     */
    admit(deed: Deed, client: string, about?: string): number {
      const limits: Limits = ALLOWANCES[deed]
      const counts = [
        { in: clients, name: `${deed} ${client}`, allowance: limits.client },
        ...(limits.about && about !== undefined
          ? [{ in: things, name: `${deed} ${about}`, allowance: limits.about }]
          : []),
        { in: all, name: deed, allowance: limits.all },
      ]
      const spent = counts.map((count) => ({
        ...count,
        ...spend(count.in.get(count.name), now(), count.allowance),
      }))
      const passed = spent.find(({ verdict }) => verdict !== 'go')
      for (const one of passed ? [passed] : spent) one.in.set(one.name, one.pace)
      return passed ? secondsToGo(passed.pace, passed.allowance) : 0
    },
  }
}
