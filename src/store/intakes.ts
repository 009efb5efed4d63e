// Submitted requests as staff see them: lists and one record, each read with one statement.

import type { Finding } from '../domain/care.ts'
import type { Appointment } from '../domain/dialog/talk.ts'
import type { Answers } from '../domain/questions.ts'
import type { SubmittedIntake } from '../domain/record.ts'
import type { Urgency } from '../domain/triage.ts'
import { type Database, first, fromText, numbered, toText } from './database.ts'
import type { Seal } from './seal.ts'

/** Whose requests may be read: some centres, and there what nobody or one carrier has taken over. */
export type Sight = { centres: readonly string[]; body: string | null; allBodies: boolean }

type CareStatus = 'new' | 'in-care' | 'referred' | 'closed'

/** A request with what has become of it. */
export type CaseIntake = SubmittedIntake & {
  personId: string
  urgency: Urgency
  status: CareStatus
  takenBy: { id: string; name: string } | null
  body: string | null
  calledAt: number | null
  unreachable: string | null
  /** Their day was closed and they have no other time yet. */
  displaced: boolean
}

export type IntakeFilter = {
  status: 'open' | 'closed' | 'all'
  /** Beginning of a reference code; '' for any. */
  reference: string
  limit: number
  offset: number
}

// The day was closed and the person has no other time yet.
const DISPLACED = `b."state" = 'cancelled' AND b."changedBy" LIKE 'closure:%'`

const COLUMNS = `i."id", i."personId", i."ref", i."questionnaire", i."submittedAt", i."centreId",
  p."language", p."unreachable", i."talk", i."sealed", i."callBack", i."calledAt", i."source",
  i."urgency", i."status", i."takenBy", s."name" AS "takenByName", i."bodyId",
  b."centreId" AS "bookedCentre", b."startsAt", b."endsAt", b."state",
  ${DISPLACED} AS "displaced",
  (SELECT json_group_array(json_object('rechtskreis', f."rechtskreis", 'verdict', f."verdict",
      'by', COALESCE(z."name", ''), 'at', f."at")) FROM "Finding" f
    LEFT JOIN "Staff" z ON z."id" = f."staffId" WHERE f."intakeId" = i."id") AS "findings"`

// The latest booking of the request itself; an open one before any other.
const AROUND = `JOIN "Person" p ON p."id" = i."personId"
  LEFT JOIN "Staff" s ON s."id" = i."takenBy"
  LEFT JOIN "Booking" b ON b."id" = (SELECT y."id" FROM "Booking" y WHERE y."intakeId" = i."id"
    AND y."state" IN ('booked', 'cancelled', 'attended', 'missed', 'unmarked')
    ORDER BY y."state" = 'booked' DESC, y."changedAt" DESC LIMIT 1)`
const TABLES = `"Intake" i ${AROUND}`

const SEEN = `i."submittedAt" IS NOT NULL AND i."centreId" IN (SELECT "value" FROM json_each(?1))
  AND (?2 OR i."bodyId" IS NULL OR i."bodyId" = ?3)`

const URGENT_FIRST = `CASE i."urgency" WHEN 'red' THEN 0 WHEN 'orange' THEN 1 WHEN 'yellow' THEN 2
  ELSE 3 END, i."submittedAt" DESC`

// Which ones a page shows is found in an index; only these are then read, with all there is of them.
const listed = (index: string, where: string) =>
  numbered(`SELECT ${COLUMNS} FROM (SELECT i."rowid" AS "at" FROM "Intake" i INDEXED BY "${index}"
  WHERE ${SEEN} AND (?4 = 'all' OR (i."status" = 'closed') = (?4 = 'closed')) ${where}
  ORDER BY ${URGENT_FIRST} LIMIT ?6 OFFSET ?7) l
  CROSS JOIN "Intake" i ON i."rowid" = l."at" ${AROUND} ORDER BY ${URGENT_FIRST}`)

const LIST = listed('Intake_listed', '')
const SEARCH = listed(
  'Intake_ref_key',
  'AND i."ref" >= CAST(?5 AS TEXT) AND i."ref" < CAST(?5 AS TEXT) || char(1114111)',
)

const PAGE = numbered(`SELECT ${COLUMNS} FROM ${TABLES} WHERE ${SEEN}
  AND (i."submittedAt", i."id") > (?4, ?5) ORDER BY i."submittedAt", i."id" LIMIT ?6`)

const CALLS = numbered(`SELECT ${COLUMNS} FROM ${TABLES} WHERE ${SEEN} AND i."status" <> 'closed'
  AND i."calledAt" IS NULL AND (i."callBack" IS NOT NULL
  OR (p."unreachable" <> 'no-chat' AND b."state" = 'booked')
  OR (${DISPLACED} AND (p."unreachable" IS NOT NULL OR b."changedAt" < ?4)))
  ORDER BY ${URGENT_FIRST} LIMIT 200`)

type Row = {
  id: string
  personId: string
  ref: string
  questionnaire: number
  submittedAt: string
  centreId: string
  language: string
  unreachable: string | null
  talk: string
  sealed: string | null
  callBack: string | null
  calledAt: string | null
  source: string | null
  urgency: Urgency | null
  status: CareStatus
  takenBy: string | null
  takenByName: string | null
  bodyId: string | null
  bookedCentre: string | null
  startsAt: string | null
  endsAt: string | null
  state: Appointment['state'] | null
  displaced: number | bigint | null
  findings: string
}

/** As the statements about requests take it: centres (JSON), whether every carrier, the carrier. */
export const sightValues = ({ centres, body, allBodies }: Sight) => [
  JSON.stringify(centres),
  allBodies ? 1 : 0,
  body,
]

export function createIntakes(db: Database, seal: Seal) {
  const read = (rows: readonly Row[]) => Promise.all(rows.map((row) => intakeOf(row, seal)))
  return {
    /** A page of requests, the urgent first, then the latest; one more than asked for tells of a next page. */
    async list(sight: Sight, filter: IntakeFilter): Promise<CaseIntake[]> {
      const statement = filter.reference === '' ? LIST : SEARCH
      const rows = await db.$queryRawUnsafe<Row[]>(
        ...statement(
          ...sightValues(sight),
          filter.status,
          filter.reference,
          filter.limit + 1,
          filter.offset,
        ),
      )
      return read(rows)
    },

    /**
     * Whoever waits to be called or written to, whoever no message reaches any more, and whoever
     * lost a closed day and has not answered since an instant.
     */
    async calls(sight: Sight, unansweredSince: number): Promise<CaseIntake[]> {
      const rows = await db.$queryRawUnsafe<Row[]>(
        ...CALLS(...sightValues(sight), toText(unansweredSince)),
      )
      return read(rows)
    },

    /** Requests in the order of their submission, after a place in it; for machines. */
    async page(
      sight: Sight,
      after: { submittedAt: number; id: string } | null,
      limit: number,
    ): Promise<CaseIntake[]> {
      const at = after ? toText(after.submittedAt) : ''
      const rows = await db.$queryRawUnsafe<Row[]>(
        ...PAGE(...sightValues(sight), at, after?.id ?? '', limit),
      )
      return read(rows)
    },

    /** One request wherever it is: whether it may be seen is decided by its centre and carrier. */
    async find(id: string): Promise<CaseIntake | null> {
      const row = await first<Row>(
        db,
        `SELECT ${COLUMNS} FROM ${TABLES} WHERE i."id" = ? AND i."submittedAt" IS NOT NULL`,
        id,
      )
      return row ? intakeOf(row, seal) : null
    },

    /** Other requests of the same person, the latest first. */
    async others(intake: CaseIntake): Promise<CaseIntake[]> {
      const rows = await db.$queryRawUnsafe<Row[]>(
        `SELECT ${COLUMNS} FROM ${TABLES} WHERE i."personId" = ? AND i."id" <> ?
           AND i."submittedAt" IS NOT NULL ORDER BY i."submittedAt" DESC LIMIT 20`,
        intake.personId,
        intake.id,
      )
      return read(rows)
    },

    async setCalled(id: string, now: number): Promise<void> {
      await db.$executeRawUnsafe(
        'UPDATE "Intake" SET "calledAt" = ? WHERE "id" = ?',
        toText(now),
        id,
      )
    },
  }
}

async function intakeOf(row: Row, seal: Seal): Promise<CaseIntake> {
  const talk = JSON.parse(row.talk) as { answers: Answers }
  const secrets = row.sealed
    ? (JSON.parse(await seal.open(row.sealed)) as {
        alias?: string | null
        note?: string | null
        phone?: string
      })
    : {}
  const answers: Answers = { ...talk.answers }
  if (secrets.alias !== undefined) answers.alias = secrets.alias
  if (secrets.note !== undefined) answers.note = secrets.note
  return {
    id: row.id,
    personId: row.personId,
    ref: row.ref,
    questionnaire: Number(row.questionnaire),
    submittedAt: fromText(row.submittedAt),
    centre: row.centreId,
    language: row.language,
    answers,
    callBack: row.callBack,
    phone: secrets.phone ?? null,
    source: row.source,
    appointment: appointmentOf(row),
    urgency: row.urgency ?? 'green',
    status: row.status,
    takenBy: row.takenBy ? { id: row.takenBy, name: row.takenByName ?? '' } : null,
    body: row.bodyId,
    calledAt: row.calledAt ? fromText(row.calledAt) : null,
    unreachable: row.unreachable,
    displaced: Number(row.displaced ?? 0) === 1,
    findings: findingsOf(row),
  }
}

function findingsOf(row: Row): Finding[] {
  const findings = JSON.parse(row.findings) as (Omit<Finding, 'at'> & { at: string })[]
  return findings.map((finding) => ({ ...finding, at: fromText(finding.at) }))
}

function appointmentOf({ bookedCentre, startsAt, endsAt, state }: Row) {
  if (!bookedCentre || !startsAt || !endsAt || !state) return null
  return { centre: bookedCentre, startsAt: fromText(startsAt), endsAt: fromText(endsAt), state }
}
