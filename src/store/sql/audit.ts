// The audit: rows that are added, and those that people read.

import type { AuditRow } from '../../domain/people/audit.ts'
import { family } from './family.ts'
import { statement, word } from './statement.ts'

const COLUMNS = 'at staffId action outcome subject centreId client previous hash'.split(' ')

/** Rows as JSON, in the order of their chain. */
export const ADD_ALL = statement('audit.add-all', {
  why: 'a page of records is noted at once, and D1 binds no more than a hundred values',
  sql: `INSERT INTO "Audit" (${COLUMNS.map((name) => `"${name}"`).join(', ')})
    SELECT ${COLUMNS.map((name) => `"value" ->> '${name}'`).join(', ')}
    FROM json_each(?1) ORDER BY "key"`,
  values: ['text'],
})

/** The records of those rows, found by what each follows. */
export const ADD_SUBJECTS = statement('audit.add-subjects', {
  why: 'as above: all records of a page at once, by rows that have no number yet',
  sql: `INSERT INTO "AuditSubject" ("auditId", "subject")
    SELECT a."id", s."value" FROM json_each(?1) r
      JOIN "Audit" a ON a."previous" = r."value" ->> 'previous'
      JOIN json_each(r."value", '$.subjects') s`,
  values: ['text'],
})

/** `CHAIN(after, most)`: rows as they were signed, each with its records, sorted. */
export const CHAIN = statement('audit.chain', {
  why: 'every row there is, read in pages: a sub-select gathers the records of each',
  sql: `SELECT a."id", ${COLUMNS.map((name) => `a."${name}"`).join(', ')},
      (SELECT json_group_array(s."subject") FROM (SELECT "subject" FROM "AuditSubject"
        WHERE "auditId" = a."id" ORDER BY "subject") s) AS "subjects"
    FROM "Audit" a WHERE a."id" > ?1 ORDER BY a."id" LIMIT ?2`,
  values: ['integer', 'integer'],
  rows: {
    id: 'integer',
    at: 'text',
    staffId: 'text?',
    action: 'text',
    outcome: 'text',
    subject: 'text?',
    centreId: 'text?',
    client: 'text?',
    previous: 'text',
    hash: 'text',
    subjects: 'text',
  },
})

/** Rows on a page; one more is read, to know whether there are more. */
export const SHOWN = 50

/** What a page is narrowed to; `null`: whatever. Instants as they are stored. */
export type AuditChoice = {
  /** Id of the last row of the page before. */
  before: number | null
  /** A JSON list. */
  centres: string | null
  staffId: string | null
  ref: string | null
  from: string | null
  until: string | null
  body: string | null
}

const EVERYTHING: AuditChoice = {
  before: 1,
  centres: '[]',
  staffId: '',
  ref: '',
  from: '',
  until: '',
  body: '',
}

// With a bare value SQLite plans anew for each (see LOAD), so values are cast.
const CONDITIONS: Record<keyof AuditChoice, string> = {
  before: 'a."id" < ?1',
  centres: '"centreId" IN (SELECT "value" FROM json_each(?2))',
  staffId: 'a."staffId" = ?3',
  ref: `a."id" IN (WITH "about"("id") AS (SELECT "id" FROM "Intake" WHERE "ref" = ?4 UNION ALL
      SELECT "id" FROM "Booking" WHERE "intakeId" IN (SELECT "id" FROM "Intake" WHERE "ref" = ?4))
    SELECT w."id" FROM "Audit" w WHERE w."subject" IN (SELECT "id" FROM "about") UNION ALL
    SELECT "auditId" FROM "AuditSubject" WHERE "subject" IN (SELECT "id" FROM "about"))`,
  from: 'a."at" >= ?5',
  until: 'a."at" < ?6',
  body: `(COALESCE(s."body", k."body") = ?7 OR COALESCE(i."bodyId", bi."bodyId") = ?7)`,
}

// The plus keeps SQLite from sorting all rows of a centre where the newest fifty are asked for.
const conditionsOf = (choice: AuditChoice) =>
  (Object.keys(CONDITIONS) as (keyof AuditChoice)[])
    .filter((key) => choice[key] !== null)
    .map((key) => (key === 'centres' ? `${isNarrow(choice) ? '' : '+'}a.` : '') + CONDITIONS[key])
const isNarrow = ({ ref, from }: AuditChoice) => ref !== null || from !== null

/** The newest rows that a choice lets through, with names for ids. */
export const AUDIT_PAGE = family('audit.page', [EVERYTHING], (choice: AuditChoice) => ({
  why: 'a page of a list that grows without end, chosen in seven ways, with names from four tables',
  sql: `SELECT a."id", a."at", a."staffId", a."action", a."outcome", a."centreId", a."client",
      CASE WHEN ${choice.body === null ? '1' : 'COALESCE(s."body", k."body") = ?7'}
        THEN COALESCE(s."name", k."name") END AS "name",
      COALESCE(s."id", k."id") IS NOT NULL AS "isKnown",
      COALESCE(i."ref", bi."ref") AS "ref",
      COALESCE(t."name", tk."name") AS "about",
      (SELECT count(*) FROM "AuditSubject" WHERE "auditId" = a."id") AS "records",
      (SELECT json_group_array(x."ref") FROM (SELECT si."ref" FROM "AuditSubject" s
        JOIN "Intake" si ON si."id" = s."subject" WHERE s."auditId" = a."id"
        ORDER BY si."ref" LIMIT 100) x) AS "refs"
    FROM "Audit" a
    LEFT JOIN "Staff" s ON s."id" = a."staffId"
    LEFT JOIN "ApiToken" k ON k."id" = substr(a."staffId", 7) AND a."staffId" LIKE 'token:%'
    LEFT JOIN "Intake" i ON i."id" = a."subject"
    LEFT JOIN "Booking" b ON b."id" = a."subject"
    LEFT JOIN "Intake" bi ON bi."id" = b."intakeId"
    LEFT JOIN "Staff" t ON t."id" = a."subject"
    LEFT JOIN "ApiToken" tk ON tk."id" = a."subject"
    WHERE ${['1', ...conditionsOf(choice)].join(' AND ')}
    ORDER BY a."id" DESC LIMIT ${SHOWN + 1}`,
  values: ['integer?', 'text?', 'text?', 'text?', 'text?', 'text?', 'text?'],
  rows: {
    id: 'integer',
    at: 'text',
    staffId: 'text?',
    action: word<AuditRow['action']>(),
    outcome: word<AuditRow['outcome']>(),
    centreId: 'text?',
    client: 'text?',
    name: 'text?',
    isKnown: 'boolean',
    ref: 'text?',
    about: 'text?',
    records: 'integer',
    refs: 'text',
  },
}))
