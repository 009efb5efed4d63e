// How it stands: what is owed, what failed, what is free, in numbers of the whole city that name nobody.

import type { Deps } from '../../deps.ts'
import { freeTimes } from '../appointment/free-times.ts'
import { currentCity } from '../city.ts'

/** Seconds since when a message is due. */
export const OWED_SINCE = [0, 60, 600, 3600] as const

/** What a number of free seats is told as: the largest that it reaches. One booking seldom changes it. */
const FREE_AT_LEAST = [50, 25, 10, 5, 1] as const

export type Watched = {
  /** Messages due for so many seconds and longer, in the order of {@link OWED_SINCE}. */
  owed: readonly number[]
  /** Refused for good, and nobody has dealt with it. */
  refusedMessages: number
  refusedCalls: number
  /** Calls of webhooks that failed and are tried again. */
  callsAgain: number
  /** Appointments whose reminders have been due for longer than two minutes. */
  remindersLate: number
  /** By centre: at least so many seats that people can book. */
  free: readonly { centre: string; seats: number }[]
}

// A tick is a minute; two have gone by.
const LATE = 120_000
// Enough to tell the largest step.
const MOST_TIMES = 50

/** Reads it: seven statements, none of them a write. */
export async function readWatched(deps: Deps): Promise<Watched> {
  const { outbox, undelivered, reminders, webhooks } = deps.store
  const now = deps.clock.now()
  const city = await currentCity(deps)
  const owed = await outbox.owedSince(OWED_SINCE.map((seconds) => now - seconds * 1000))
  const refusedMessages = await undelivered.count(null, false)
  const { centres } = city.profile
  const times = await freeTimes(deps, city, centres, { now, audience: 'public', most: MOST_TIMES })
  const free = centres.map(({ id }) => {
    const seats = times
      .filter(({ centreId }) => centreId === id)
      .reduce((sum, time) => sum + time.seats.length, 0)
    return { centre: id, seats: FREE_AT_LEAST.find((least) => seats >= least) ?? 0 }
  })
  return {
    owed,
    refusedMessages,
    ...(await webhooks.failing()),
    remindersLate: await reminders.late(now - LATE),
    free,
  }
}

/** The same as one line of the log, where nothing else is read: on Workers. */
export async function logWatched(deps: Deps): Promise<void> {
  const { owed, free, ...others } = await readWatched(deps)
  const byAge = OWED_SINCE.map((seconds, index) => [`owed${seconds}`, owed[index]])
  const byCentre = free.map(({ centre, seats }) => [`free ${centre}`, seats])
  deps.log.info('watched', { ...others, ...Object.fromEntries([...byAge, ...byCentre]) })
}
