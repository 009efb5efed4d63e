// Whom staff have to call. Each reason begins with an index of its own that holds few rows, since the number stands in
// the navigation of every page.

/** Where appointments are near of whom nothing reminds: from now until ?26; from ?27 on it is another day than today. */
const NEAR = `i."startsAt" >= ?6 AND i."startsAt" < ?26`
/** Whoever was called before it was near is called again. */
const CALLED_TOO_SOON = `(i."startsAt" < ?27 AND i."calledAt" < ?28 OR i."startsAt" >= ?27 AND i."calledAt" < ?29)`

/** Before the day they have to answer is over, they would set out for the appointment that is no more. */
const SET_OUT = `i."startsAt" < strftime('%Y-%m-%dT%H:%M:%fZ', i."changedAt", '+1 day')`

const UNCALLED = `x."calledAt" IS NULL AND x."status" <> 'closed'`

const CANDIDATES = `SELECT x."id" FROM "Person" p INDEXED BY "Person_unreachable"
      CROSS JOIN "Intake" x ON x."personId" = p."id" WHERE p."unreachable" <> 'no-chat' AND ${UNCALLED}
    UNION SELECT b."intakeId" FROM "Booking" b INDEXED BY "Booking_displaced" WHERE b."state" = 'cancelled'
      AND b."changedBy" >= 'closure:' AND b."changedBy" < 'closure;' AND b."intakeId" IS NOT NULL
    UNION SELECT x."id" FROM "Outbox" k INDEXED BY "Outbox_kept"
      CROSS JOIN "Intake" x ON x."personId" = k."personId" WHERE k."status" = 'kept' AND ${UNCALLED}
    UNION SELECT b."intakeId" FROM "Outbox" o INDEXED BY "Outbox_refused"
      CROSS JOIN "Booking" b ON b."id" = o."bookingId" WHERE o."status" IN ('blocked', 'failed') AND b."state" = 'booked'
    UNION SELECT x."id" FROM "Booking" b INDEXED BY "Booking_coming"
      CROSS JOIN "Intake" x ON x."id" = b."intakeId" WHERE b."state" = 'booked' AND b."startsAt" >= ?6
      AND b."startsAt" < ?26 AND x."hasPhone"`

/** Who has a number and was not reached by what staff did with their appointment, which was to come; also after closing. */
const untoldOf = (seen: string) => `SELECT i."id" FROM "Outbox" o INDEXED BY "Outbox_refused"
      CROSS JOIN "Booking" b ON b."id" = o."bookingId" CROSS JOIN "Intake" i ON i."id" = b."intakeId"
      WHERE o."status" IN ('blocked', 'failed') AND o."kind" IN ('staff-change', 'reopened') AND b."endsAt" > ?6
        AND i."hasPhone" AND o."doneAt" > COALESCE(i."calledAt", '') AND NOT EXISTS (SELECT 1 FROM "Outbox" l
          WHERE l."bookingId" = b."id" AND l."id" > o."id" AND l."status" IN ('sent', 'kept', 'read')) AND ${seen}`

/**
 * The ids of those who are to be called, among requests that are `seen`: who waits to be called or written to, whom no
 * message reaches any more, who lost a closed day and has not answered since ?30, or would set out before that, for whom something new stands unread
 * on a page; whom the last message did not reach, or none can tell what became of an interpreter, also after a call;
 * who has a page, no chat, a number, and an appointment that is near. Whom a page alone reaches is called by a number or
 * not at all.
 */
const toCall = (
  seen: string,
) => `SELECT i."id" FROM "Intake" i INDEXED BY "Intake_waits" WHERE i."callBack" IS NOT NULL
      AND i."calledAt" IS NULL AND i."status" <> 'closed' AND ${seen}
    UNION SELECT i."id" FROM "CaseRow" i WHERE i."id" IN (${CANDIDATES}) AND i."status" <> 'closed' AND ${seen}
      AND (i."calledAt" IS NULL AND (i."byChat" OR NOT i."byPage" OR i."hasPhone")
          AND (i."state" = 'booked' AND i."unreachable" <> 'no-chat' OR i."unread"
            OR i."displaced" AND (NOT i."byChat" AND NOT i."byPage" OR i."changedAt" < ?30 OR ${SET_OUT}))
        OR i."state" = 'booked' AND (i."undelivered" OR i."untold" AND i."startsAt" >= ?6
          OR ${NEAR} AND NOT i."byChat" AND i."byPage" AND i."hasPhone"
          AND (i."calledAt" IS NULL OR ${CALLED_TOO_SOON})))
    UNION ${untoldOf(seen)}`

export const countToCall = (seen: string) => `(SELECT count(*) FROM (${toCall(seen)}))`

const REACHED = `UNION ALL SELECT a."intakeId", 1 FROM "CallAttempt" a INDEXED BY "CallAttempt_reached"
            WHERE a."outcome" = 'reached' AND a."createdAt" >= ?31`

/**
 * The same as a table with what they are ordered by: `late` is 0, and 1 of who was reached since ?31, behind them, so
 * that a slip can be taken back; of these only `withReached`.
 */
export const toCallOrReached = (seen: string, withReached: boolean) =>
  `(SELECT "id", MIN("late") AS "late" FROM (SELECT "id", 0 AS "late" FROM (${toCall(seen)})
          ${withReached ? REACHED : ''}) GROUP BY "id")`
