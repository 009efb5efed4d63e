// Seats: taken, moved and released with one statement each, so that no seat can be sold twice.

import type { Appointment } from '../domain/dialog/talk.ts'
import { APPOINTMENT, type AppointmentRow, appointmentOf } from './appointment-row.ts'
import { type Database, first, fromText, numbered, toText } from './engine/database.ts'
import { freeSeat, inserting, seatValues, type Wanted } from './free-seat.ts'

/** A seat that is taken. Times are epoch milliseconds. */
export type TakenSeat = { centreId: string; startsAt: number; endsAt: number; seat: number }

/** Who changes a booking, as it stands in its history; `offer`: a person who took what was offered. */
export type Actor = 'person' | 'offer' | 'system' | `staff:${string}`

export type NewBooking = Wanted & {
  id: string
  ref: string
  personId: string | null
  intakeId: string | null
  remind: boolean
  channel: 'telegram' | 'staff'
  /** who books; the person where nobody is named */
  by?: Actor
}

const BOOK = numbered(`
INSERT INTO "Booking" ("id", "ref", "personId", "intakeId", "centreId", "startsAt", "endsAt", "seat",
  "state", "remind", "channel", "createdAt", "changedAt", "changedBy")
SELECT ?6, ?7, ?8, ?9, ?2, ?3, ?4, f."seat", 'booked', ?10, ?11, ?12, ?12, ?13
FROM (${freeSeat('?8')}) f`)

const MOVE = numbered(`
UPDATE "Booking" SET "centreId" = ?2, "startsAt" = ?3, "endsAt" = ?4, "seat" = f."seat",
  "changedAt" = ?7, "changedBy" = ?8
FROM (${freeSeat('(SELECT m."personId" FROM "Booking" m WHERE m."id" = ?6)')}) f
WHERE "Booking"."id" = ?6 AND "Booking"."state" = 'booked'`)

const CLOSE_PAST = numbered(`
UPDATE "Booking" SET "state" = 'unmarked', "changedAt" = ?1, "changedBy" = 'system'
WHERE "personId" = ?2 AND "state" = 'booked' AND "endsAt" <= ?1`)

const CANCEL_ALL_OF = numbered(`
UPDATE "Booking" SET "changedAt" = ?1, "changedBy" = 'person',
  "seat" = CASE WHEN "state" = 'booked' AND "endsAt" <= ?1 THEN "seat" END,
  "state" = CASE WHEN "state" = 'offered' THEN 'offer-passed'
    WHEN "endsAt" <= ?1 THEN 'unmarked' ELSE 'cancelled' END
WHERE "personId" = ?2 AND "state" IN ('booked', 'offered')`)

const LONGEST_SLOT = 24 * 3_600_000

export function createBookings(db: Database) {
  return {
    /** Taken seats of some centres in a stretch of time. */
    async taken(centres: readonly string[], from: number, until: number): Promise<TakenSeat[]> {
      const rows = await db.$queryRawUnsafe<
        { centreId: string; startsAt: string; endsAt: string; seat: number }[]
      >(
        `SELECT "centreId", "startsAt", "endsAt", "seat" FROM "Booking"
         WHERE "centreId" IN (SELECT "value" FROM json_each(?)) AND "startsAt" >= ?
         AND "startsAt" < ? AND "seat" IS NOT NULL`,
        JSON.stringify(centres),
        toText(from - LONGEST_SLOT),
        toText(until),
      )
      return rows.map((row) => ({
        centreId: row.centreId,
        startsAt: fromText(row.startsAt),
        endsAt: fromText(row.endsAt),
        seat: Number(row.seat),
      }))
    },

    /**
     * Takes the first free of the wanted seats. Safe to run twice for the same person and time.
     * @returns the appointment, or who stands in the way: another person, or the person's own other
     * appointment
     */
    async book(
      booking: NewBooking,
      now: number,
    ): Promise<Appointment | { not: 'time-taken' | 'has-appointment' }> {
      const at = toText(now)
      const inserted = await inserting(() =>
        db.$executeRawUnsafe(
          ...BOOK(
            ...seatValues(booking, booking.id),
            booking.ref,
            booking.personId,
            booking.intakeId,
            booking.remind ? 1 : 0,
            booking.channel,
            at,
            booking.by ?? 'person',
          ),
        ),
      )
      if (inserted > 0) {
        const { id, ref, centre, startsAt, endsAt, remind } = booking
        return { id, ref, centre, startsAt, endsAt, remind, state: 'booked' }
      }
      const own = booking.personId ? await openOf(db, booking.personId) : null
      if (!own) return { not: 'time-taken' }
      const same = own.centre === booking.centre && own.startsAt === booking.startsAt
      return same ? own : { not: 'has-appointment' }
    },

    /** Moves an open booking to another seat; the old seat is free in the same moment, never before. */
    async move(id: string, wanted: Wanted, by: Actor, now: number): Promise<boolean> {
      const moved = await inserting(() =>
        db.$executeRawUnsafe(...MOVE(...seatValues(wanted, id), toText(now), by)),
      )
      return moved > 0
    },

    /** Cancels an open booking and frees its seat. False where it was not open any more. */
    async cancel(id: string, by: Actor, now: number): Promise<boolean> {
      const cancelled = await db.$executeRawUnsafe(
        `UPDATE "Booking" SET "state" = 'cancelled', "seat" = NULL, "changedAt" = ?, "changedBy" = ?
         WHERE "id" = ? AND "state" = 'booked'`,
        toText(now),
        by,
        id,
      )
      return cancelled > 0
    },

    /**
     * Cancels whatever the person has open or is offered: they are about to be forgotten. What is over
     * stays as it was, not marked.
     */
    async cancelAllOf(personId: string, now: number): Promise<void> {
      await db.$executeRawUnsafe(...CANCEL_ALL_OF(toText(now), personId))
    },

    /**
     * Lets go of an appointment that is over but that nobody has marked, so that the person can book
     * again: it stays so, unmarked, until staff say what became of it. The seat stays its own. True
     * where there was one.
     */
    async closePast(personId: string, now: number): Promise<boolean> {
      const closed = await db.$executeRawUnsafe(...CLOSE_PAST(toText(now), personId))
      return closed > 0
    },

    /** The open appointment of a person. */
    openOf: (personId: string) => openOf(db, personId),

    /** Gives the appointment of a request another code. False where it is another request's. */
    async setRef(id: string, intakeId: string, ref: string): Promise<boolean> {
      const changed = await db.$executeRawUnsafe(
        'UPDATE "Booking" SET "ref" = ? WHERE "id" = ? AND "intakeId" = ?',
        ref,
        id,
        intakeId,
      )
      return changed > 0
    },

    async setRemind(id: string, remind: boolean): Promise<void> {
      await db.$executeRawUnsafe(
        'UPDATE "Booking" SET "remind" = ? WHERE "id" = ?',
        remind ? 1 : 0,
        id,
      )
    },
  }
}

async function openOf(db: Database, personId: string): Promise<Appointment | null> {
  const row = await first<AppointmentRow>(
    db,
    `SELECT ${APPOINTMENT} FROM "Booking" b WHERE b."personId" = ? AND b."state" = 'booked'`,
    personId,
  )
  return appointmentOf(row)
}
