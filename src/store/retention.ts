// Erasing what has been kept long enough, each kind with statements that may run twice.

import type { Deadlines } from '../domain/people/retention.ts'
import { type Database, first, numbered, toText } from './engine/database.ts'

/** How many of what were erased; never which. */
export type Erased = Record<string, number>

/** Epoch ms: what expired before `ended` is over, tries before `forgotten` no longer count. */
type SignInOver = { ended: number; forgotten: number }

// So many rows at once that nobody who taps meanwhile has to wait.
const BATCH = 500

const REQUESTS = numbered(`
DELETE FROM "Intake" WHERE "id" IN (SELECT i."id" FROM "Intake" i WHERE i."updatedAt" < ?1
  AND (i."submittedAt" IS NULL OR i."updatedAt" < ?2
    OR EXISTS (SELECT 1 FROM "Booking" o WHERE o."intakeId" = i."id"))
  AND NOT EXISTS (SELECT 1 FROM "Waiting" w WHERE w."intakeId" = i."id" AND w."state" = 'waiting')
  AND NOT EXISTS (SELECT 1 FROM "Reply" r WHERE r."intakeId" = i."id" AND r."createdAt" >= ?2)
  AND NOT EXISTS (SELECT 1 FROM "Booking" b WHERE b."intakeId" = i."id"
    AND CASE b."state" WHEN 'missed' THEN b."endsAt" >= ?3 WHEN 'cancelled' THEN b."changedAt" >= ?2
      WHEN 'booked' THEN b."endsAt" >= ?2 WHEN 'attended' THEN b."endsAt" >= ?2
      WHEN 'unmarked' THEN b."endsAt" >= ?2 END)
  LIMIT ${BATCH})`)

const PEOPLE = numbered(`
DELETE FROM "Person" WHERE "id" IN (SELECT p."id" FROM "Person" p WHERE p."seenAt" < ?1
  AND NOT EXISTS (SELECT 1 FROM "Intake" i WHERE i."personId" = p."id")
  AND NOT EXISTS (SELECT 1 FROM "Booking" b WHERE b."personId" = p."id"
    AND b."state" = 'booked' AND b."endsAt" >= ?2)
  LIMIT ${BATCH})`)

const APPOINTMENTS = numbered(`
UPDATE "Booking" SET "personId" = NULL, "ref" = '' WHERE "id" IN (SELECT b."id" FROM "Booking" b
  WHERE (b."personId" IS NOT NULL OR b."ref" <> '') AND b."intakeId" IS NULL AND b."endsAt" < ?1
  LIMIT ${BATCH})`)

export function createRetention(db: Database) {
  const batches = async (statement: [sql: string, ...values: unknown[]]): Promise<number> => {
    for (let erased = 0; ; ) {
      const [sql, ...values] = statement
      // Counted by what comes back: D1 also counts what cascades.
      const rows = await db.$queryRawUnsafe<unknown[]>(`${sql} RETURNING 1 AS "one"`, ...values)
      erased += rows.length
      if (rows.length < BATCH) return erased
    }
  }
  const before = (table: string, column: string, at: number) =>
    batches([
      `DELETE FROM "${table}" WHERE "rowid" IN
       (SELECT "rowid" FROM "${table}" WHERE "${column}" < ? LIMIT ${BATCH})`,
      toText(at),
    ])

  return {
    /**
     * Erases everything that is due. Bookings stay without a person: figures are made of them.
     * @param signIn what is over for staff who sign in
     */
    async erase(due: Deadlines, signIn: SignInOver): Promise<Erased> {
      const [abandoned, content, noShow] = [due.abandoned, due.content, due.noShow].map(toText)
      return {
        requests: await batches(REQUESTS(abandoned, content, noShow)),
        people: await batches(PEOPLE(abandoned, content)),
        appointments: await batches(APPOINTMENTS(content)),
        messages: await before('Outbox', 'doneAt', due.content),
        webhookCalls: await before('WebhookDelivery', 'doneAt', due.content),
        updates: await before('AnsweredInput', 'at', due.updates),
        messageNumbers: await batches([
          `UPDATE "AnsweredInput" SET "personId" = NULL, "messages" = NULL WHERE "id" IN
           (SELECT "id" FROM "AnsweredInput" WHERE "messages" IS NOT NULL AND "at" < ?
            LIMIT ${BATCH})`,
          toText(due.messages),
        ]),
        consentProofs: await before('ConsentProof', 'givenAt', due.consents),
        erasedIds: await before('Erased', 'at', due.backups),
        auditRows: await before('Audit', 'at', due.audit),
        staffSessions: await before('StaffSession', 'expiresAt', signIn.ended),
        staffVerifications: await before('StaffVerification', 'expiresAt', signIn.ended),
        staffInvites: await batches([
          `DELETE FROM "StaffInvite" WHERE "tokenHash" IN (SELECT "tokenHash" FROM "StaffInvite"
           WHERE "usedAt" IS NOT NULL OR "expiresAt" < ? LIMIT ${BATCH})`,
          toText(signIn.ended),
        ]),
        staffTries: await before('StaffAttempt', 'lastAt', signIn.forgotten),
        namesOfStaff: await batches([
          `UPDATE "BookingEvent" SET "by" = 'staff' WHERE "id" IN
           (SELECT "id" FROM "BookingEvent" WHERE "by" LIKE 'staff:%' AND "at" < ?
            LIMIT ${BATCH})`,
          toText(due.audit),
        ]),
      }
    },

    /** Whether a day's report has been written. */
    async isDone(day: string): Promise<boolean> {
      return (
        (await first(db, 'SELECT 1 AS "done" FROM "Erasure" WHERE "day" = ?', day)) !== undefined
      )
    },

    /** Writes the report of a day; the first one stands. Reports before `keep` are dropped. */
    async report(day: string, erased: Erased, now: number, keep: number): Promise<void> {
      await db.$executeRawUnsafe(
        'INSERT INTO "Erasure" ("day", "at", "counts") VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
        day,
        toText(now),
        JSON.stringify(erased),
      )
      await db.$executeRawUnsafe('DELETE FROM "Erasure" WHERE "at" < ?', toText(keep))
    },

    /** The reports, newest first. */
    async reports(): Promise<{ day: string; erased: Erased }[]> {
      const rows = await db.$queryRawUnsafe<{ day: string; counts: string }[]>(
        'SELECT "day", "counts" FROM "Erasure" ORDER BY "day" DESC',
      )
      return rows.map(({ day, counts }) => ({ day, erased: JSON.parse(counts) }))
    },
  }
}
