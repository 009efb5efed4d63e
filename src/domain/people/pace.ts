// How fast somebody may come: far faster than a person taps, far slower than a script.

/** What may come at once, and then so many a second. */
export type Allowance = { atOnce: number; aSecond: number }

/** What is left of an allowance, as of an instant (epoch ms). */
export type Pace = {
  left: number
  at: number
  /** When it was last told to wait. */
  toldAt?: number
}

/** go: answer it · tell: ask the person to wait · quiet: they have just been told */
export type Verdict = 'go' | 'tell' | 'quiet'

/** What one chat may send. */
const CHAT: Allowance = { atOnce: 60, aSecond: 1 }
const TELL_EVERY = 10_000

/** Counts one more, of a chat unless said. Nobody is shut out: after a moment it goes on. */
export function spend(
  before: Pace | undefined,
  now: number,
  { atOnce, aSecond }: Allowance = CHAT,
): { pace: Pace; verdict: Verdict } {
  const pace = before ?? { left: atOnce, at: now }
  // A clock that was set back gives nothing, and takes nothing.
  const since = Math.max(0, now - pace.at) / 1000
  const left = Math.min(atOnce, pace.left + since * aSecond)
  if (left >= 1) return { pace: { left: left - 1, at: now }, verdict: 'go' }
  const quiet = pace.toldAt !== undefined && Math.abs(now - pace.toldAt) < TELL_EVERY
  const toldAt = quiet ? pace.toldAt : now
  return {
    pace: { left, at: now, ...(toldAt === undefined ? {} : { toldAt }) },
    verdict: quiet ? 'quiet' : 'tell',
  }
}

/** Seconds until one more may come, where just now none may. */
export function secondsToGo({ left }: Pace, { aSecond }: Allowance): number {
  return Math.max(1, Math.ceil((1 - left) / aSecond))
}
