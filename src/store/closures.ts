// Closed hours on top of the opening rules, and the appointments they displace.

import type { Closing } from '../domain/appointment/closing.ts'
import { type Database, fromText, numbered, toText, unlessThere } from './engine/database.ts'
import { inPieces } from './engine/pieces.ts'

/** An appointment that a closure falls on. `reachable`: messages arrive in a chat. */
export type Displaced = {
  id: string
  personId: string | null
  startsAt: number
  endsAt: number
  reachable: boolean
}

type Stretch = Omit<Closing, 'id' | 'reason'>

// Where each had its seat stands in its history alone. It cannot have been given to anybody else:
// while the closure stands, no statement takes it.
const GIVE_BACK = numbered(`UPDATE "Booking" SET "state" = 'booked', "changedAt" = ?2,
  "changedBy" = ?3, "seat" = (SELECT e."seat" FROM "BookingEvent" e WHERE e."bookingId" = "Booking"."id"
    AND e."state" = 'booked' ORDER BY e."id" DESC LIMIT 1)
  WHERE "state" = 'cancelled' AND "changedBy" = ?1 AND "centreId" = ?4 AND "startsAt" > ?2
  AND NOT EXISTS (
    SELECT 1 FROM "Booking" o WHERE o."personId" = "Booking"."personId" AND o."state" = 'booked')
  RETURNING "id", "personId"`)

const DAY = 24 * 3_600_000

const mark = (closureId: string) => `closure:${closureId}`

// The lower bound only keeps the search away from the past: no slot is longer than a day.
const under = ({ centre, seat, startsAt, endsAt }: Stretch) => ({
  centreId: centre,
  ...(seat === null ? {} : { seat }),
  startsAt: { lt: toText(endsAt), gt: toText(startsAt - DAY) },
  endsAt: { gt: toText(startsAt) },
})

const displacedBy = ({ id, centre, startsAt, endsAt }: Omit<Closing, 'reason'>) => ({
  state: 'cancelled',
  changedBy: mark(id),
  centreId: centre,
  startsAt: { gt: toText(startsAt - DAY), lt: toText(endsAt) },
})

const hasNoOther = {
  OR: [{ personId: null }, { person: { bookings: { none: { state: 'booked' } } } }],
}

const READ = {
  select: {
    id: true,
    personId: true,
    startsAt: true,
    endsAt: true,
    person: { select: { unreachable: true } },
  },
} as const

const byTime = (a: Displaced, b: Displaced) => a.startsAt - b.startsAt

export function createClosures(db: Database) {
  const { closure: closures, booking, intake, city } = db
  // Whoever holds the calendar in memory loads it again.
  const calendarChanges = () => city.updateMany({ data: { version: { increment: 1 } } })

  return {
    /** Writes a closure down; the same one again changes nothing. */
    async add({ centre, ...closure }: Closing, by: string, now: number): Promise<void> {
      const { startsAt, endsAt } = closure
      const data = {
        ...closure,
        centreId: centre,
        startsAt: toText(startsAt),
        endsAt: toText(endsAt),
        createdAt: toText(now),
        createdBy: by,
      }
      await unlessThere(db.batch([closures.createMany({ data }), calendarChanges()]))
    },

    /** The appointments that a closure would fall on, of those that are not over. */
    async affected(closure: Stretch, now: number): Promise<Displaced[]> {
      const open = { state: 'booked', AND: { endsAt: { gt: toText(now) } } }
      const rows = await booking.findMany({ where: { ...under(closure), ...open }, ...READ })
      return rows.map(displacedOf).sort(byTime)
    },

    /** Cancels what a closure falls on, all at once, and notes that it was the closure. */
    async displace(closure: Closing, now: number): Promise<void> {
      const end = (from: string, to: string) =>
        booking.updateMany({
          where: { ...under(closure), state: from, AND: { endsAt: { gt: toText(now) } } },
          data: { state: to, seat: null, changedAt: toText(now), changedBy: mark(closure.id) },
        })
      await db.batch([end('booked', 'cancelled'), end('offered', 'offer-passed')])
    },

    /** The appointments a closure has displaced whose people have no other time yet. */
    async displaced(closure: Omit<Closing, 'reason'>): Promise<Displaced[]> {
      const where = { ...displacedBy(closure), ...hasNoOther }
      return (await booking.findMany({ where, ...READ })).map(displacedOf).sort(byTime)
    },

    /** Whoever was called before for something else has to be called again. */
    async askToCall(closure: Closing): Promise<void> {
      await intake.updateMany({
        where: { bookings: { some: displacedBy(closure) } },
        data: { calledAt: null },
      })
    },

    /** The appointments with these ids that are still to come. */
    async these(ids: readonly string[], now: number): Promise<Displaced[]> {
      const where = { id: { in: [...ids] }, state: 'booked', endsAt: { gt: toText(now) } }
      const rows = await booking.findMany({ where, ...READ })
      return rows.map(displacedOf).sort(byTime)
    },

    /** Cancels these appointments as a closure would, without one. */
    async displaceThese(closureId: string, ids: readonly string[], now: number): Promise<void> {
      await db.batch(
        inPieces(ids).map((some) =>
          booking.updateMany({
            where: { id: { in: some }, state: 'booked', endsAt: { gt: toText(now) } },
            data: {
              state: 'cancelled',
              seat: null,
              changedAt: toText(now),
              changedBy: mark(closureId),
            },
          }),
        ),
      )
    },

    /** Where and when the appointments were that have been cancelled so, one stretch a centre. */
    async displacedBy(closureId: string, ids: readonly string[]): Promise<Closing[]> {
      const rows = await booking.findMany({
        where: { id: { in: [...ids] }, changedBy: mark(closureId) },
        select: { centreId: true, startsAt: true, endsAt: true },
      })
      const stretches = new Map<string, Closing>()
      for (const { centreId: centre, ...row } of rows) {
        const [startsAt, endsAt] = [fromText(row.startsAt), fromText(row.endsAt)]
        const known = stretches.get(centre) ?? { startsAt, endsAt }
        stretches.set(centre, {
          id: closureId,
          centre,
          seat: null,
          startsAt: Math.min(known.startsAt, startsAt),
          endsAt: Math.max(known.endsAt, endsAt),
          reason: '',
        })
      }
      return [...stretches.values()]
    },

    /** Gives displaced appointments their old seats back. Returns which, and whose. */
    async giveBack(
      closure: Closing,
      by: string,
      now: number,
    ): Promise<{ id: string; personId: string | null }[]> {
      return await db.$queryRawUnsafe(
        ...GIVE_BACK(mark(closure.id), toText(now), by, closure.centre),
      )
    },

    /** The closure with an id, or all that one form made under it: `id.0`, `id.1`, … */
    async find(id: string): Promise<Closing[]> {
      // The sign after the dot, so that the index is used and no letter means anything else.
      const made = { gte: `${id}.`, lt: `${id}/` }
      const rows = await closures.findMany({
        where: { centreId: { not: null }, OR: [{ id }, { id: made }] },
        orderBy: { startsAt: 'asc' },
      })
      return rows.map(closureOf)
    },

    /** Closures of some centres that are not over, by time. */
    async upcoming(centres: readonly string[], now: number): Promise<Closing[]> {
      const rows = await closures.findMany({
        where: { centreId: { in: [...centres] }, endsAt: { gt: toText(now) } },
        orderBy: { startsAt: 'asc' },
      })
      return rows.map(closureOf)
    },

    async remove(id: string): Promise<void> {
      await db.batchIf([closures.deleteMany({ where: { id } }), calendarChanges()])
    },
  }
}

type ClosureRow = Omit<Closing, 'centre' | 'startsAt' | 'endsAt'> & {
  centreId: string | null
  startsAt: string
  endsAt: string
}

function closureOf({ id, centreId, seat, startsAt, endsAt, reason }: ClosureRow): Closing {
  const times = { startsAt: fromText(startsAt), endsAt: fromText(endsAt) }
  return { id, centre: centreId ?? '', seat, ...times, reason }
}

type DisplacedRow = Pick<Displaced, 'id' | 'personId'> & {
  startsAt: string
  endsAt: string
  person: { unreachable: string | null } | null
}

function displacedOf({ id, personId, startsAt, endsAt, person }: DisplacedRow): Displaced {
  const times = { startsAt: fromText(startsAt), endsAt: fromText(endsAt) }
  return { id, personId, ...times, reachable: person !== null && person.unreachable === null }
}
