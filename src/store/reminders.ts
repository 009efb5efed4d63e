// Bookings as reminders see them: which to look at, how they stand, what people answered.

import type { Appointment } from '../domain/dialog/talk.ts'
import { type Database, first, fromText, numbered, toText } from './engine/database.ts'

/** A booking whose reminders are to be looked at; instants are epoch milliseconds. */
export type BookingToRemind = {
  id: string
  /** `null` where nobody can be written to. */
  personId: string | null
  startsAt: number
  /** When it was booked, moved or marked. */
  changedAt: number
  state: Appointment['state']
  /** The stored due time, to notice that somebody changed the booking meanwhile. */
  remindAt: string
}

/** A booking as it stands in the moment a message about it would be sent. */
export type BookingNow = Appointment & { changedAt: number; hasOther: boolean }

/** What a person answered to a reminder, as staff see it. */
export type ReminderAnswer = 'coming' | 'late'

/** Somebody staff should call, because Telegram does not reach them. */
export type PersonToCall = {
  bookingId: string
  ref: string
  startsAt: number
  state: Appointment['state']
  /** A code: blocked, deactivated, chat-not-found, or why a message failed. */
  reason: string
}

type DueRow = Omit<BookingToRemind, 'startsAt' | 'changedAt'> & {
  startsAt: string
  changedAt: string
}

type NowRow = {
  id: string
  ref: string
  centreId: string
  startsAt: string
  endsAt: string
  changedAt: string
  remind: number | boolean
  state: Appointment['state']
  hasOther: number | bigint
}

const LOOKED_AT = `
UPDATE "Booking" SET "remindAt" = l."value" ->> 'next' FROM json_each(?) l
WHERE "Booking"."id" = l."value" ->> 'id' AND "Booking"."remindAt" = l."value" ->> 'seen'`

const BOOKING_NOW = `
SELECT b."id", b."ref", b."centreId", b."startsAt", b."endsAt", b."changedAt", b."remind",
  b."state", EXISTS (SELECT 1 FROM "Booking" o WHERE o."personId" = b."personId"
    AND o."state" = 'booked' AND o."id" <> b."id") AS "hasOther"
FROM "Booking" b WHERE b."id" = ?`

// Nobody is called about what reached them after all or is over, nor who has written since.
const TO_CALL = numbered(`
SELECT b."id" AS "bookingId", b."ref", b."startsAt", b."state",
  COALESCE(p."unreachable", o."reason", 'failed') AS "reason"
FROM "Booking" b JOIN "Person" p ON p."id" = b."personId"
LEFT JOIN "Outbox" o ON o."id" = (SELECT MAX(x."id") FROM "Outbox" x
  WHERE x."bookingId" = b."id" AND x."status" IN ('sent', 'blocked', 'failed'))
WHERE b."centreId" = ?1 AND b."endsAt" > ?2 AND (o."status" = 'failed'
  OR (p."unreachable" <> 'no-chat' AND (b."state" = 'booked' OR o."status" = 'blocked')))
ORDER BY b."startsAt"`)

export function createReminders(db: Database) {
  return {
    /** Bookings to look at by `now`, the longest due first. */
    async due(now: number, most: number): Promise<BookingToRemind[]> {
      const rows = await db.$queryRawUnsafe<DueRow[]>(
        `SELECT "id", "personId", "startsAt", "changedAt", "state", "remindAt" FROM "Booking"
         WHERE "remindAt" <= ? ORDER BY "remindAt" LIMIT ?`,
        toText(now),
        most,
      )
      return rows.map((row) => ({
        ...row,
        startsAt: fromText(row.startsAt),
        changedAt: fromText(row.changedAt),
      }))
    },

    /** Notes when to look again. A booking that was changed meanwhile stays due. One statement. */
    async lookedAt(
      looked: readonly { id: string; seen: string; next: number | null }[],
    ): Promise<void> {
      const rows = looked.map(({ id, seen, next }) => ({
        id,
        seen,
        next: next === null ? null : toText(next),
      }))
      await db.$executeRawUnsafe(LOOKED_AT, JSON.stringify(rows))
    },

    /** When the next booking has to be looked at; `null` where none has. */
    async nextDue(): Promise<number | null> {
      const row = await first<{ at: string | null }>(
        db,
        'SELECT MIN("remindAt") AS "at" FROM "Booking"',
      )
      return row?.at ? fromText(row.at) : null
    },

    /** A booking as it stands, and whether its person has another open one. */
    async booking(id: string): Promise<BookingNow | null> {
      const row = await first<NowRow>(db, BOOKING_NOW, id)
      if (!row) return null
      return {
        id: row.id,
        ref: row.ref,
        centre: row.centreId,
        startsAt: fromText(row.startsAt),
        endsAt: fromText(row.endsAt),
        changedAt: fromText(row.changedAt),
        remind: Boolean(row.remind),
        state: row.state,
        hasOther: Number(row.hasOther) === 1,
      }
    },

    /** Notes what the person says about this time; false where it is not theirs any more. */
    async answer(
      id: string,
      startsAt: number,
      answer: ReminderAnswer,
      now: number,
    ): Promise<boolean> {
      const noted = await db.$executeRawUnsafe(
        `UPDATE "Booking" SET "answer" = ?, "answeredAt" = ?
         WHERE "id" = ? AND "startsAt" = ? AND "state" = 'booked'`,
        answer,
        toText(now),
        id,
        toText(startsAt),
      )
      return noted === 1
    },

    /** People of a centre with something ahead whom messages do not reach, soonest first. */
    async toCall(centre: string, now: number): Promise<PersonToCall[]> {
      const rows = await db.$queryRawUnsafe<(Omit<PersonToCall, 'startsAt'> & NowRow)[]>(
        ...TO_CALL(centre, toText(now)),
      )
      return rows.map(({ bookingId, ref, startsAt, state, reason }) => ({
        bookingId,
        ref,
        startsAt: fromText(startsAt),
        state,
        reason,
      }))
    },
  }
}
