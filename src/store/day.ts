// A day at some centres: who comes when, and what became of it.

import type { BookingState } from '../domain/appointment/attendance.ts'
import type { DayBooking } from '../domain/appointment/day.ts'
import type { Sight } from '../domain/people/case.ts'
import type { Urgency } from '../domain/questionnaire/triage.ts'
import type { BookingRow } from '../generated/node/client.ts'
import type { Actor } from './bookings.ts'
import { type Database, fromText, numbered, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { seen } from './intakes.ts'
import { openedTalk } from './kept-talk.ts'

export type BookingPlace = {
  id: string
  centre: string
  body: string | null
  startsAt: number
  state: BookingState
  ref: string
}

const SHOWN = ['booked', 'attended', 'missed', 'unmarked']

const WALK_IN =
  numbered(`INSERT INTO "Booking" ("id", "ref", "centreId", "startsAt", "endsAt", "state", "channel",
  "createdAt", "changedAt", "changedBy")
  VALUES (?1, '', ?2, ?3, ?3, 'attended', 'walk-in', ?3, ?3, ?4) ON CONFLICT DO NOTHING`)

const CANCEL_OF = numbered(`UPDATE "Booking" SET "changedAt" = ?1, "changedBy" = ?2,
  "seat" = CASE WHEN "endsAt" <= ?1 THEN "seat" END,
  "state" = CASE WHEN "endsAt" <= ?1 THEN 'unmarked' ELSE 'cancelled' END
  WHERE "intakeId" = ?3 AND "state" = 'booked'`)

const PLACE = { ref: true, centreId: true, bodyId: true, startsAt: true, state: true } as const

export function createDay(db: Database, seal: Seal) {
  const { booking, bookingRow } = db
  return {
    /**
     * Appointments that start in a stretch of time, in order of time, the urgent first among those
     * at once. Cancelled ones are left out.
     */
    async bookings(sight: Sight, from: number, until: number): Promise<DayBooking[]> {
      const startsAt = { gte: toText(from), lt: toText(until) }
      const rows = await bookingRow.findMany({
        where: { ...seen(sight), startsAt, state: { in: SHOWN } },
        orderBy: [{ startsAt: 'asc' }, { rank: 'asc' }, { seat: 'asc' }],
      })
      return Promise.all(rows.map((row) => bookingOf(row, seal)))
    },

    /** Where a booking belongs, to decide who may change it. */
    async place(id: string): Promise<BookingPlace | null> {
      const row = await bookingRow.findFirst({ where: { id }, select: PLACE })
      if (!row) return null
      const { ref, centreId: centre, bodyId: body } = row
      const state = row.state as BookingState
      return { id, ref, centre, body, startsAt: fromText(row.startsAt), state }
    },

    /** The id of the person's appointment that is still to come. */
    async openOf(personId: string, now: number): Promise<string | null> {
      const row = await booking.findFirst({
        where: { personId, state: 'booked', endsAt: { gt: toText(now) } },
        select: { id: true },
      })
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

/** An appointment of a row, with what is sealed of its request opened. */
export async function bookingOf(row: BookingRow, seal: Seal): Promise<DayBooking> {
  const { id, ref, centreId: centre, channel, answer, bodyId: body } = row
  return {
    id,
    ref,
    centre,
    startsAt: fromText(row.startsAt),
    endsAt: fromText(row.endsAt),
    state: row.state as BookingState,
    channel,
    answer,
    body,
    intake: await guest(row, seal),
  }
}

async function guest(row: BookingRow, seal: Seal): Promise<DayBooking['intake']> {
  const { intakeId, talk, language, urgency, takenByName } = row
  if (!intakeId || !talk || !language) return null
  const { answers } = await openedTalk({ talk, sealed: row.sealed }, seal)
  const { alias, spoken, needs } = answers
  return {
    id: intakeId,
    alias: typeof alias === 'string' ? alias : null,
    language,
    spoken: typeof spoken === 'string' ? spoken : null,
    needs: Array.isArray(needs) ? needs : [],
    urgency: (urgency ?? 'green') as Urgency,
    unreachable: row.unreachable !== null,
    counsellor: takenByName ? { name: takenByName, hasTaken: row.status !== 'new' } : null,
  }
}
