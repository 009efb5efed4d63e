// Seats that are or were held for one person: rows of the same table, under the same unique key as every
// booking.

import type { Offer } from '../domain/appointment/offer.ts'
import { type Database, fromText, toText } from './engine/database.ts'
import { UNTOLD } from './sql/appointments.ts'

export function createOffers(db: Database) {
  return {
    /** One offer, open or ended. */
    async find(id: string): Promise<Offer | null> {
      const row = await db.booking.findUnique({ where: { id } })
      if (!row?.heldFor || !row.heldUntil) return null
      const { personId, centreId: centre, seat, heldFor } = row
      return {
        id,
        personId,
        centre,
        startsAt: fromText(row.startsAt),
        endsAt: fromText(row.endsAt),
        seat,
        heldFor,
        heldUntil: fromText(row.heldUntil),
        open: row.state === 'offered',
      }
    },

    /** Whether somebody had an appointment at this time and has it no longer. */
    async wasLeft(centre: string, startsAt: number): Promise<boolean> {
      const time = { centreId: centre, startsAt: toText(startsAt), state: 'booked' }
      const had = await db.bookingEvent.findMany({ where: time, select: { bookingId: true } })
      const ids = [...new Set(had.map(({ bookingId }) => bookingId))]
      return (await db.booking.count({ where: { ...time, id: { in: ids } } })) < ids.length
    },

    /** Seats held for a wish whose person has no message about it queued. */
    async untold(): Promise<{ id: string; personId: string | null; heldUntil: number }[]> {
      const rows = await db.all(UNTOLD())
      return rows.map((row) => ({ ...row, heldUntil: fromText(row.heldUntil) }))
    },
  }
}
