// Closed hours on top of the opening rules, and the appointments they displace.

import { type Database, fromText, numbered, toText } from './database.ts'

/** Closed from `startsAt` to `endsAt` (epoch milliseconds) at one centre, or one seat of it. */
export type StoredClosure = {
  id: string
  centre: string
  seat: number | null
  startsAt: number
  endsAt: number
  reason: string
}

/** An appointment that a closure falls on. `reachable`: messages arrive in a chat. */
export type Displaced = {
  id: string
  personId: string | null
  startsAt: number
  endsAt: number
  reachable: boolean
}

type Row = {
  id: string
  centreId: string
  seat: number | null
  startsAt: string
  endsAt: string
  reason: string
}
type DisplacedRow = {
  id: string
  personId: string | null
  startsAt: string
  endsAt: string
  reachable: number | bigint
}

// The lower bound only keeps the search away from the past: no slot is longer than a day.
const UNDER = `"centreId" = ?1 AND (?2 IS NULL OR "seat" = ?2) AND "startsAt" < ?4
  AND "endsAt" > ?3 AND "startsAt" > ?7`

const APPOINTMENTS = `SELECT b."id", b."personId", b."startsAt", b."endsAt",
  p."id" IS NOT NULL AND p."unreachable" IS NULL AS "reachable"
  FROM "Booking" b LEFT JOIN "Person" p ON p."id" = b."personId"`

const DISPLACE = numbered(`UPDATE "Booking" SET "seat" = NULL, "changedAt" = ?5, "changedBy" = ?6,
  "state" = CASE "state" WHEN 'offered' THEN 'offer-passed' ELSE 'cancelled' END
  WHERE "state" IN ('booked', 'offered') AND "endsAt" > ?5 AND ${UNDER}`)

const DISPLACE_THESE = numbered(`UPDATE "Booking" SET "seat" = NULL, "state" = 'cancelled',
  "changedAt" = ?2, "changedBy" = ?3 WHERE "id" IN (SELECT "value" FROM json_each(?1))
  AND "state" = 'booked' AND "endsAt" > ?2`)

const AFFECTED = numbered(`${APPOINTMENTS} WHERE b."state" = 'booked' AND b."endsAt" > ?5
  AND b."id" IN (SELECT "id" FROM "Booking" WHERE ${UNDER}) ORDER BY b."startsAt"`)

// The seat cannot have been given to anybody else: while the closure stands, no statement takes it.
const GIVE_BACK = numbered(`UPDATE "Booking" SET "state" = 'booked', "changedAt" = ?2,
  "changedBy" = ?3, "seat" = (SELECT e."seat" FROM "BookingEvent" e WHERE e."bookingId" = "Booking"."id"
    AND e."state" = 'booked' ORDER BY e."id" DESC LIMIT 1)
  WHERE "state" = 'cancelled' AND "changedBy" = ?1 AND "centreId" = ?4 AND "startsAt" > ?2
  AND NOT EXISTS (
    SELECT 1 FROM "Booking" o WHERE o."personId" = "Booking"."personId" AND o."state" = 'booked')
  RETURNING "id", "personId"`)

const DAY = 24 * 3_600_000

const mark = (closureId: string) => `closure:${closureId}`

export function createClosures(db: Database) {
  const values = ({ centre, seat, startsAt, endsAt }: Omit<StoredClosure, 'id' | 'reason'>) => [
    centre,
    seat,
    toText(startsAt),
    toText(endsAt),
  ]
  const dayBefore = ({ startsAt }: { startsAt: number }) => toText(startsAt - DAY)

  return {
    /** Writes a closure down; the same one again changes nothing. */
    async add(closure: StoredClosure, by: string, now: number): Promise<void> {
      await db.$executeRawUnsafe(
        `INSERT INTO "Closure" ("id", "centreId", "seat", "startsAt", "endsAt", "reason",
           "createdAt", "createdBy") VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        closure.id,
        ...values(closure),
        closure.reason,
        toText(now),
        by,
      )
    },

    /** The appointments that a closure would fall on, of those that are not over. */
    async affected(
      closure: Omit<StoredClosure, 'id' | 'reason'>,
      now: number,
    ): Promise<Displaced[]> {
      const rows = await db.$queryRawUnsafe<DisplacedRow[]>(
        ...AFFECTED(...values(closure), toText(now), null, dayBefore(closure)),
      )
      return rows.map(displacedOf)
    },

    /** Cancels what a closure falls on, all at once, and notes that it was the closure. */
    async displace(closure: StoredClosure, now: number): Promise<void> {
      await db.$executeRawUnsafe(
        ...DISPLACE(...values(closure), toText(now), mark(closure.id), dayBefore(closure)),
      )
    },

    /** The appointments a closure has displaced whose people have no other time yet. */
    async displaced(closure: StoredClosure): Promise<Displaced[]> {
      const rows = await db.$queryRawUnsafe<DisplacedRow[]>(
        `${APPOINTMENTS} WHERE b."state" = 'cancelled' AND b."changedBy" = ?
         AND b."centreId" = ? AND b."startsAt" > ? AND b."startsAt" < ? AND NOT EXISTS (SELECT 1 FROM "Booking" o WHERE o."personId" = b."personId"
           AND o."state" = 'booked') ORDER BY b."startsAt"`,
        mark(closure.id),
        closure.centre,
        dayBefore(closure),
        toText(closure.endsAt),
      )
      return rows.map(displacedOf)
    },

    /** Whoever was called before for something else has to be called again. */
    async askToCall(closure: StoredClosure): Promise<void> {
      await db.$executeRawUnsafe(
        `UPDATE "Intake" SET "calledAt" = NULL WHERE "id" IN (SELECT "intakeId" FROM "Booking"
         WHERE "state" = 'cancelled' AND "changedBy" = ? AND "centreId" = ? AND "startsAt" > ?
         AND "startsAt" < ?)`,
        mark(closure.id),
        closure.centre,
        dayBefore(closure),
        toText(closure.endsAt),
      )
    },

    /** The appointments with these ids that are still to come. */
    async these(ids: readonly string[], now: number): Promise<Displaced[]> {
      const rows = await db.$queryRawUnsafe<DisplacedRow[]>(
        `${APPOINTMENTS} WHERE b."id" IN (SELECT "value" FROM json_each(?))
         AND b."state" = 'booked' AND b."endsAt" > CAST(? AS TEXT) ORDER BY b."startsAt"`,
        JSON.stringify(ids),
        toText(now),
      )
      return rows.map(displacedOf)
    },

    /** Cancels these appointments as a closure would, without one. */
    async displaceThese(closureId: string, ids: readonly string[], now: number): Promise<void> {
      await db.$executeRawUnsafe(
        ...DISPLACE_THESE(JSON.stringify(ids), toText(now), mark(closureId)),
      )
    },

    /** Where and when the appointments were that have been cancelled so, one stretch a centre. */
    async displacedBy(closureId: string, ids: readonly string[]): Promise<StoredClosure[]> {
      const rows = await db.$queryRawUnsafe<Omit<Row, 'id' | 'seat' | 'reason'>[]>(
        `SELECT "centreId", min("startsAt") AS "startsAt", max("endsAt") AS "endsAt" FROM "Booking"
         WHERE "id" IN (SELECT "value" FROM json_each(?)) AND "changedBy" = ? GROUP BY "centreId"`,
        JSON.stringify(ids),
        mark(closureId),
      )
      return rows.map((row) => closureOf({ ...row, id: closureId, seat: null, reason: '' }))
    },

    /** Gives displaced appointments their old seats back. Returns which, and whose. */
    async giveBack(
      closure: StoredClosure,
      by: string,
      now: number,
    ): Promise<{ id: string; personId: string | null }[]> {
      return await db.$queryRawUnsafe(
        ...GIVE_BACK(mark(closure.id), toText(now), by, closure.centre),
      )
    },

    /** The closure with an id, or all that one form made under it: `id.0`, `id.1`, … */
    async find(id: string): Promise<StoredClosure[]> {
      const rows = await db.$queryRawUnsafe<Row[]>(
        `SELECT * FROM "Closure" WHERE "centreId" IS NOT NULL
         AND ("id" = ? OR substr("id", 1, length(?) + 1) = ? || '.') ORDER BY "startsAt"`,
        id,
        id,
        id,
      )
      return rows.map(closureOf)
    },

    /** Closures of some centres that are not over, by time. */
    async upcoming(centres: readonly string[], now: number): Promise<StoredClosure[]> {
      const rows = await db.$queryRawUnsafe<Row[]>(
        `SELECT * FROM "Closure" WHERE "endsAt" > ?
         AND "centreId" IN (SELECT "value" FROM json_each(?)) ORDER BY "startsAt"`,
        toText(now),
        JSON.stringify(centres),
      )
      return rows.map(closureOf)
    },

    async remove(id: string): Promise<void> {
      await db.$executeRawUnsafe('DELETE FROM "Closure" WHERE "id" = ?', id)
    },
  }
}

function closureOf({ id, centreId, seat, startsAt, endsAt, reason }: Row): StoredClosure {
  return {
    id,
    centre: centreId,
    seat: seat === null ? null : Number(seat),
    startsAt: fromText(startsAt),
    endsAt: fromText(endsAt),
    reason,
  }
}

function displacedOf({ id, personId, startsAt, endsAt, reachable }: DisplacedRow): Displaced {
  const times = { startsAt: fromText(startsAt), endsAt: fromText(endsAt) }
  return { id, personId, ...times, reachable: Number(reachable) === 1 }
}
