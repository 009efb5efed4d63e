// How often something may be tried that can be guessed: some times at once, and then one at a time.

/** `most` tries at once; each comes back after `every` milliseconds. */
export type Allowance = { most: number; every: number }

const MINUTE = 60_000

/**
 * Wrong tries at the PIN of one code from one network: at most 17 in a day, of a thousand million PINs. Whoever
 * guesses uses up the tries of the networks they have, and nobody else's.
 */
export const TRIES_OF_NETWORK: Allowance = { most: 5, every: 120 * MINUTE }

/**
 * Milliseconds until the next try is looked at; 0: now. All that is kept of earlier tries is the instant
 * (epoch ms) from which on they count no more, `null` where there were none.
 */
export function waitFor(until: number | null, now: number, { most, every }: Allowance): number {
  return Math.max(0, spent(until, now, { most, every }) - most * every - now)
}

/** The instant from which on the tries count no more, after one more. */
export function spent(until: number | null, now: number, { most, every }: Allowance): number {
  // A clock that was set back keeps nobody out for longer.
  const before = Math.min(until ?? now, now + most * every)
  return Math.max(before, now) + every
}
