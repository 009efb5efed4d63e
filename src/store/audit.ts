// The audit: rows are added, each with the hash of the one before, and never changed.

import type { AuditEntry, AuditRow } from '../domain/people/audit.ts'
import { type Database, first, fromText, isTaken, toText } from './engine/database.ts'

/** `null`: whatever. Instants are epoch ms. */
type AuditFilter = {
  centres: readonly string[] | null
  staffId: string | null
  ref: string | null
  from: number | null
  until: number | null
  /** Id of the last row of the page before. */
  before: number | null
}

type ShownRow = Omit<AuditRow, 'at' | 'id'> & { id: number | bigint; at: string }

type Row = Omit<AuditEntry, 'at'> & {
  id: number | bigint
  at: string
  previous: string
  hash: string
}

const SHOWN = 50

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

    /** A page of the newest rows that a filter lets through, and whether there are more. */
    async page(filter: AuditFilter): Promise<{ rows: AuditRow[]; more: boolean }> {
      const { where, values } = conditionsOf(filter)
      const rows = await db.$queryRawUnsafe<ShownRow[]>(
        `SELECT a."id", a."at", a."staffId", a."action", a."outcome", a."centreId", a."client",
           COALESCE(s."name", k."name") AS "name", COALESCE(i."ref", bi."ref") AS "ref",
           COALESCE(t."name", tk."name") AS "about"
         FROM "Audit" a
         LEFT JOIN "Staff" s ON s."id" = a."staffId"
         LEFT JOIN "ApiToken" k ON k."id" = substr(a."staffId", 7) AND a."staffId" LIKE 'token:%'
         LEFT JOIN "Intake" i ON i."id" = a."subject"
         LEFT JOIN "Booking" b ON b."id" = a."subject"
         LEFT JOIN "Intake" bi ON bi."id" = b."intakeId"
         LEFT JOIN "Staff" t ON t."id" = a."subject"
         LEFT JOIN "ApiToken" tk ON tk."id" = a."subject"
         WHERE ${where} ORDER BY a."id" DESC LIMIT ${SHOWN + 1}`,
        ...values,
      )
      return {
        rows: rows
          .slice(0, SHOWN)
          .map((row) => ({ ...row, id: Number(row.id), at: fromText(row.at) })),
        more: rows.length > SHOWN,
      }
    },

    /** The newest row, by which a cut-off end can be noticed; `null` where there is none. */
    async last(): Promise<{ id: number; hash: string } | null> {
      const row = await first<{ id: number | bigint; hash: string }>(
        db,
        'SELECT "id", "hash" FROM "Audit" ORDER BY "id" DESC LIMIT 1',
      )
      return row ? { id: Number(row.id), hash: row.hash } : null
    },

    /** Whether a row that was noted before is there as it was. */
    async holds(id: number, hash: string): Promise<boolean> {
      const sql = 'SELECT 1 AS "one" FROM "Audit" WHERE "id" = ? AND "hash" = ?'
      return (await first(db, sql, id, hash)) !== undefined
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

function conditionsOf(filter: AuditFilter): { where: string; values: unknown[] } {
  const { centres, staffId, ref, from, until, before } = filter
  const conditions: [sql: string, ...values: unknown[]][] = [
    ['a."id" < ?', before ?? Number.MAX_SAFE_INTEGER],
  ]
  // The plus keeps SQLite from sorting all rows of a centre where the newest fifty are asked for.
  if (centres) {
    const column = ref === null && from === null ? '+a."centreId"' : 'a."centreId"'
    conditions.push([
      `${column} IN (SELECT "value" FROM json_each(CAST(? AS TEXT)))`,
      JSON.stringify(centres),
    ])
  }
  if (staffId !== null) conditions.push(['a."staffId" = CAST(? AS TEXT)', staffId])
  if (from !== null) conditions.push(['a."at" >= CAST(? AS TEXT)', toText(from)])
  if (until !== null) conditions.push(['a."at" < CAST(? AS TEXT)', toText(until)])
  if (ref !== null) {
    const record = 'SELECT "id" FROM "Intake" WHERE "ref" = CAST(? AS TEXT)'
    const bookings = `SELECT "id" FROM "Booking" WHERE "intakeId" IN (${record})`
    conditions.push([`a."subject" IN (${record} UNION ALL ${bookings})`, ref, ref])
  }
  return {
    where: conditions.map(([sql]) => sql).join(' AND '),
    values: conditions.flatMap(([, ...values]) => values),
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
