// A day at some centres: who comes when, and what became of it.

import type { BookingState } from '../domain/appointment/attendance.ts'
import type { DayBooking } from '../domain/appointment/day.ts'
import type { Sight } from '../domain/people/case.ts'
import type { Urgency } from '../domain/questionnaire/triage.ts'
import type { Actor } from './bookings.ts'
import { type Database, first, fromText, numbered, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

export type BookingPlace = {
  id: string
  centre: string
  body: string | null
  startsAt: number
  state: BookingState
  ref: string
}

/** Takes the centres (JSON), whether every carrier is seen, the carrier, and from when until when. */
export const DAY_BOOKINGS = `SELECT b."id", b."ref", b."centreId", b."startsAt", b."endsAt", b."state",
  b."channel", b."answer", i."bodyId", i."id" AS "intakeId", i."talk" ->> '$.answers.spoken' AS "spoken",
  i."talk" ->> '$.answers.needs' AS "needs", i."sealed", i."urgency", i."status", s."name" AS "takenByName",
  p."language", p."unreachable"
  FROM "Booking" b LEFT JOIN "Intake" i ON i."id" = b."intakeId"
  LEFT JOIN "Person" p ON p."id" = i."personId" LEFT JOIN "Staff" s ON s."id" = i."takenBy"
  WHERE b."centreId" IN (SELECT "value" FROM json_each(?1))
  AND (?2 OR i."bodyId" IS NULL OR i."bodyId" = ?3)
  AND b."startsAt" >= ?4 AND b."startsAt" < ?5 AND b."state" IN ('booked', 'attended', 'missed', 'unmarked')
  ORDER BY b."startsAt", CASE i."urgency" WHEN 'red' THEN 0 WHEN 'orange' THEN 1
  WHEN 'yellow' THEN 2 ELSE 3 END, b."seat"`
const BOOKINGS = numbered(DAY_BOOKINGS)

const WALK_IN =
  numbered(`INSERT INTO "Booking" ("id", "ref", "centreId", "startsAt", "endsAt", "state", "channel",
  "createdAt", "changedAt", "changedBy")
  VALUES (?1, '', ?2, ?3, ?3, 'attended', 'walk-in', ?3, ?3, ?4) ON CONFLICT DO NOTHING`)

const CANCEL_OF = numbered(`UPDATE "Booking" SET "changedAt" = ?1, "changedBy" = ?2,
  "seat" = CASE WHEN "endsAt" <= ?1 THEN "seat" END,
  "state" = CASE WHEN "endsAt" <= ?1 THEN 'unmarked' ELSE 'cancelled' END
  WHERE "intakeId" = ?3 AND "state" = 'booked'`)

export type DayRow = {
  id: string
  ref: string
  centreId: string
  startsAt: string
  endsAt: string
  state: BookingState
  channel: string
  answer: string | null
  bodyId: string | null
  intakeId: string | null
  spoken: string | null
  /** a JSON list */
  needs: string | null
  sealed: string | null
  urgency: Urgency | null
  status: string | null
  takenByName: string | null
  language: string | null
  unreachable: string | null
}

export function createDay(db: Database, seal: Seal) {
  return {
    /**
     * Appointments that start in a stretch of time, in order of time, the urgent first among those
     * at once. Cancelled ones are left out.
     */
    async bookings(sight: Sight, from: number, until: number): Promise<DayBooking[]> {
      const rows = await db.$queryRawUnsafe<DayRow[]>(
        ...BOOKINGS(
          JSON.stringify(sight.centres),
          sight.allBodies ? 1 : 0,
          sight.body,
          toText(from),
          toText(until),
        ),
      )
      return Promise.all(rows.map((row) => bookingOf(row, seal)))
    },

    /** Where a booking belongs, to decide who may change it. */
    async place(id: string): Promise<BookingPlace | null> {
      const row = await first<DayRow>(
        db,
        `SELECT b."id", b."ref", b."centreId", b."startsAt", b."state", i."bodyId" FROM "Booking" b
         LEFT JOIN "Intake" i ON i."id" = b."intakeId" WHERE b."id" = ?`,
        id,
      )
      if (!row) return null
      const { ref, centreId: centre, bodyId: body, state } = row
      return { id, ref, centre, body, startsAt: fromText(row.startsAt), state }
    },

    /** The id of the person's appointment that is still to come. */
    async openOf(personId: string, now: number): Promise<string | null> {
      const row = await first<{ id: string }>(
        db,
        `SELECT "id" FROM "Booking" WHERE "personId" = ? AND "state" = 'booked' AND "endsAt" > ?`,
        personId,
        toText(now),
      )
      return row?.id ?? null
    },

    /** Cancels the open appointment of a request and frees its seat; one that is over is not marked. */
    async cancelOf(intakeId: string, by: Actor, now: number): Promise<void> {
      await db.$executeRawUnsafe(...CANCEL_OF(toText(now), by, intakeId))
    },

    /** Marks what became of an appointment; false where it stands otherwise than `from` by now. */
    async mark(
      id: string,
      from: BookingState,
      to: 'attended' | 'missed',
      staffId: string,
      now: number,
    ): Promise<boolean> {
      const changed = await db.$executeRawUnsafe(
        `UPDATE "Booking" SET "state" = ?, "changedAt" = ?, "changedBy" = ?
         WHERE "id" = ? AND "state" = ?`,
        to,
        toText(now),
        `staff:${staffId}`,
        id,
        from,
      )
      // More than one on D1, which counts what the triggers wrote.
      return changed > 0
    },

    /** Counts somebody who came without an appointment. The same `id` counts once. */
    async walkIn(id: string, centre: string, staffId: string, now: number): Promise<void> {
      await db.$executeRawUnsafe(...WALK_IN(id, centre, toText(now), `staff:${staffId}`))
    },
  }
}

/** Opens what is sealed of one row. */
export async function bookingOf(row: DayRow, seal: Seal): Promise<DayBooking> {
  const { id, ref, centreId: centre, state, channel, answer, bodyId: body } = row
  const startsAt = fromText(row.startsAt)
  const endsAt = fromText(row.endsAt)
  return {
    id,
    ref,
    centre,
    startsAt,
    endsAt,
    state,
    channel,
    answer,
    body,
    intake: await guest(row, seal),
  }
}

async function guest(row: DayRow, seal: Seal): Promise<DayBooking['intake']> {
  if (!row.intakeId || !row.language) return null
  const sealed = row.sealed ? (JSON.parse(await seal.open(row.sealed)) as { alias?: string }) : {}
  return {
    id: row.intakeId,
    alias: sealed.alias ?? null,
    language: row.language,
    spoken: row.spoken,
    needs: row.needs ? (JSON.parse(row.needs) as string[]) : [],
    urgency: row.urgency ?? 'green',
    unreachable: row.unreachable !== null,
    counsellor: row.takenByName ? { name: row.takenByName, hasTaken: row.status !== 'new' } : null,
  }
}
