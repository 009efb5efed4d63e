// What several duties of one tick need is read once: what is due, and by the first that needs it all that interpreters
// are needed for.

import type { Deps } from '../../deps.ts'
import type { Due } from '../../domain/appointment/due.ts'
import { atWall, dateOf } from '../../domain/calendar/wall-clock.ts'
import type { City } from '../city.ts'
import { type InterpretingRead, readInterpreting } from '../interpreting-read.ts'

/** What is noted of duties that are done once an hour, a day, a night or a key. */
export const FACTS = {
  poolMails: 'pool-mails-looked',
  nobodyFound: 'nobody-found-looked',
  interpreterNotices: 'interpreters-looked',
  peopleCounted: 'people-counted-until',
  seatsCounted: 'seats-counted-until',
  erased: 'erased-until',
  rewritten: 'rewritten',
  auditNoted: 'audit-end',
  key: 'key-fingerprint',
} as const

/** What a sender took so long ago, or ahead of the clock, is sent by another. */
export const INTERRUPTED_AFTER = 10 * 60_000

/** A screen that was shown just now may be replaced by the answer to the next tap. */
export const SETTLED = 60_000

export type TickReads = {
  /** As it was when the tick began. */
  due: Due
  /** Of all centres. No duty changes an appointment that needs an interpreter, nor an order. */
  interpreting: () => Promise<InterpretingRead>
}

/** Whatever is due now: one statement. Throws where the city has not been seeded. */
export async function readDue({ config, store, clock }: Deps): Promise<Due> {
  const now = clock.now()
  const due = await store.due.look(Object.values(FACTS), {
    ...{
      now,
      today: dateOf(now),
      dayAt: atWall(dateOf(now), 0),
      interrupted: INTERRUPTED_AFTER,
      settled: now - SETTLED,
    },
  })
  if (due?.city !== config.profile) throw new Error('the city has not been seeded')
  return due
}

/** A read that failed is tried again by the next duty. */
export function readsOfTick(deps: Deps, { profile }: City, due: Due): TickReads {
  let reading: Promise<InterpretingRead> | null = null
  const centres = profile.centres.map(({ id }) => id)
  return {
    due,
    interpreting: () => {
      reading ??= readInterpreting(deps, centres, deps.clock.now()).catch((fault) => {
        reading = null
        throw fault
      })
      return reading
    },
  }
}
