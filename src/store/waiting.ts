// What people wait for, and since when.

import type { Waiter, Wishes } from '../domain/appointment/waiting-list.ts'
import type { Facts } from '../domain/dialog/talk.ts'
import { type Database, first, fromText, toText } from './engine/database.ts'
import { heldOf, WAITING_FACTS, type WaitingFactsRow, waitingOf } from './person-facts.ts'

type Row = {
  id: string
  personId: string
  intakeId: string | null
  wishes: string
  since: string
  has: string | null
  passed: string | null
}

// Nobody is offered two seats at once, nor one that cannot be told to them.
const LIST = `
SELECT w."id", w."personId", w."intakeId", w."wishes", w."since",
  (SELECT b."startsAt" FROM "Booking" b WHERE b."personId" = w."personId"
    AND b."state" = 'booked' AND b."endsAt" > ?) AS "has",
  (SELECT group_concat(o."centreId" || '@' || o."startsAt") FROM "Booking" o
    WHERE o."personId" = w."personId" AND o."startsAt" > ?
    AND o."state" IN ('offer-declined', 'offer-expired', 'offer-passed')) AS "passed"
FROM "Waiting" w JOIN "Person" p ON p."id" = w."personId"
WHERE w."state" = 'waiting' AND p."unreachable" IS NULL AND NOT EXISTS (
  SELECT 1 FROM "Booking" h WHERE h."personId" = w."personId" AND h."state" = 'offered')`

export function createWaiting(db: Database) {
  const end = (personId: string, state: 'done' | 'stopped', now: number) =>
    db.$queryRawUnsafe<{ id: string }[]>(
      `UPDATE "Waiting" SET "state" = ?, "changedAt" = ?
       WHERE "personId" = ? AND "state" = 'waiting' RETURNING "id"`,
      state,
      toText(now),
      personId,
    )

  return {
    /** Begins to wait, or changes what is waited for; the time waited so far counts on. */
    async wish(
      id: string,
      person: { personId: string; intakeId: string | null },
      wishes: Wishes,
      now: number,
    ): Promise<void> {
      const at = toText(now)
      await db.$executeRawUnsafe(
        `INSERT INTO "Waiting" ("id", "personId", "intakeId", "wishes", "since", "state", "changedAt")
         VALUES (?, ?, ?, ?, ?, 'waiting', ?)
         ON CONFLICT ("personId") WHERE "state" = 'waiting'
         DO UPDATE SET "wishes" = excluded."wishes", "changedAt" = excluded."changedAt"`,
        id,
        person.personId,
        person.intakeId,
        JSON.stringify(wishes),
        at,
        at,
      )
    },

    /** Stops waiting. Returns the wish that ended, `null` where there was none. */
    async stop(personId: string, now: number): Promise<string | null> {
      const rows = await end(personId, 'stopped', now)
      return rows[0]?.id ?? null
    },

    /** The person has got a time. */
    async finish(personId: string, now: number): Promise<void> {
      await end(personId, 'done', now)
    },

    /** What one person waits for and what is held for them. */
    async of(personId: string, now: number): Promise<Pick<Facts, 'waiting' | 'held'>> {
      const row = await first<WaitingFactsRow>(
        db,
        `SELECT ${WAITING_FACTS} FROM "Person" p WHERE p."id" = ?`,
        toText(now),
        personId,
      )
      return { waiting: waitingOf(row), held: heldOf(row) }
    },

    /** Everybody who could be offered a seat now. One statement. */
    async list(now: number): Promise<Waiter[]> {
      const at = toText(now)
      const rows = await db.$queryRawUnsafe<Row[]>(LIST, at, at)
      return rows.map((row) => ({
        id: row.id,
        personId: row.personId,
        intakeId: row.intakeId,
        wishes: JSON.parse(row.wishes),
        since: fromText(row.since),
        has: row.has === null ? null : fromText(row.has),
        passed: (row.passed ?? '').split(',').flatMap((gone) => {
          const [centre, startsAt] = gone.split('@')
          return centre && startsAt ? [{ centre, startsAt: fromText(startsAt) }] : []
        }),
      }))
    },
  }
}
