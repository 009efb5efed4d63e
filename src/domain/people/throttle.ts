// How long someone has to wait after failed sign-ins: longer each time, never for ever.

/** Failures so far, and when the last one was (epoch ms). */
export type Attempts = { failures: number; lastAt: number }

const FREE_TRIES = 5
const FIRST_WAIT = 2_000
const LONGEST_WAIT = 15 * 60_000
/** After this long without a failure, counting begins anew. */
export const FORGOTTEN_AFTER = 24 * 60 * 60_000

/**
 * The instant (epoch ms) from which the next try is looked at. The first five cost nothing; then
 * the wait doubles with each failure, up to a quarter of an hour.
 */
export function nextTryAt({ failures, lastAt }: Attempts): number {
  if (failures < FREE_TRIES) return lastAt
  const doublings = Math.min(failures - FREE_TRIES, 20)
  return lastAt + Math.min(FIRST_WAIT * 2 ** doublings, LONGEST_WAIT)
}
