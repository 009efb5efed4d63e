// A person's talk as rows: loaded with one statement, saved with one.

import type { Appointment } from '../domain/appointment/appointment.ts'
import type { BlockedReason } from '../domain/appointment/delivery.ts'
import type { Address } from '../domain/people/address.ts'
import { keysOf } from './address-keys.ts'
import {
  JOINED_APPOINTMENT,
  type JoinedAppointmentRow,
  joinedAppointmentOf,
} from './appointment-row.ts'
import { type Database, first, fromText, isTaken, numbered, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import {
  type KeptTalkRow,
  keptTalkOf,
  type LoadedIntake,
  type Secrets,
  type StoredTalk,
} from './kept-talk.ts'
import type { GivenConsent } from './people.ts'
import {
  PERSON_FACTS,
  type PersonFacts,
  type PersonFactsRow,
  personFactsOf,
} from './person-facts.ts'

/** What one statement tells of an address, an input and the city. */
export type Loaded = {
  /** This input has been answered before. */
  answered: boolean
  cityVersion: number
  /** Somebody waits for a free seat. */
  waitedFor: boolean
  person: LoadedPerson | null
}

export type LoadedPerson = PersonFacts & {
  id: string
  language: string
  unreachable: BlockedReason | null
  /** Purposes agreed to, each with the fingerprint of the text and the instant. */
  consents: readonly { scope: string; textHash: string; givenAt: number }[]
  intake: LoadedIntake | null
  appointment: Appointment | null
}

/** What came of saving a talk. */
export type Saved = 'saved' | 'stale' | 'code-taken'

/** What is written with a talk. */
export type SavedIntake = {
  id: string
  personId: string
  version: number
  /** The input that decided it, by its name; `null` where staff wrote it down. */
  input: string | null
  questionnaire: number
  talk: StoredTalk
  secrets: Secrets
  ref: string | null
  callBack: string | null
  source: string | null
  centre: string | null
  urgency: string | null
  /** Who of the staff it is for when it is submitted; `null` for nobody in particular. */
  counsellor: string | null
  /** The request is in front of staff from now on. */
  submitted: boolean
  /** What the person agreed to in this step; giving the same consent again changes nothing. */
  given: readonly GivenConsent[]
  now: number
}

type Row = PersonFactsRow &
  JoinedAppointmentRow &
  KeptTalkRow & {
    answered: number | bigint
    cityVersion: number
    waitedFor: number | bigint
    personId: string | null
    language: string | null
    unreachable: BlockedReason | null
    consents: string | null
  }

// With a bare `?` in a WHERE over several tables, SQLite plans anew whenever another value is bound
// (STAT4), which made this ten times as dear. A cast value is not looked at while planning.
const LOAD = `
SELECT EXISTS (SELECT 1 FROM "AnsweredInput" u WHERE u."id" = CAST(? AS TEXT)) AS "answered",
  c."version" AS "cityVersion",
  EXISTS (SELECT 1 FROM "Waiting" v WHERE v."state" = 'waiting') AS "waitedFor",
  p."id" AS "personId", p."language", p."unreachable",
  (SELECT group_concat(k."scope" || '|' || k."textHash" || '|' || k."givenAt") FROM "Consent" k
    WHERE k."personId" = p."id" AND k."withdrawnAt" IS NULL) AS "consents",
  i."id" AS "intakeId", i."version", i."lastInput" = ? AS "decided", i."updatedAt" AS "savedAt", i."talk", i."sealed",
  i."ref", i."callBack", i."source",
  ${JOINED_APPOINTMENT}, ${PERSON_FACTS}
FROM "City" c
LEFT JOIN "Address" a ON a."key" IN (CAST(? AS TEXT), CAST(? AS TEXT)) AND a."current"
LEFT JOIN "Person" p ON p."id" = a."personId"
LEFT JOIN "Intake" i ON i."id" = (SELECT x."id" FROM "Intake" x WHERE x."personId" = p."id"
  ORDER BY x."createdAt" DESC, x."rowid" DESC LIMIT 1)
LEFT JOIN "Booking" b ON b."id" = (SELECT y."id" FROM "Booking" y WHERE y."personId" = p."id"
  AND y."state" IN ('booked', 'cancelled', 'attended', 'missed', 'unmarked')
  AND (y."intakeId" = i."id" OR y."state" = 'booked')
  ORDER BY y."state" = 'booked' DESC, y."changedAt" DESC, y."rowid" DESC LIMIT 1)
WHERE c."id" = CAST(? AS TEXT)`

// The most urgent first, in an order that an index has.
const RANK = "CASE ?11 WHEN 'red' THEN 0 WHEN 'orange' THEN 1 WHEN 'yellow' THEN 2 ELSE 3 END"

const SAVE = numbered(`
INSERT INTO "Intake" ("id", "personId", "version", "lastInput", "questionnaire", "talk", "sealed",
  "ref", "callBack", "source", "centreId", "urgency", "status", "createdAt", "updatedAt",
  "submittedAt", "takenBy", "rank")
VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?13, ?14, ?16, ${RANK})
ON CONFLICT ("id") DO UPDATE SET "version" = "version" + 1, "lastInput" = ?3,
  "questionnaire" = ?4, "talk" = ?5, "sealed" = ?6, "ref" = COALESCE("ref", ?7), "callBack" = ?8,
  "source" = ?9, "urgency" = ?11, "rank" = ${RANK},
  "centreId" = CASE WHEN "handedAt" IS NULL THEN COALESCE(?10, "centreId") ELSE "centreId" END,
  "status" = CASE WHEN "status" = 'open' THEN ?12 ELSE "status" END, "updatedAt" = ?13,
  "takenBy" = CASE WHEN "submittedAt" IS NULL THEN ?16 ELSE "takenBy" END,
  "submittedAt" = COALESCE("submittedAt", ?14)
WHERE "version" = ?15`)

// The same consent given again changes nothing.
const CONSENT = numbered(`
INSERT INTO "Consent" ("id", "personId", "scope", "textHash", "language", "givenAt")
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT ("personId", "scope", "textHash") WHERE "withdrawnAt" IS NULL DO NOTHING`)

export function createTalks(db: Database, seal: Seal) {
  return {
    /**
     * Everything one input (by its name) needs to know, in one statement. Changes are those after `since`, messages of staff after `writtenSince` (epoch milliseconds).
     */
    async load(
      city: string,
      address: Address,
      input: string,
      { since, writtenSince, now }: { since: number; writtenSince: number; now: number },
    ): Promise<Loaded> {
      const [key, olderKey] = await keysOf(seal, address)
      const row = await first<Row>(
        db,
        LOAD,
        input,
        input,
        toText(since),
        toText(now),
        input,
        toText(writtenSince),
        key,
        olderKey,
        city,
      )
      if (!row) throw new Error('the city has not been seeded')
      return {
        answered: Number(row.answered) === 1,
        cityVersion: Number(row.cityVersion),
        waitedFor: Number(row.waitedFor) === 1,
        person: await personOf(row, seal),
      }
    },

    /** How many requests a person began since an instant. */
    async requestsSince(personId: string, since: number): Promise<number> {
      const row = await first<{ count: number | bigint }>(
        db,
        'SELECT count(*) AS "count" FROM "Intake" WHERE "personId" = ? AND "createdAt" > ?',
        personId,
        toText(since),
      )
      return Number(row?.count ?? 0)
    },

    /**
     * Saves the talk, with what was agreed to, if nobody saved it since it was loaded.
     * @returns `stale` when somebody did: load and decide again; `code-taken` when another request
     * has the code already: draw another one
     */
    async save(intake: SavedIntake): Promise<Saved> {
      const at = toText(intake.now)
      const sealed = isEmpty(intake.secrets)
        ? null
        : await seal.seal(JSON.stringify(intake.secrets))
      const values = SAVE(
        intake.id,
        intake.personId,
        intake.input,
        intake.questionnaire,
        JSON.stringify(intake.talk),
        sealed,
        intake.ref,
        intake.callBack,
        intake.source,
        intake.centre,
        intake.urgency,
        intake.submitted ? 'new' : 'open',
        at,
        intake.submitted ? at : null,
        intake.version,
        intake.counsellor,
      )
      const consents = intake.given.map(({ id, scope, textHash, language }) =>
        CONSENT(id, intake.personId, scope, textHash, language, at),
      )
      try {
        const saved = await db.batchIf([values, ...consents])
        return saved ? 'saved' : 'stale'
      } catch (fault) {
        if (intake.ref !== null && isTaken(fault)) return 'code-taken'
        throw fault
      }
    },
  }
}

async function personOf(row: Row, seal: Seal): Promise<LoadedPerson | null> {
  if (row.personId === null || row.language === null) return null
  return {
    id: row.personId,
    language: row.language,
    unreachable: row.unreachable,
    consents: (row.consents ?? '')
      .split(',')
      .filter((entry) => entry !== '')
      .map((entry) => {
        const [scope = '', textHash = '', givenAt = ''] = entry.split('|')
        return { scope, textHash, givenAt: fromText(givenAt) }
      }),
    intake: await keptTalkOf(row, seal),
    appointment: joinedAppointmentOf(row),
    ...personFactsOf(row),
  }
}

function isEmpty(secrets: Secrets): boolean {
  return Object.values(secrets).every((value) => value === undefined || value === null)
}
