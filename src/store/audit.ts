// The audit: rows are added, each with the hash of the one before, and never changed.

import type { AuditEntry, AuditRow } from '../domain/people/audit.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'
import { ADD_ALL, AUDIT_PAGE, type AuditChoice, SHOWN } from './sql/audit.ts'

/** `null`: whatever. Instants are epoch ms. */
type AuditFilter = {
  centres: readonly string[] | null
  /** A carrier: what its staff did, and what was done with its cases, without the names of others. */
  body: string | null
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

  /** Adds rows in their order, all or none. Whoever loses the race for the end looks again. */
  async function addAll(entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return
    for (let round = 0; ; round += 1) {
      const rows = await chained((await last())?.hash ?? FIRST, entries)
      if (await unlessThere(db.run(ADD_ALL(JSON.stringify(rows))))) return
      if (round === 50) throw new Error('the end of the audit is written to without pause')
    }
  }

  return {
    /** Adds a row. */
    add: (entry: AuditEntry) => addAll([entry]),
    addAll,

    /** A page of the newest rows that a filter lets through, and whether there are more. */
    async page(filter: AuditFilter): Promise<{ rows: AuditRow[]; more: boolean }> {
      const choice: AuditChoice = {
        ...filter,
        centres: filter.centres && JSON.stringify(filter.centres),
        from: filter.from === null ? null : toText(filter.from),
        until: filter.until === null ? null : toText(filter.until),
      }
      const { before, centres, staffId, ref, from, until, body } = choice
      const page = AUDIT_PAGE(choice)(before, centres, staffId, ref, from, until, body)
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

/** What follows a hash: each row with the one before and its own. */
async function chained(end: string, entries: readonly AuditEntry[]) {
  const rows: (Row & { previous: string; hash: string })[] = []
  for (const { at, staffId, action, outcome, subject, centreId, client } of entries) {
    const row = { at: toText(at), staffId, action, outcome, subject, centreId, client }
    const previous = rows.at(-1)?.hash ?? end
    rows.push({ ...row, previous, hash: await hashOf(previous, row) })
  }
  return rows
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
