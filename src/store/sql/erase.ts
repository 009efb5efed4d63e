// Erasing what has been kept long enough. Each takes so many rows at once that nobody who taps
// meanwhile has to wait, and is asked again until fewer come back.

import { family } from './family.ts'
import { statement } from './statement.ts'

export const AT_ONCE = 500

// What comes back is counted: D1 also counts what cascades and what triggers write.
const ERASED = { id: 'text' } as const
const why = 'erasing: many rows, chosen by what else there is about them'

// A Wiedervorlage counts as an appointment on its day. The oldest first, so that the statements of one batch choose the same.
const DUE = `SELECT i."id" FROM "Intake" i WHERE i."updatedAt" < ?1
  AND (i."submittedAt" IS NULL OR i."updatedAt" < ?2
    OR EXISTS (SELECT 1 FROM "Booking" o WHERE o."intakeId" = i."id"))
  AND COALESCE(i."followUpOn", '') < ?2
  AND NOT EXISTS (SELECT 1 FROM "Waiting" w WHERE w."intakeId" = i."id" AND w."state" = 'waiting')
  AND NOT EXISTS (SELECT 1 FROM "Reply" r WHERE r."intakeId" = i."id" AND r."createdAt" >= ?2)
  AND NOT EXISTS (SELECT 1 FROM "Booking" b WHERE b."intakeId" = i."id"
    AND CASE b."state" WHEN 'missed' THEN b."endsAt" >= ?3 WHEN 'cancelled' THEN b."changedAt" >= ?2
      WHEN 'booked' THEN b."endsAt" >= ?2 WHEN 'attended' THEN b."endsAt" >= ?2
      WHEN 'unmarked' THEN b."endsAt" >= ?2 END)
  ORDER BY i."updatedAt", i."id" LIMIT ${AT_ONCE}`

/** `REQUESTS(abandoned, content, no-show)` */
export const REQUESTS = statement('erase.requests', {
  why,
  sql: `DELETE FROM "Intake" WHERE "id" IN (${DUE}) RETURNING "id"`,
  values: ['text', 'text', 'text'],
  rows: ERASED,
})

const STOPPED = family('erase.count-stopped', ['due'], (which: 'due' | 'one') => ({
  why: 'sums over the rows that the next statement erases',
  sql: `INSERT INTO "UsageCount" ("month", "kind", "code", "count")
      SELECT strftime('%Y-%m', i."updatedAt", '+' || ?4 || ' hours'), 'stopped',
        COALESCE(i."talk" ->> '$.place.id', i."talk" ->> '$.place.at'), count(*)
      FROM "Intake" i
      WHERE ${which === 'due' ? `i."id" IN (${DUE})` : '(i."id" = ?1 OR i."personId" = ?1)'}
        AND i."submittedAt" IS NULL AND i."talk" ->> '$.place.at' IS NOT NULL GROUP BY 1, 2, 3
      ON CONFLICT ("month", "kind", "code", "centreId", "bodyId") DO UPDATE SET "count" = "count" + excluded."count"`,
  values: ['text', 'text', 'text', 'integer'],
}))

/** Where those people stopped whom `REQUESTS` erases after it: the same values, and `stoppedHours`. */
export const COUNT_STOPPED = STOPPED('due')

/** The same for one request or for those of one person (`id`), before they are erased. */
export const COUNT_STOPPED_OF = (id: string, stoppedHours: number) =>
  STOPPED('one')(id, '', '', stoppedHours)

/** `PEOPLE(abandoned, content)`: who has no request, no appointment to come, and has told of no barrier that is still kept. */
export const PEOPLE = statement('erase.people', {
  why,
  sql: `DELETE FROM "Person" WHERE "id" IN (SELECT p."id" FROM "Person" p WHERE p."seenAt" < ?1
      AND NOT EXISTS (SELECT 1 FROM "Intake" i WHERE i."personId" = p."id")
      AND NOT EXISTS (SELECT 1 FROM "Booking" b WHERE b."personId" = p."id"
        AND b."state" = 'booked' AND b."endsAt" >= ?2)
      AND NOT EXISTS (SELECT 1 FROM "BarrierReport" r WHERE r."personId" = p."id")
      LIMIT ${AT_ONCE}) RETURNING "id"`,
  values: ['text', 'text'],
  rows: ERASED,
})

/** `ERASED_AFTER(place, how many)`: ids of who was erased, in the order in which they were. */
export const ERASED_AFTER = statement('erase.erased-after', {
  why: 'by their place in the table, which no model knows',
  sql: `SELECT "rowid" AS "place", "id" FROM "Erased" WHERE "rowid" > ?1
    ORDER BY "rowid" LIMIT ?2`,
  values: ['integer', 'integer'],
  rows: { place: 'integer', id: 'text' },
})
