// What has been done about a request since an instant, by staff and by others.

import { type Database, fromText, toText } from './engine/database.ts'

/** `action` is the audit's; `null` where its person or the house has changed the appointment. `at`: epoch ms. */
export type ChangeRow = {
  at: number
  action: string | null
  by: { id: string; name: string; body: string | null } | null
}

const MOST = 8

/** The request of an appointment; `null` where there is none. */
export async function requestOf({ booking }: Database, id: string): Promise<string | null> {
  const row = await booking.findUnique({ where: { id }, select: { intakeId: true } })
  return row?.intakeId ?? null
}

export function createChanges(db: Database) {
  const { audit, booking, bookingEvent, staff } = db
  return {
    requestOf: (bookingId: string) => requestOf(db, bookingId),

    /** The latest changes first; looking at it is none. */
    async since(intakeId: string, since: number, actions: readonly string[]): Promise<ChangeRow[]> {
      const own = await booking.findMany({ where: { intakeId }, select: { id: true } })
      const bookings = own.map(({ id }) => id)
      const at = { gt: toText(since) }
      const newest = { orderBy: { id: 'desc' as const }, take: MOST }
      const subject = { in: [intakeId, ...bookings] }
      const action = { in: [...actions] }
      const [done, events] = await Promise.all([
        audit.findMany({ where: { subject, at, action, outcome: 'done' }, ...newest }),
        bookingEvent.findMany({
          where: { bookingId: { in: bookings }, at, NOT: { by: { startsWith: 'staff:' } } },
          ...newest,
        }),
      ])
      const ids = [...new Set(done.flatMap(({ staffId }) => staffId ?? []))]
      const people = await staff.findMany({ where: { id: { in: ids } } })
      const rows = [
        ...done.map((row) => {
          const who = people.find(({ id }) => id === row.staffId)
          const by = who ? { id: who.id, name: who.name, body: who.body } : null
          return { at: fromText(row.at), action: row.action, by }
        }),
        ...events.map((event) => ({ at: fromText(event.at), action: null, by: null })),
      ]
      return rows.sort((a, b) => b.at - a.at).slice(0, MOST)
    },
  }
}
