// Every change of an appointment: each carries with it, in one batch, what follows from it. Its history
// (BookingEvent and the figures) is written by triggers, so that no change can forget it.

import type {
  Appointment,
  ChangedBy,
  NewAppointment,
  WantedSeat,
} from '../domain/appointment/appointment.ts'
import type { NewOffer, OfferEnd } from '../domain/appointment/offer.ts'
import type { Transition } from '../domain/appointment/transitions.ts'
import type { CountedHour } from '../domain/figures/counted-hour.ts'
import { type Chosen, changing } from './appointment-changes.ts'
import { createAppointmentReads } from './appointment-reads.ts'
import { type Database, isTaken, toText, unlessThere } from './engine/database.ts'
import { inPieces } from './engine/pieces.ts'
import { type Queued, queueing } from './queueing.ts'
import * as sql from './sql/appointments.ts'
import { OWE_BOOKED, OWE_NOTICES_IF_CHANGED } from './sql/owed.ts'
import { BOOK, GIVE_BACK, MOVE, OFFER } from './sql/seats.ts'
import type { Bound, RowOf } from './sql/statement.ts'
import { endingWish } from './waiting.ts'

/**
 * Who takes a time, and whether whatever they wait for is granted by it; `from`: only from this start (epoch ms), since
 * somebody may have been faster.
 */
type Taking = {
  personId: string | null
  by: ChangedBy
  grantsWish?: boolean | undefined
  from?: number
}

type Bounds = Bound<never>[]
type Taken = RowOf<typeof BOOK>

const LONGEST_SLOT = 24 * 3_600_000

export function createAppointments(db: Database) {
  const reads = createAppointmentReads(db)
  /** Runs what a unique key may refuse, or what finds no free seat: then nothing is done. The seat, else `null`. */
  async function taking(first: Bounds, take: Bound<Taken>, after: Bounds): Promise<number | null> {
    try {
      const given = await db.batchIf<readonly Bound<unknown>[]>(
        [...first, take, ...after],
        first.length,
      )
      const [taken] = (given?.[first.length] ?? []) as Taken[]
      return taken?.seat ?? null
    } catch (fault) {
      if (isTaken(fault)) return null
      throw fault
    }
  }

  return {
    ...reads,

    /**
     * Takes the first free of the wanted seats; what the person has but is over makes way by `past`. Safe
     * to run twice for the same person and time.
     * @returns the appointment, or who stands in the way: another person, or the person's own other
     * appointment
     */
    async book(
      booking: NewAppointment & { grantsWish?: boolean },
      past: readonly Transition[],
      now: number,
    ): Promise<Appointment | { not: 'time-taken' | 'has-appointment' }> {
      const { id, ref, personId, intakeId, centre, startsAt, endsAt, remind } = booking
      const at = toText(now)
      const book = BOOK(
        ...seatValues(booking, id),
        ...countedValues(booking.counted),
        ...([ref, personId, intakeId, remind, booking.channel] as const),
        ...([at, booking.by, remind ? at : null] as const),
      )
      const take = (first: Bounds) => taking(first, book, following(id, centre, booking.by, at))
      const held = lettingGo(booking, booking, at)
      let seat = await take(held)
      if (seat === null && personId !== null) {
        const own = await reads.openOf(personId)
        if (own && own.endsAt > now) {
          const isThere = own.centre === centre && own.startsAt === startsAt
          return isThere ? own : { not: 'has-appointment' }
        }
        if (own) seat = await take([...changing({ person: personId }, past, 'system', at), ...held])
      }
      if (seat === null) return { not: 'time-taken' }
      const made = { state: 'booked', changedAt: now, sequence: 0, interpreter: null } as const
      return { id, ref, centre, startsAt, endsAt, seat, remind, ...made }
    },

    /**
     * Moves an open appointment to another seat; the old one is free in the same moment, never before.
     * @returns the seat; `null` where none of them is free, or it is open no more
     */
    async move(id: string, wanted: WantedSeat, taker: Taking, now: number): Promise<number | null> {
      const at = toText(now)
      const first = lettingGo(taker, wanted, at)
      const move = MOVE(
        ...seatValues(wanted, id),
        ...countedValues(wanted.counted),
        ...([at, taker.by, at, taker.from === undefined ? null : toText(taker.from)] as const),
      )
      return await taking(first, move, following(id, wanted.centre, taker.by, at))
    },

    /**
     * Changes the chosen ones that are in the states named, and in the same batch owes their people what they are told
     * of it. False where none was.
     */
    async change(
      chosen: Chosen,
      transitions: readonly Transition[],
      by: ChangedBy,
      now: number,
      told: readonly Queued[] = [],
    ): Promise<boolean> {
      const changes = changing(chosen, transitions, by, toText(now))
      const owed = told.length > 0 ? [queueing(told, now)] : []
      const done: unknown[] = await db.batch([...changes, ...owed])
      return done.slice(0, changes.length).some((changed) => changed === true)
    },

    /** Holds a seat for a person; false where it is taken or this wish has an offer already. */
    async offer(offer: NewOffer, now: number): Promise<boolean> {
      const { id, personId, heldUntil, heldFor } = offer
      const seat = [...seatValues(offer, id), ...countedValues(offer.counted)] as const
      const held = OFFER(...seat, personId, toText(now), toText(heldUntil), heldFor)
      return (await taking([], held, [])) !== null
    },

    /** Gives the appointment of a request another code. False where it is another request's. */
    async setRef(id: string, intakeId: string, ref: string): Promise<boolean> {
      const { count } = await db.booking.updateMany({ where: { id, intakeId }, data: { ref } })
      return count > 0
    },

    /** Frees every seat whose time to answer is over. False where there was none. */
    async endOffers(as: OfferEnd, now: number): Promise<boolean> {
      const at = toText(now)
      return await db.run(sql.END_OFFERS(as, at, 'system', at, null, null))
    },

    /** Counts somebody who came without an appointment. The same `id` counts once. */
    async walkIn(
      { id, centre, counted }: { id: string; centre: string; counted: CountedHour },
      by: ChangedBy,
      now: number,
    ): Promise<void> {
      const at = toText(now)
      const times = { startsAt: at, endsAt: at, createdAt: at, changedAt: at }
      const came = { state: 'attended', channel: 'walk-in', ref: '', changedBy: by }
      await unlessThere(
        db.booking.createMany({ data: { id, centreId: centre, ...times, ...came, ...counted } }),
      )
    },

    /** Takes such a count back; false where there is none. In a state that no figure counts, its history stays true. */
    async takeBackWalkIn(id: string, by: ChangedBy, now: number): Promise<boolean> {
      const { count } = await db.booking.updateMany({
        where: { id, channel: 'walk-in', state: 'attended' },
        data: { state: 'taken-back', changedAt: toText(now), changedBy: by },
      })
      return count > 0
    },

    /**
     * Opens closed hours again, all at once: the appointments they displaced (`ids`) have their seats back, where
     * their people have no other time yet and nothing else is closed; `told` is owed in the same batch. Of `left`
     * (by closure) it is that one from now on that displaces them. Returns how many have theirs back.
     */
    async reopen(
      closures: readonly string[],
      ids: readonly string[],
      by: ChangedBy,
      now: number,
      { told = [], left = [] }: { told?: readonly Queued[]; left?: readonly LeftUnder[] } = {},
    ): Promise<number> {
      const [at, list] = [toText(now), JSON.stringify(ids)]
      const marks = closures.map((id) => `closure:${id}`)
      const gone = inPieces(closures).map((some) =>
        db.closure.deleteMany({ where: { id: { in: some } } }),
      )
      const stay = left.flatMap(({ closure, ids }) =>
        inPieces(ids).map((some) =>
          db.booking.updateMany({
            where: { id: { in: some }, state: 'cancelled', changedBy: { startsWith: 'closure:' } },
            data: { changedBy: `closure:${closure}` },
          }),
        ),
      )
      const [back] = await db.batch([
        GIVE_BACK(list, at, by, JSON.stringify(marks), at),
        sql.OWE_CHANGED(list, null, null, 'booked', null, at),
        sql.END_OFFERS('offer-released', at, 'system', null, null, list),
        ...stay,
        ...gone,
        db.city.updateMany({ data: { version: { increment: 1 } } }),
        ...(told.length > 0 ? [queueing(told, now)] : []),
      ])
      return back.length
    },
  }
}

/** Appointments that stay displaced by a closure that goes on. */
type LeftUnder = { closure: string; ids: readonly string[] }

/** Everything held for who takes a time is let go of: what they take changes hands, its wish is granted. */
function lettingGo(
  { personId, by, grantsWish }: Taking,
  { centre, startsAt }: Pick<WantedSeat, 'centre' | 'startsAt'>,
  at: string,
): Bounds {
  if (personId === null) return []
  const time = grantsWish ? null : { centre, startsAt: toText(startsAt) }
  return [
    ...endingWish(personId, 'done', at, time),
    sql.LET_GO(personId, centre, toText(startsAt), at, by),
  ]
}

/** The request of what was booked or moved goes where it is; who wants to know is told. */
const following = (id: string, centre: string, by: ChangedBy, at: string): Bounds => [
  sql.REQUEST_FOLLOWS(id, centre, by.startsWith('staff:'), at),
  OWE_NOTICES_IF_CHANGED(id, at),
  OWE_BOOKED(id, at),
]

function seatValues({ seats, centre, startsAt, endsAt }: WantedSeat, id: string) {
  const since = toText(startsAt - LONGEST_SLOT)
  return [JSON.stringify(seats), centre, toText(startsAt), toText(endsAt), since, id] as const
}

const countedValues = ({ week, block, weekday, hour }: CountedHour) =>
  [week, block, weekday, hour] as const
