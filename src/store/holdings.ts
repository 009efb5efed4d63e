// Everything that is kept about one person, for the person: GDPR Art. 15 and 20.

import type { Database } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

type Row = Record<string, unknown>

/** What is held, table by table; instants as they are stored: UTC, ISO 8601. */
export type Holdings = {
  person: Row | undefined
  consents: Row[]
  requests: Row[]
  /** That a note was written and when; its words are shown by whoever wrote it (docs/privacy). */
  notes: Row[]
  referrals: Row[]
  appointments: Row[]
  history: Row[]
  waiting: Row[]
  messages: Row[]
  /** When staff saw or changed something; who of them is theirs to keep. */
  views: Row[]
  updates: Row[]
  /** By which way they were met; the address itself is theirs to know. */
  addresses: Row[]
  /** What other systems were told of: that, and when. */
  told: Row[]
  replies: Row[]
  findings: Row[]
}

// Who it was among the staff is not the person's to know: the rights of others (Art. 15 (4)).
const WHO = `CASE WHEN e."by" LIKE 'staff%' THEN 'staff' WHEN e."by" LIKE 'closure%' THEN 'closure'
  ELSE e."by" END`

const OWN_SUBJECTS = `SELECT i."id" FROM "Intake" i WHERE i."personId" = p."id"
  UNION ALL SELECT b."id" FROM "Booking" b WHERE b."personId" = p."id"`

// Each takes the id of the person once.
const TABLES = {
  consents: `SELECT "scope", "textHash", "language", "givenAt", "withdrawnAt" FROM "Consent"
    WHERE "personId" = ? ORDER BY "givenAt"`,
  notes: `SELECT i."ref" AS "request", n."createdAt" FROM "StaffNote" n
    JOIN "Intake" i ON i."id" = n."intakeId" WHERE i."personId" = ? ORDER BY n."createdAt"`,
  referrals: `SELECT i."ref" AS "request", r."target", r."agreed" AS "passes", r."createdAt",
      r."answer", r."answeredAt", r."textHash", r."outcome", r."outcomeAt"
    FROM "Referral" r JOIN "Intake" i ON i."id" = r."intakeId"
    WHERE i."personId" = ? ORDER BY r."createdAt"`,
  appointments: `SELECT "ref" AS "code", "centreId", "startsAt", "endsAt", "state", "channel",
      "remind", "answer", "answeredAt", "heldUntil", "createdAt", "changedAt" FROM "Booking"
    WHERE "personId" = ? ORDER BY "createdAt"`,
  history: `SELECT b."ref" AS "code", e."at", ${WHO} AS "by", e."state", e."centreId",
      e."startsAt" FROM "BookingEvent" e JOIN "Booking" b ON b."id" = e."bookingId"
    WHERE b."personId" = ? ORDER BY e."id"`,
  waiting: `SELECT "wishes", "since", "state", "changedAt" FROM "Waiting"
    WHERE "personId" = ? ORDER BY "since"`,
  views: `SELECT a."at", a."action", a."outcome", a."centreId" FROM "Person" p
    JOIN "Audit" a ON a."subject" IN (${OWN_SUBJECTS}) WHERE p."id" = ? ORDER BY a."id"`,
  told: `SELECT d."event", d."status", d."createdAt", d."doneAt" FROM "Person" p
    JOIN "WebhookDelivery" d ON d."subject" IN (${OWN_SUBJECTS}) WHERE p."id" = ? ORDER BY d."id"`,
  replies: `SELECT r."language", r."sealed", r."createdAt", r."readAt" FROM "Reply" r
    JOIN "Intake" i ON i."id" = r."intakeId" WHERE i."personId" = ? ORDER BY r."createdAt"`,
  addresses: `SELECT "channel", "createdAt" FROM "Address" WHERE "personId" = ? ORDER BY "createdAt"`,
  findings: `SELECT f."rechtskreis", f."verdict", f."at" FROM "Finding" f
    JOIN "Intake" i ON i."id" = f."intakeId" WHERE i."personId" = ? ORDER BY f."at"`,
  updates: `SELECT "at", "messages" FROM "AnsweredInput" WHERE "personId" = ? ORDER BY "at"`,
} as const

export function createHoldings(db: Database, seal: Seal) {
  const rows = (sql: string, personId: string) => db.$queryRawUnsafe<Row[]>(sql, personId)

  async function opened({ sealed, talk, ...row }: Row): Promise<Row> {
    const typed = typeof sealed === 'string' ? JSON.parse(await seal.open(sealed)) : {}
    return { ...row, talk: JSON.parse(String(talk)), typed }
  }

  async function withText({ sealed, ...row }: Row): Promise<Row> {
    return { ...row, text: typeof sealed === 'string' ? await seal.open(sealed) : null }
  }

  return {
    /** Reads all of it, what is sealed opened. */
    async of(personId: string): Promise<Holdings> {
      const [person] = await rows(
        'SELECT "language", "createdAt", "seenAt", "unreachable" FROM "Person" WHERE "id" = ?',
        personId,
      )
      const requests = await rows(
        `SELECT "ref" AS "code", "questionnaire", "talk", "sealed", "callBack", "source", "centreId",
           "urgency", "status", "bodyId", "takenBy" IS NOT NULL AS "taken", "createdAt",
           "updatedAt", "submittedAt", "calledAt", "handedAt"
         FROM "Intake" WHERE "personId" = ? ORDER BY "createdAt"`,
        personId,
      )
      const messages = await rows(
        `SELECT "kind", "payload" ->> 'template' AS "template", "sealed", "status", "reason",
           "dueAt", "doneAt" FROM "Outbox" WHERE "personId" = ? ORDER BY "dueAt", "id"`,
        personId,
      )
      const read = (table: keyof typeof TABLES) => rows(TABLES[table], personId)
      return {
        person,
        consents: await read('consents'),
        requests: await Promise.all(requests.map(opened)),
        notes: await read('notes'),
        referrals: await read('referrals'),
        appointments: await read('appointments'),
        history: await read('history'),
        waiting: await read('waiting'),
        messages: await Promise.all(messages.map(withText)),
        views: await read('views'),
        updates: await read('updates'),
        addresses: await read('addresses'),
        replies: await Promise.all((await read('replies')).map(withText)),
        findings: await read('findings'),
        told: await read('told'),
      }
    },
  }
}
