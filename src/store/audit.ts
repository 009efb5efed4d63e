// The audit: rows are added, each with the hash of the one before, and never changed.

import type { AuditEntry, AuditRow } from '../domain/people/audit.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'
import { AUDIT_PAGE, type AuditChoice, SHOWN } from './sql/audit.ts'

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

const FIRST = 'begin'
const PAGE = 500

/** What a row says, the part its hash is made of. */
type Row = Record<
  'at' | 'staffId' | 'action' | 'outcome' | 'subject' | 'centreId' | 'client',
  string | null
>

export function createAudit(db: Database) {
  const { audit } = db

  const last = () => audit.findFirst({ orderBy: { id: 'desc' }, select: { id: true, hash: true } })

  return {
    /** Adds a row. Whoever loses the race for the end of the chain looks again. */
    async add(entry: AuditEntry): Promise<void> {
      const { staffId, action, outcome, subject, centreId, client } = entry
      const row = { at: toText(entry.at), staffId, action, outcome, subject, centreId, client }
      for (let round = 0; ; round += 1) {
        const previous = (await last())?.hash ?? FIRST
        const hash = await hashOf(previous, row)
        if (await unlessThere(audit.createMany({ data: { ...row, previous, hash } }))) return
        if (round === 50) throw new Error('the end of the audit is written to without pause')
      }
    },

    /** A page of the newest rows that a filter lets through, and whether there are more. */
    async page(filter: AuditFilter): Promise<{ rows: AuditRow[]; more: boolean }> {
      const choice: AuditChoice = {
        ...filter,
        centres: filter.centres && JSON.stringify(filter.centres),
        from: filter.from === null ? null : toText(filter.from),
        until: filter.until === null ? null : toText(filter.until),
      }
      const { before, centres, staffId, ref, from, until } = choice
      const page = AUDIT_PAGE(choice)(before, centres, staffId, ref, from, until)
      const rows = await db.all(page)
      return {
        rows: rows.slice(0, SHOWN).map((row) => ({ ...row, at: fromText(row.at) })),
        more: rows.length > SHOWN,
      }
    },

    /** The newest row, by which a cut-off end can be noticed; `null` where there is none. */
    last,

    /** Whether a row that was noted before is there as it was. */
    async holds(id: number, hash: string): Promise<boolean> {
      return (await audit.count({ where: { id, hash } })) > 0
    },

    /** The id of the first row that does not follow from the one before it; `null` if all do. */
    async broken(): Promise<number | null> {
      let previous: string | null = null
      for (let after = 0; ; ) {
        const rows = await audit.findMany({
          where: { id: { gt: after } },
          orderBy: { id: 'asc' },
          take: PAGE,
        })
        for (const row of rows) {
          // After pruning the first row that is left follows one that is gone.
          if (previous !== null && row.previous !== previous) return row.id
          if (row.hash !== (await hashOf(row.previous, row))) return row.id
          previous = row.hash
          after = row.id
        }
        if (rows.length < PAGE) return null
      }
    },
  }
}

async function hashOf(
  previous: string,
  { at, staffId, action, outcome, subject, centreId, client }: Row,
): Promise<string> {
  const fields = [previous, at, staffId, action, outcome, subject, centreId, client]
  const bytes = new TextEncoder().encode(JSON.stringify(fields))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return digest.toHex()
}
