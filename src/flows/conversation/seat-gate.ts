// How many seats one client address takes: a script takes them all in seconds, each for somebody new, and a shelter
// is one address, too. So nobody is refused: who comes after many works out a proof, and beside half a centre one waits.

import QuickLru from 'quick-lru'
import type { Deps } from '../../deps.ts'
import { type SeatTaken, seatProof, seatWait, WATCHED_FOR } from '../../domain/people/seats.ts'
import { centreOf } from '../../domain/profile/profile.ts'
import { freeTimes } from '../appointment/free-times.ts'
import { cityLately } from '../city.ts'

const REMEMBERED = 20_000
// More than a centre offers.
const MOST_TIMES = 400

/** Counts for this process alone; nothing of it is stored, and the addresses are forgotten with it. */
export function createSeatGate(deps: Deps) {
  const { now } = deps.clock
  const clients = new QuickLru<string, readonly SeatTaken[]>({ maxSize: REMEMBERED })
  const takenBy = (client: string) =>
    (clients.get(client) ?? []).filter(({ at }) => Math.abs(now() - at) < WATCHED_FOR)

  /** Seats that people can book there; one statement. */
  async function freeAt(id: string): Promise<number> {
    const city = await cityLately(deps)
    const centre = centreOf(city.profile, id)
    if (!centre) return 0
    const asked = { now: now(), audience: 'public', most: MOST_TIMES } as const
    const times = await freeTimes(deps, city, [centre], asked)
    return times.reduce((sum, { seats }) => sum + seats.length, 0)
  }

  return {
    /** Seconds until this address may take one more seat of a centre, whatever it proves; 0: now. */
    async wait(client: string, centre: string): Promise<number> {
      const taken = takenBy(client)
      // Mostly there are none, and nothing is asked.
      const isFew = seatWait(taken, { centre, free: 0 }, now()) === 0
      return isFew ? 0 : seatWait(taken, { centre, free: await freeAt(centre) }, now())
    },

    /** Which proof one more seat costs, and the seconds until it costs none. */
    proof: (client: string) => seatProof(takenBy(client), now()),

    note(client: string, centre: string): void {
      clients.set(client, [...takenBy(client), { centre, at: now() }])
    },
  }
}
