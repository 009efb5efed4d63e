// A city in which every time is taken, so that somebody has to wait.

import { nextTimes } from '../../src/domain/calendar/bookable.ts'
import { calendarOf } from '../../src/domain/profile.ts'
import { cityAt } from '../../src/flows/city.ts'
import type { TestLotse } from './lotse.ts'

/** Books every public seat up to the horizon for people without Telegram. */
export async function fillEverything({ deps }: TestLotse): Promise<void> {
  const { profile } = await cityAt(deps, 1)
  const now = deps.clock.now()
  for (const centre of profile.centres) {
    const calendar = calendarOf(profile, centre)
    const sought = { calendar, closures: [], taken: [], now, audience: 'public' } as const
    for (const { startsAt, endsAt, seats } of nextTimes(sought, 1000)) {
      for (const seat of seats) {
        const booking = { id: deps.newId(), ref: 'XX-0000', personId: null, intakeId: null }
        const wanted = { centre: centre.id, startsAt, endsAt, seats: [seat] }
        const rest = { remind: false, channel: 'staff', by: 'staff:test' } as const
        // What somebody has already stays theirs.
        await deps.store.bookings.book({ ...booking, ...wanted, ...rest }, now)
      }
    }
  }
}

/** Cancels whoever has the `nth` of all bookings of a centre, as staff would. Returns its start. */
export async function freeSeat({ db, deps }: TestLotse, centre: string, nth = 0): Promise<number> {
  const rows = await db.$queryRawUnsafe<{ id: string; startsAt: string }[]>(
    `SELECT "id", "startsAt" FROM "Booking" WHERE "centreId" = ? AND "state" = 'booked'
     AND "channel" = 'staff' ORDER BY "startsAt" LIMIT 1 OFFSET ?`,
    centre,
    nth,
  )
  const row = rows[0]
  if (!row) throw new Error('there is no such booking')
  await deps.store.bookings.cancel(row.id, 'staff:test', deps.clock.now())
  return Date.parse(row.startsAt)
}
