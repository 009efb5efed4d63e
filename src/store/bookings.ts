// Seats: taken, moved and released with one statement each, so that no seat can be sold twice.

import type { Appointment } from '../domain/dialog/talk.ts'
import { type Database, first, fromText, isTaken, numbered, toText } from './database.ts'

/** A seat that is taken. Times are epoch milliseconds. */
export type TakenSeat = { centreId: string; startsAt: number; endsAt: number; seat: number }

/** Who changes a booking, as it stands in its history. */
export type Actor = 'person' | 'system' | `staff:${string}`

/** A time with the seats that may be given away in it, the preferred one first. */
export type Wanted = { centre: string; startsAt: number; endsAt: number; seats: readonly number[] }

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

type Row = {
  id: string
  ref: string
  centreId: string
  startsAt: string
  endsAt: string
  remind: number | boolean
  state: Appointment['state']
}

// A seat counts as free only if nothing overlaps it: opening rules are edited while bookings stand,
// and then the old grid and the new one lie across each other.
const FREE_SEAT = `
SELECT s."value" AS "seat" FROM json_each(?1) s WHERE NOT EXISTS (
  SELECT 1 FROM "Booking" o WHERE o."centreId" = ?2 AND o."seat" = s."value"
  AND o."startsAt" < ?4 AND o."endsAt" > ?3 AND o."startsAt" > ?5 AND o."id" <> ?6)
ORDER BY s."key" LIMIT 1`

const BOOK = numbered(`
INSERT INTO "Booking" ("id", "ref", "personId", "intakeId", "centreId", "startsAt", "endsAt", "seat",
  "state", "remind", "channel", "createdAt", "changedAt", "changedBy")
SELECT ?6, ?7, ?8, ?9, ?2, ?3, ?4, f."seat", 'booked', ?10, ?11, ?12, ?12, ?13
FROM (${FREE_SEAT}) f`)

const MOVE = numbered(`
UPDATE "Booking" SET "centreId" = ?2, "startsAt" = ?3, "endsAt" = ?4, "seat" = f."seat",
  "changedAt" = ?7, "changedBy" = ?8
FROM (${FREE_SEAT}) f WHERE "Booking"."id" = ?6 AND "Booking"."state" = 'booked'`)

const CLOSE_PAST = numbered(`
UPDATE "Booking" SET "state" = 'attended', "changedAt" = ?1, "changedBy" = 'system'
WHERE "personId" = ?2 AND "state" = 'booked' AND "endsAt" <= ?1`)

const LONGEST_SLOT = 24 * 3_600_000

function seatValues(wanted: Wanted, id: string): unknown[] {
  return [
    JSON.stringify(wanted.seats),
    wanted.centre,
    toText(wanted.startsAt),
    toText(wanted.endsAt),
    toText(wanted.startsAt - LONGEST_SLOT),
    id,
  ]
}

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

    /** Cancels whatever the person has open: they are about to be forgotten. */
    async cancelAllOf(personId: string, now: number): Promise<void> {
      await db.$executeRawUnsafe(
        `UPDATE "Booking" SET "state" = 'cancelled', "seat" = NULL, "changedAt" = ?,
           "changedBy" = 'person' WHERE "personId" = ? AND "state" = 'booked'`,
        toText(now),
        personId,
      )
    },

    /**
     * Lets go of an appointment that is over but that nobody has marked, so that the person can book
     * again. The seat stays: it was used. True where there was one.
     */
    async closePast(personId: string, now: number): Promise<boolean> {
      const closed = await db.$executeRawUnsafe(...CLOSE_PAST(toText(now), personId))
      return closed > 0
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
  const row = await first<Row>(
    db,
    `SELECT "id", "ref", "centreId", "startsAt", "endsAt", "remind", "state" FROM "Booking"
     WHERE "personId" = ? AND "state" = 'booked'`,
    personId,
  )
  if (!row) return null
  return {
    id: row.id,
    ref: row.ref,
    centre: row.centreId,
    startsAt: fromText(row.startsAt),
    endsAt: fromText(row.endsAt),
    remind: Boolean(row.remind),
    state: row.state,
  }
}

/** Runs a statement that a unique key may refuse; a refusal counts as nothing written. */
async function inserting(run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (fault) {
    if (isTaken(fault)) return 0
    throw fault
  }
}
