// A button that a quick hand pressed twice: the second press meets the screen that the first one led to.

import QuickLru from 'quick-lru'
import { encodeTap } from '../../domain/dialog/tap-code.ts'
import { nameOf } from '../../domain/people/address.ts'
import type { Incoming } from './step.ts'

const REMEMBERED = 10_000
const QUICK = 3000

/** What was pressed last, by address, in this process; nothing of it is stored. `now` gives epoch milliseconds. */
export function createPresses(now: () => number) {
  const last = new QuickLru<string, { tap: string; at: number }>({ maxSize: REMEMBERED })
  const tapOf = ({ input, of }: Incoming) =>
    input.kind === 'tap' ? encodeTap(input.tap, false, of) : undefined
  return {
    /** Whether the same was pressed, and answered, moments ago. */
    isAgain(incoming: Incoming): boolean {
      const before = last.get(nameOf(incoming.address))
      return before !== undefined && before.tap === tapOf(incoming) && now() - before.at < QUICK
    },
    /** Notes what was answered. */
    note(incoming: Incoming): void {
      const tap = tapOf(incoming)
      if (tap === undefined) last.delete(nameOf(incoming.address))
      else last.set(nameOf(incoming.address), { tap, at: now() })
    },
  }
}
