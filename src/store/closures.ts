// Closed hours on top of the opening rules, and the appointments they displace.

import type { Closing, Displaced } from '../domain/appointment/closing.ts'
import type { StoredTalk } from '../domain/dialog/kept-talk.ts'
import type { Channel } from '../domain/people/address.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'
import { inPieces } from './engine/pieces.ts'

const DAY = 24 * 3_600_000
// Nine values each, and D1 binds a hundred to a statement.
const AT_ONCE = 10

const mark = (closureId: string) => `closure:${closureId}`

// All of one form are a few weeks apart; the stretch only keeps the search away from the rest.
const displacedBy = (closures: readonly Omit<Closing, 'reason'>[]) => ({
  state: 'cancelled',
  changedBy: { in: closures.map(({ id }) => mark(id)) },
  centreId: { in: [...new Set(closures.map(({ centre }) => centre))] },
  startsAt: {
    gt: toText(Math.min(...closures.map(({ startsAt }) => startsAt)) - DAY),
    lt: toText(Math.max(...closures.map(({ endsAt }) => endsAt))),
  },
})

const hasNoOther = {
  OR: [{ personId: null }, { person: { bookings: { none: { state: 'booked' } } } }],
}

const READ = {
  select: {
    ...{ id: true, personId: true, startsAt: true, endsAt: true },
    ...{ centreId: true, seat: true, state: true, changedBy: true },
    person: { select: { unreachable: true, addresses: { select: { channel: true } } } },
    intake: { select: { talk: true, hasPhone: true } },
  },
} as const

const byTime = (a: Displaced, b: Displaced) => a.startsAt - b.startsAt

export function createClosures(db: Database) {
  const { closure: closures, booking, bookingEvent, intake, city } = db
  // Whoever holds the calendar in memory loads it again.
  const calendarChanges = () => city.updateMany({ data: { version: { increment: 1 } } })

  return {
    /**
     * Writes closures down, all or none, each pending until what is under it has made way; what stands already
     * changes nothing.
     */
    async add(all: readonly Closing[], by: string, now: number): Promise<void> {
      const there = await closures.findMany({ where: { id: { in: all.map(({ id }) => id) } } })
      const rows = all
        .filter(({ id }) => !there.some((one) => one.id === id))
        .map(({ centre, ...closure }) => ({
          ...closure,
          centreId: centre,
          startsAt: toText(closure.startsAt),
          endsAt: toText(closure.endsAt),
          createdAt: toText(now),
          createdBy: by,
          pending: true,
        }))
      if (rows.length === 0) return
      const writes = inPieces(rows, AT_ONCE).map((data) => closures.createMany({ data }))
      await unlessThere(db.batch([calendarChanges(), ...writes]))
    },

    /**
     * Those that are not done with, by time, but for what was closed between two moments (epoch milliseconds): whoever
     * closes them is at it.
     */
    async pending(after: number, until: number): Promise<Closing[]> {
      const rows = await closures.findMany({
        where: {
          pending: true,
          OR: [{ createdAt: { lte: toText(after) } }, { createdAt: { gt: toText(until) } }],
        },
        orderBy: { startsAt: 'asc' },
      })
      return rows.map(closureOf)
    },

    /** What was under these has made way. */
    async done(all: readonly Pick<Closing, 'id'>[]): Promise<void> {
      for (const some of inPieces(all)) {
        const where = { id: { in: some.map(({ id }) => id) } }
        await closures.updateMany({ where, data: { pending: false } })
      }
    },

    /**
     * What closures fall on and has not begun, by closure: appointments, and seats held for somebody. One reading.
     * Whoever is there already is counselled.
     */
    async under(all: readonly Closing[], now: number): Promise<Map<string, Displaced[]>> {
      const [begin, end] = [all.map(({ startsAt }) => startsAt), all.map(({ endsAt }) => endsAt)]
      const rows = await booking.findMany({
        where: {
          centreId: { in: [...new Set(all.map(({ centre }) => centre))] },
          state: { in: ['booked', 'offered'] },
          startsAt: {
            gt: toText(Math.max(now, Math.min(...begin) - DAY)),
            lt: toText(Math.max(...end)),
          },
        },
        ...READ,
      })
      const isUnder = (closing: Closing, row: (typeof rows)[number]) =>
        row.centreId === closing.centre &&
        (closing.seat === null || row.seat === closing.seat) &&
        fromText(row.startsAt) < closing.endsAt &&
        fromText(row.endsAt) > closing.startsAt
      // What two of them fall on is the first one's.
      const found = Map.groupBy(rows, (row) => all.find((one) => isUnder(one, row))?.id ?? '')
      found.delete('')
      return new Map([...found].map(([id, own]) => [id, own.map(displacedOf).sort(byTime)]))
    },

    /** The appointments that closures have displaced whose people have no other time yet. */
    async displaced(all: readonly Omit<Closing, 'reason'>[]): Promise<Displaced[]> {
      const found: Displaced[] = []
      for (const some of inPieces(all)) {
        const where = { ...displacedBy(some), ...hasNoOther }
        found.push(...(await booking.findMany({ where, ...READ })).map(displacedOf))
      }
      return found.sort(byTime)
    },

    /** Where and at which seat each of these appointments was last booked, by its id. */
    async lastSeats(ids: readonly string[]): Promise<Map<string, LastSeat>> {
      const last = new Map<string, LastSeat>()
      for (const some of inPieces(ids)) {
        const where = { bookingId: { in: some }, state: 'booked', seat: { not: null } }
        for (const { bookingId, centreId: centre, seat } of await bookingEvent.findMany({
          where,
          orderBy: { id: 'asc' },
        })) {
          if (seat !== null) last.set(bookingId, { centre, seat })
        }
      }
      return last
    },

    /** Whoever was called before for something else than these appointments has to be called again. */
    async askToCall(ids: readonly string[]): Promise<void> {
      for (const some of inPieces(ids)) {
        // In two, each by its key: asked for requests by their appointments, SQLite looks at all requests there are.
        const where = { id: { in: [...some] }, intakeId: { not: null } }
        const of = await booking.findMany({ where, select: { intakeId: true } })
        const id = { in: of.flatMap(({ intakeId }) => intakeId ?? []) }
        await intake.updateMany({ where: { id }, data: { calledAt: null } })
      }
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

type LastSeat = { centre: string; seat: number }

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
  state: string
  changedBy: string
  startsAt: string
  endsAt: string
  person: { unreachable: string | null; addresses: { channel: string }[] } | null
  intake: { talk: string; hasPhone: boolean } | null
}

function displacedOf(row: DisplacedRow): Displaced {
  const { id, personId, startsAt, endsAt, person, intake, state, changedBy } = row
  const times = { startsAt: fromText(startsAt), endsAt: fromText(endsAt) }
  const { unreachable = null, addresses = [] } = person ?? {}
  const channels = addresses.map(({ channel }) => channel as Channel)
  const answers = intake ? (JSON.parse(intake.talk) as StoredTalk).answers : {}
  const reach = { channels, unreachable, hasPhone: intake?.hasPhone ?? false }
  const [isOpen, closure] = [state === 'booked', changedBy.replace(/^closure:/, '')]
  return { id, personId, ...times, reach, answers, isOpen, closure }
}
