// How fast one chat may send: far faster than a person taps, far slower than a script.

/** What a chat may still send, as of an instant (epoch ms). */
export type Pace = {
  left: number
  at: number
  /** When it was last told to wait. */
  toldAt?: number
}

/** go: answer it · tell: ask the person to wait · quiet: they have just been told */
export type Verdict = 'go' | 'tell' | 'quiet'

/** At once, and then so many a second. */
const AT_ONCE = 60
const A_SECOND = 1
const TELL_EVERY = 10_000

/** Counts one more message of a chat. Nobody is shut out: after a moment it goes on. */
export function spend(before: Pace | undefined, now: number): { pace: Pace; verdict: Verdict } {
  const pace = before ?? { left: AT_ONCE, at: now }
  // A clock that was set back gives nothing, and takes nothing.
  const since = Math.max(0, now - pace.at) / 1000
  const left = Math.min(AT_ONCE, pace.left + since * A_SECOND)
  if (left >= 1) return { pace: { left: left - 1, at: now }, verdict: 'go' }
  const quiet = pace.toldAt !== undefined && Math.abs(now - pace.toldAt) < TELL_EVERY
  const toldAt = quiet ? pace.toldAt : now
  return {
    pace: { left, at: now, ...(toldAt === undefined ? {} : { toldAt }) },
    verdict: quiet ? 'quiet' : 'tell',
  }
}
