// Whether the clock on the wall has been set lately: it is held against time that only ever runs forward.

// Whoever sets a clock wrongly notices within so long, or nobody does.
const STANDS_AFTER = 3_600_000
// Corrections of a clock that is kept by the network are far smaller.
const SLACK = 60_000

/** Epoch milliseconds, and milliseconds that only run forward. */
type Clocks = { wall: () => number; elapsed: () => number }

/** Tells whether the clock has run on undisturbed for an hour; a process that begins takes it as it is. */
export function steadyClock({ wall, elapsed }: Clocks): () => boolean {
  let apart = wall() - elapsed()
  let setAt = Number.NEGATIVE_INFINITY
  return () => {
    const now = elapsed()
    const isSet = Math.abs(wall() - now - apart) > SLACK
    if (isSet) setAt = now
    apart = wall() - now
    return now - setAt >= STANDS_AFTER
  }
}
