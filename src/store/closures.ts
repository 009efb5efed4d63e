// Closed hours on top of the opening rules, and the appointments they displace.

import type { Closing, Displaced } from '../domain/appointment/closing.ts'
import type { StoredTalk } from '../domain/dialog/kept-talk.ts'
import type { Channel } from '../domain/people/address.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'

type Stretch = Omit<Closing, 'id' | 'reason'>

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
    person: { select: { unreachable: true, addresses: { select: { channel: true } } } },
    intake: { select: { talk: true } },
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

    /** The ids of what a closure falls on and is not over: appointments, and seats held for somebody. */
    async seatsUnder(closure: Stretch, now: number): Promise<string[]> {
      const taken = { state: { in: ['booked', 'offered'] }, AND: { endsAt: { gt: toText(now) } } }
      const where = { ...under(closure), ...taken }
      return (await booking.findMany({ where, select: { id: true } })).map(({ id }) => id)
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
  person: { unreachable: string | null; addresses: { channel: string }[] } | null
  intake: { talk: string } | null
}

function displacedOf({ id, personId, startsAt, endsAt, person, intake }: DisplacedRow): Displaced {
  const times = { startsAt: fromText(startsAt), endsAt: fromText(endsAt) }
  const { unreachable = null, addresses = [] } = person ?? {}
  const channels = addresses.map(({ channel }) => channel as Channel)
  const answers = intake ? (JSON.parse(intake.talk) as StoredTalk).answers : {}
  return { id, personId, ...times, reach: { channels, unreachable, hasPhone: false }, answers }
}
