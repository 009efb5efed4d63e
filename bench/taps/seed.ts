// Persons with a consent, a request and an appointment in the past, written straight into the file.

import Sqlite from 'better-sqlite3'

const PEOPLE = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)'
const AT = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-30 days', '-' || (i * 20) || ' minutes')`
const ENDS = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-30 days', '-' || (i * 20 - 20) || ' minutes')`

// Touched within the last two weeks, however long ago they came: else all of them would be due for erasing at half past
// three, and the night measured.
const TOUCHED = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-' || (i % 20000) || ' minutes')`

const STATEMENTS = [
  `${PEOPLE} INSERT INTO "Person" ("id", "language", "createdAt", "seenAt")
   SELECT 'old' || i, 'ar', ${AT}, ${AT} FROM n`,
  `${PEOPLE} INSERT INTO "Address" ("personId", "channel", "key", "sealed", "createdAt")
   SELECT 'old' || i, 'telegram', 'key' || hex(randomblob(16)), '1.x.x', ${AT} FROM n`,
  `${PEOPLE} INSERT INTO "Consent" ("id", "personId", "scope", "textHash", "language", "givenAt")
   SELECT 'old' || i, 'old' || i, 'booking', 'x', 'ar', ${AT} FROM n`,
  `${PEOPLE} INSERT INTO "Intake" ("id", "personId", "version", "questionnaire", "talk", "ref",
     "centreId", "urgency", "status", "createdAt", "updatedAt", "submittedAt")
   SELECT 'old' || i, 'old' || i, 7, 1, '{"answers":{"urgent":"no","topics":["housing"]},'
     || '"place":{"at":"appointment"},"trail":[],"done":true}', 'OLD-' || i, 'hochfeld', 'normal',
     'closed', ${AT}, ${TOUCHED}, ${AT} FROM n`,
  `${PEOPLE} INSERT INTO "Booking" ("id", "ref", "personId", "intakeId", "centreId", "startsAt",
     "endsAt", "seat", "state", "channel", "createdAt", "changedAt", "changedBy",
     "week", "block", "weekday", "hour")
   SELECT 'old' || i, 'OLD-' || i, 'old' || i, 'old' || i, 'hochfeld', ${AT}, ${ENDS}, 1, 'attended',
     'telegram', ${AT}, ${AT}, 'system', '', '', 1, 0 FROM n`,
]

// Of the present, in every city the same: 300 requests that are open, 50 appointments of this week.
const PRESENT = [
  `UPDATE "Intake" SET "status" = 'new', "submittedAt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 days')
   WHERE "rowid" <= 300`,
  `UPDATE "Booking" SET "state" = 'booked', "seat" = "rowid" % 5 + 1,
     "startsAt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', 'start of day', '-6 days', 'weekday 1', '+9 hours', '+' || ("rowid" / 5 * 20) || ' minutes'),
     "endsAt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', 'start of day', '-6 days', 'weekday 1', '+9 hours', '+' || ("rowid" / 5 * 20 + 20) || ' minutes')
   WHERE "rowid" <= 50`,
]

/** Adds `count` persons to a migrated database that nobody else has open; some of them of the present, if it is wanted. */
export function seed(file: string, count: number, hasPresent = false): void {
  const db = new Sqlite(file)
  db.pragma('synchronous = OFF')
  for (const statement of STATEMENTS) db.prepare(statement).run({ 1: count })
  if (hasPresent) for (const statement of PRESENT) db.exec(statement)
  db.close()
}
