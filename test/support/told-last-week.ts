// What coordinators have to read first, in SQL over appointments, their history and closures: nothing that was counted.

import type { PrismaClient } from '../../src/generated/node/client.ts'

/** A seat at a time: `day` on the wall (YYYY-MM-DD), an hour long. */
export type Place = {
  centre: string
  day: string
  startsAt: number
  seat: number
  isPublic: boolean
}

/** What is emptied before another town is tried. */
export const tables = ['BookingEvent', 'Booking', 'UsageWeek', 'UsageHour', 'SeatDay', 'Closure']

const PLACE = `place AS MATERIALIZED (SELECT p."value" ->> 'centre' AS "centre", p."value" ->> 'at' AS "at",
    p."value" ->> 'ends' AS "ends", p."value" ->> 'day' AS "day", p."value" ->> 'seat' AS "seat"
  FROM json_each(?) p WHERE p."value" ->> 'isPublic'),
 open AS MATERIALIZED (SELECT * FROM place WHERE NOT EXISTS (SELECT 1 FROM "Closure" c
  WHERE COALESCE(c."centreId", "centre") = "centre" AND COALESCE(c."seat", place."seat") = place."seat"
  AND c."startsAt" < "ends" AND c."endsAt" > "at")),
 own AS MATERIALIZED (SELECT * FROM "Booking" WHERE "startsAt" >= '2026-11-15T23:00:00.000Z'
  AND "startsAt" < '2026-11-22T23:00:00.000Z' AND "channel" <> 'walk-in'),
 sat AS MATERIALIZED (SELECT * FROM own WHERE "state" IN ('booked', 'attended', 'missed', 'unmarked')),
 off AS MATERIALIZED (SELECT * FROM own WHERE "state" = 'cancelled' AND "changedBy" NOT LIKE 'closure:%')`

// Somebody else was given the seat that a cancelled one had last.
const LAST_WEEK = `WITH ${PLACE} SELECT
 (SELECT COUNT(*) FROM (SELECT "centre", "at", "seat" FROM open
   WHERE "at" >= '2026-11-15T23:00:00.000Z' AND "at" < '2026-11-22T23:00:00.000Z'
   UNION SELECT "centreId", "startsAt", "seat" FROM sat)) AS "bookable",
 (SELECT COUNT(*) FROM sat) AS "booked",
 (SELECT COUNT(*) FROM sat WHERE "state" = 'attended') AS "attended",
 (SELECT COUNT(*) FROM sat WHERE "state" IN ('booked', 'unmarked')) AS "unmarked",
 (SELECT COUNT(*) FROM off) AS "cancelled",
 (SELECT COUNT(*) FROM off JOIN "BookingEvent" h ON h."id" = (SELECT MAX("id") FROM "BookingEvent"
     WHERE "bookingId" = off."id" AND "seat" IS NOT NULL)
   WHERE EXISTS (SELECT 1 FROM "BookingEvent" e WHERE e."id" > h."id" AND e."bookingId" <> off."id"
     AND e."centreId" = h."centreId" AND e."startsAt" = h."startsAt" AND e."seat" = h."seat"
     AND e."state" = 'booked')) AS "refilled"`

// What begins within the next hour is nobody's to book any more.
const ROOM = `WITH ${PLACE} SELECT "centre", "day", COUNT(*) AS "of", SUM(NOT EXISTS (SELECT 1 FROM "Booking" b
   WHERE b."centreId" = "centre" AND b."startsAt" = "at" AND b."seat" = open."seat")) AS "free"
 FROM open WHERE "at" >= '2026-11-23T08:00:00.000Z' AND "day" <= '2026-12-21' GROUP BY 1, 2 ORDER BY 1, 2`

type LastWeek = Record<
  'bookable' | 'booked' | 'attended' | 'unmarked' | 'cancelled' | 'refilled',
  number | bigint
>
type Room = { centre: string; day: string; free: number | bigint }

/** The sentence on Monday 23 November 2026 at 8 in the morning, in German. */
export async function told(
  db: PrismaClient,
  centres: readonly { id: string; name: string }[],
  places: readonly Place[],
): Promise<string> {
  const list = JSON.stringify(
    places.map(({ startsAt, ...place }) => {
      const [at, ends] = [startsAt, startsAt + 3_600_000].map((ms) => new Date(ms).toISOString())
      return { ...place, at, ends }
    }),
  )
  const [week] = await db.$queryRawUnsafe<LastWeek[]>(LAST_WEEK, list)
  const days = await db.$queryRawUnsafe<Room[]>(ROOM, list)
  const rooms = centres.map(({ id, name }) =>
    roomOf(
      name,
      days.filter(({ centre }) => centre === id),
    ),
  )
  const full = rooms.filter((text) => text.endsWith(' voll'))
  const other = rooms.filter((text) => !text.endsWith(' voll'))
  return `${week ? weekOf(week) : ''} ${[...full, ...other].join(', ')}.`
}

function weekOf(week: LastWeek): string {
  const { bookable, booked, attended, unmarked, cancelled, refilled } = week
  if (Number(bookable) === 0) return 'Letzte Woche gab es keine Plätze.'
  const [be, seats] = Number(bookable) === 1 ? ['war', 'Platz'] : ['waren', 'Plätzen']
  const given = Number(cancelled) === 1 ? 'wurde' : 'wurden'
  return [
    `Letzte Woche ${be} von ${bookable} ${seats} ${booked} gebucht und ${attended} genutzt`,
    Number(cancelled) > 0 ? `; ${refilled} von ${cancelled} abgesagten ${given} neu vergeben` : '',
    Number(unmarked) > 0 ? `; bei ${unmarked} ist nicht vermerkt, ob jemand kam` : '',
    '.',
  ].join('')
}

const NAMES = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag']

function roomOf(name: string, days: readonly Room[]): string {
  const first = days.find(({ free }) => Number(free) > 0)
  const full = days.filter(({ day }) => !first || day < first.day).at(-1)
  const short = (day: string) => `${Number(day.slice(8))}.${Number(day.slice(5, 7))}.`
  if (full && (!first || first.day > '2026-11-30')) return `${name} ist bis ${short(full.day)} voll`
  if (!first) return `${name} hat in den nächsten vier Wochen keine Sprechstunde`
  const named = `am ${NAMES[new Date(first.day).getUTCDay()]} (${short(first.day)})`
  const near: Record<string, string> = { '2026-11-23': 'heute', '2026-11-24': 'morgen' }
  return `${name} hat ${near[first.day] ?? named} ${first.free} frei`
}
