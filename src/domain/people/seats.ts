// How many seats one client address may take, and what more of them cost. A shelter is one address.

/** A seat that was asked for from an address, at an instant (epoch ms). */
export type SeatTaken = { centre: string; at: number }

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How long an address is known to have taken a seat. */
export const WATCHED_FOR = 24 * HOUR

/** So many in an hour are asked for nothing. */
const FREELY = 8

/** Fewer than these are no share of a centre worth keeping. */
const FEWEST = 3

/** Beside half of a centre's seats one more is taken in this time: 50 people in two hours do not feel it. */
const PACE = 2 * MINUTE

/** A proof costs twice as much after each ten in the hour, and sixteen times as much at most. */
const STEP = 10
const DEAREST = 16

/**
 * Seconds until one more seat of a centre may be taken, with so many `free` there: none while the address has taken
 * less than half of what it and others could have had today, then one at a time.
 */
export function seatWait(
  taken: readonly SeatTaken[],
  { centre, free }: { centre: string; free: number },
  now: number,
): number {
  const here = taken.filter((seat) => seat.centre === centre)
  const share = Math.max(FEWEST, Math.floor((here.length + free) / 2))
  if (here.length < share) return 0
  const latest = Math.max(...here.map(({ at }) => Math.min(at, now)))
  return Math.max(0, Math.ceil((latest + PACE - now) / 1000))
}

/** How many times the common proof one more seat costs, 0: none, and seconds until it costs none. */
export function seatProof(
  taken: readonly SeatTaken[],
  now: number,
): { times: number; seconds: number } {
  const inHour = taken.map(({ at }) => Math.min(at, now)).filter((at) => now - at < HOUR)
  const freed = inHour[inHour.length - FREELY]
  if (freed === undefined) return { times: 0, seconds: 0 }
  const times = Math.min(DEAREST, 2 ** Math.floor(inHour.length / STEP))
  return { times, seconds: Math.ceil((freed + HOUR - now) / 1000) }
}
