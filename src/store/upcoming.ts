// The bookings that are still to come, without anything about the people.

import type { OpenBooking } from '../domain/profile/outside.ts'
import { type Database, fromText, toText } from './engine/database.ts'

type Row = {
  id: string
  ref: string
  centreId: string
  startsAt: string
  endsAt: string
  seat: number
}

export async function upcomingBookings(db: Database, now: number): Promise<OpenBooking[]> {
  const rows = await db.$queryRawUnsafe<Row[]>(
    `SELECT "id", "ref", "centreId", "startsAt", "endsAt", "seat" FROM "Booking"
     WHERE "state" = 'booked' AND "endsAt" > ? ORDER BY "startsAt", "seat"`,
    toText(now),
  )
  return rows.map((row) => ({
    id: row.id,
    ref: row.ref,
    centre: row.centreId,
    startsAt: fromText(row.startsAt),
    endsAt: fromText(row.endsAt),
    seat: Number(row.seat),
  }))
}
