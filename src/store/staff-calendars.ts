// Addresses that calendar programs subscribe to. Their secrets are not kept, only hashes of them.

import type { FoundCalendar, NewCalendar, StaffCalendar } from '../domain/people/staff-calendar.ts'
import { type Database, fromText, toText } from './engine/database.ts'

// A calendar program asks every few minutes; when it last did matters to the hour.
const NOTED_EACH = 60 * 60_000

export function createStaffCalendars(db: Database) {
  const { staffCalendar } = db
  return {
    /** Writes an address down; the one there was for the same ends. */
    async make(calendar: NewCalendar, now: number): Promise<void> {
      const { centre, ...rest } = calendar
      const data = { ...rest, centreId: centre, createdAt: toText(now) }
      await db.batch([
        staffCalendar.deleteMany({ where: { staffId: calendar.staffId, centreId: centre } }),
        staffCalendar.createMany({ data }),
      ])
    },

    /** Somebody's, the oldest first. */
    async of(staffId: string): Promise<StaffCalendar[]> {
      const rows = await staffCalendar.findMany({
        where: { staffId },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      })
      return rows.map(calendarOf)
    },

    /** Ends one of somebody's; false where there is none. */
    async end(id: string, staffId: string): Promise<boolean> {
      return (await staffCalendar.deleteMany({ where: { id, staffId } })).count > 0
    },

    /** By the hash of its secret, with what its owner may by now; `null` where their account is closed. */
    async find(hash: string): Promise<FoundCalendar | null> {
      const row = await staffCalendar.findFirst({
        where: { hash, staff: { disabledAt: null } },
        include: { staff: { select: { role: true, centres: true, body: true } } },
      })
      if (!row) return null
      const { role, centres, body } = row.staff
      const owner = { id: row.staffId, role, centres: JSON.parse(centres) as string[], body }
      return { ...calendarOf(row), owner }
    },

    /** Notes that it was fetched, once an hour. */
    async noteFetch({ id, fetchedAt }: StaffCalendar, now: number): Promise<void> {
      if (fetchedAt !== null && now - fetchedAt < NOTED_EACH) return
      await staffCalendar.updateMany({ where: { id }, data: { fetchedAt: toText(now) } })
    },
  }
}

type Row = {
  id: string
  centreId: string | null
  detail: string
  createdAt: string
  fetchedAt: string | null
}

const calendarOf = ({
  id,
  centreId: centre,
  detail,
  createdAt,
  fetchedAt,
}: Row): StaffCalendar => ({
  ...{ id, centre, detail: detail as StaffCalendar['detail'] },
  createdAt: fromText(createdAt),
  fetchedAt: fetchedAt === null ? null : fromText(fetchedAt),
})
