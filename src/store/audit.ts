// The audit: rows are added, each with the hash of the one before, and never changed.

import { type Database, first, fromText, isTaken, toText } from './database.ts'

export type AuditEntry = {
  at: number
  staffId: string | null
  action: string
  outcome: 'done' | 'refused'
  /** Id of the record, booking or account; never what it says. */
  subject: string | null
  centreId: string | null
  /** Network address of the client. */
  client: string | null
}

export type AuditRow = AuditEntry & { id: number; name: string | null }

type Row = Omit<AuditRow, 'at' | 'id'> & {
  id: number | bigint
  at: string
  previous: string
  hash: string
}

const FIRST = 'begin'
const PAGE = 500

export function createAudit(db: Database) {
  return {
    /** Adds a row. Whoever loses the race for the end of the chain looks again. */
    async add(entry: AuditEntry): Promise<void> {
      for (let round = 0; ; round += 1) {
        const last = await first<{ hash: string }>(
          db,
          'SELECT "hash" FROM "Audit" ORDER BY "id" DESC LIMIT 1',
        )
        const previous = last?.hash ?? FIRST
        try {
          await db.$executeRawUnsafe(
            `INSERT INTO "Audit" ("at", "staffId", "action", "outcome", "subject", "centreId",
               "client", "previous", "hash") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
            toText(entry.at),
            entry.staffId,
            entry.action,
            entry.outcome,
            entry.subject,
            entry.centreId,
            entry.client,
            previous,
            await hashOf(previous, toText(entry.at), entry),
          )
          return
        } catch (fault) {
          if (!isTaken(fault) || round === 50) throw fault
        }
      }
    },

    /** The newest rows of some centres, with the name of whoever it was. */
    async ofCentres(centres: readonly string[], before: number | null): Promise<AuditRow[]> {
      const rows = await db.$queryRawUnsafe<Row[]>(
        `SELECT a.*, s."name" FROM "Audit" a LEFT JOIN "Staff" s ON s."id" = a."staffId"
         WHERE a."centreId" IN (SELECT "value" FROM json_each(?)) AND a."id" < ?
         ORDER BY a."id" DESC LIMIT 100`,
        JSON.stringify(centres),
        before ?? Number.MAX_SAFE_INTEGER,
      )
      return rows.map((row) => ({ ...row, id: Number(row.id), at: fromText(row.at) }))
    },

    /** The id of the first row that does not follow from the one before it; `null` if all do. */
    async broken(): Promise<number | null> {
      let previous: string | null = null
      for (let after = 0; ; ) {
        const rows: Row[] = await db.$queryRawUnsafe<Row[]>(
          `SELECT * FROM "Audit" WHERE "id" > ? ORDER BY "id" LIMIT ${PAGE}`,
          after,
        )
        for (const row of rows) {
          // After pruning the first row that is left follows one that is gone.
          if (previous !== null && row.previous !== previous) return Number(row.id)
          if (row.hash !== (await hashOf(row.previous, row.at, row))) return Number(row.id)
          previous = row.hash
          after = Number(row.id)
        }
        if (rows.length < PAGE) return null
      }
    },
  }
}

async function hashOf(
  previous: string,
  at: string,
  { staffId, action, outcome, subject, centreId, client }: Omit<AuditEntry, 'at'>,
): Promise<string> {
  const fields = [previous, at, staffId, action, outcome, subject, centreId, client]
  const bytes = new TextEncoder().encode(JSON.stringify(fields))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
