// The clock of the demo moved forward, so that what falls due on the way happens at its own time.

import type { Deps } from '../../deps.ts'
import { nextMoment, type Tick } from '../../flows/upkeep/run-tick.ts'

// What falls due without telling when is looked after at least this often.
const STEP = 30 * 60_000

/** Moves the clock by `ms`, with a tick at each moment at which something is due, and each `step`. */
export async function moveClock(
  deps: Deps,
  tick: Tick,
  move: (ms: number) => void,
  ms: number,
  step = STEP,
): Promise<void> {
  const end = deps.clock.now() + ms
  for (;;) {
    await tick()
    const now = deps.clock.now()
    if (now >= end) return
    const next = await nextMoment(deps)
    const stop = next !== null && next > now ? Math.min(next, now + step) : now + step
    move(Math.min(stop, end) - now)
  }
}
