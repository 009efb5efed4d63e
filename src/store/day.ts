// A day at some centres: who comes when, and what became of it.

import type { BookingState } from '../domain/appointment/attendance.ts'
import type { DayBooking } from '../domain/appointment/day.ts'
import type { Sight } from '../domain/people/case.ts'
import type { Urgency } from '../domain/questionnaire/triage.ts'
import type { BookingRow } from '../generated/node/client.ts'
import { type Database, fromText, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { seen } from './intakes.ts'
import { ordersIn } from './interpreting-rows.ts'
import { openedTalk } from './kept-talk.ts'
import { reachOf } from './reach.ts'

const SHOWN = ['booked', 'attended', 'missed', 'unmarked']

export function createDay(db: Database, seal: Seal) {
  const { bookingRow } = db
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
    seat: row.seat,
    state: row.state as BookingState,
    channel,
    answer,
    body,
    orders: ordersIn(row.orders),
    changedAt: fromText(row.changedAt),
    intake: await guest(row, seal),
  }
}

async function guest(row: BookingRow, seal: Seal): Promise<DayBooking['intake']> {
  const { intakeId, talk, language, urgency, takenByName: name, takenByBody: body } = row
  if (!intakeId || !talk || !language) return null
  const { answers } = await openedTalk({ talk, sealed: row.sealed }, seal)
  return {
    id: intakeId,
    language,
    answers,
    urgency: (urgency ?? 'green') as Urgency,
    reach: reachOf(row),
    counsellor: row.takenBy
      ? { id: row.takenBy, name: name ?? '', body, hasTaken: row.status !== 'new' }
      : null,
  }
}
