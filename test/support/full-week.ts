// A city in which every time is taken, so that somebody has to wait.

import { transition } from '../../src/domain/appointment/transitions.ts'
import { nextTimes } from '../../src/domain/calendar/bookable.ts'
import { countedHour } from '../../src/domain/figures/counted-hour.ts'
import { calendarOf } from '../../src/domain/profile/profile.ts'
import { cityAt } from '../../src/flows/city.ts'
import type { TestLotse } from './lotse.ts'

// Hundreds of seats in one statement, as a booking each would take D1 seconds.
const FILL = `
INSERT INTO "Booking" ("id", "ref", "centreId", "startsAt", "endsAt", "seat", "state", "remind",
  "channel", "createdAt", "changedAt", "changedBy", "week", "block", "weekday", "hour")
SELECT b."value" ->> 'id', 'XX-0000', b."value" ->> 'centre', b."value" ->> 'startsAt',
  b."value" ->> 'endsAt', b."value" ->> 'seat', 'booked', 0, 'staff', b."value" ->> 'now',
  b."value" ->> 'now', 'staff:test', b."value" ->> 'week', b."value" ->> 'block',
  b."value" ->> 'weekday', b."value" ->> 'hour'
FROM json_each(?) b WHERE true ON CONFLICT DO NOTHING`

/** Books every public seat up to the horizon for people without Telegram, but what somebody has. */
export async function fillEverything({ db, deps }: TestLotse): Promise<void> {
  const { profile } = await cityAt(deps, 1)
  const now = deps.clock.now()
  const text = (at: number) => new Date(at).toISOString()
  const bookings = profile.centres.flatMap((centre) => {
    const calendar = calendarOf(profile, centre)
    const sought = { calendar, closures: [], taken: [], now, audience: 'public' } as const
    return nextTimes(sought, 1000).flatMap(({ startsAt, endsAt, seats }) =>
      seats.map((seat) => {
        const time = { startsAt: text(startsAt), endsAt: text(endsAt), now: text(now) }
        return { id: deps.newId(), centre: centre.id, seat, ...time, ...countedHour(startsAt) }
      }),
    )
  })
  await db.$executeRawUnsafe(FILL, JSON.stringify(bookings))
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
  const now = deps.clock.now()
  const cancelled = [transition('booked', 'cancelled', now)]
  await deps.store.appointments.change({ ids: [row.id] }, cancelled, 'staff:test', now)
  return Date.parse(row.startsAt)
}
