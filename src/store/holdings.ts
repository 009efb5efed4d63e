// Everything that is kept about one person, for the person: GDPR Art. 15 and 20.

import type { Database } from './database.ts'
import type { Seal } from './seal.ts'

type Row = Record<string, unknown>

/** What is held, table by table; instants as they are stored: UTC, ISO 8601. */
export type Holdings = {
  person: Row | undefined
  consents: Row[]
  requests: Row[]
  appointments: Row[]
  waiting: Row[]
  messages: Row[]
}

export function createHoldings(db: Database, seal: Seal) {
  const rows = (sql: string, personId: string) => db.$queryRawUnsafe<Row[]>(sql, personId)

  async function opened({ sealed, talk, ...row }: Row): Promise<Row> {
    const typed = typeof sealed === 'string' ? JSON.parse(await seal.open(sealed)) : {}
    return { ...row, talk: JSON.parse(String(talk)), typed }
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
           "urgency", "status", "createdAt", "updatedAt", "submittedAt"
         FROM "Intake" WHERE "personId" = ? ORDER BY "createdAt"`,
        personId,
      )
      return {
        person,
        consents: await rows(
          `SELECT "scope", "textHash", "language", "givenAt", "withdrawnAt" FROM "Consent"
           WHERE "personId" = ? ORDER BY "givenAt"`,
          personId,
        ),
        requests: await Promise.all(requests.map(opened)),
        appointments: await rows(
          `SELECT "ref" AS "code", "centreId", "startsAt", "endsAt", "state", "remind", "answer",
             "answeredAt", "createdAt", "changedAt" FROM "Booking"
           WHERE "personId" = ? ORDER BY "createdAt"`,
          personId,
        ),
        waiting: await rows(
          'SELECT "wishes", "since", "state" FROM "Waiting" WHERE "personId" = ? ORDER BY "since"',
          personId,
        ),
        messages: await rows(
          `SELECT "kind", "status", "dueAt", "doneAt" FROM "Outbox"
           WHERE "personId" = ? ORDER BY "dueAt"`,
          personId,
        ),
      }
    },
  }
}
