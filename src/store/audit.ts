// The audit: rows are added, each signed with the one before, and never changed.

import type { AuditAction, AuditEntry, AuditRow } from '../domain/people/audit.ts'
import type { Urgency } from '../domain/questionnaire/triage.ts'
import { createAuditChain, type Said } from './audit-chain.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { ADD_ALL, ADD_SUBJECTS, AUDIT_PAGE, type AuditChoice, SHOWN } from './sql/audit.ts'
import { AT_ONCE } from './sql/erase.ts'

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

export function createAudit(db: Database, seal: Seal) {
  const { audit } = db
  const chain = createAuditChain(db, seal)
  // The last row of our own is mostly the end; where it is not, the next one finds its place taken.
  let ours: string | undefined

  /** What follows a hash: each row with the one before and its own. */
  function chained(end: string, entries: readonly AuditEntry[]) {
    const rows: (Said & { previous: string; hash: string })[] = []
    for (const { at, subjects = [], ...entry } of entries) {
      const row = { ...entry, at: toText(at), subjects: [...new Set(subjects)].sort() }
      const previous = rows.at(-1)?.hash ?? end
      rows.push({ ...row, previous, hash: chain.hashOf(previous, row) })
    }
    return rows
  }

  /** Adds rows in their order, all or none. Whoever loses the race for the end looks again. */
  async function addAll(entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return
    for (let round = 0; ; round += 1) {
      const rows = chained(ours ?? (await chain.end()), entries)
      const text = JSON.stringify(rows)
      const hasSubjects = rows.some(({ subjects }) => subjects.length > 0)
      const adding = hasSubjects
        ? db.batch([ADD_ALL(text), ADD_SUBJECTS(text)])
        : db.run(ADD_ALL(text))
      ours = (await unlessThere(adding)) ? rows.at(-1)?.hash : undefined
      if (ours !== undefined) return
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
        rows: rows
          .slice(0, SHOWN)
          .map((row) => ({ ...row, at: fromText(row.at), refs: JSON.parse(row.refs) as string[] })),
        more: rows.length > SHOWN,
      }
    },

    /** The request of a code, as far as it says who may see it; `null` where there is none. */
    async recordOf(ref: string) {
      const select = { id: true, centreId: true, bodyId: true, urgency: true } as const
      const row = await db.intake.findUnique({ where: { ref }, select })
      return (
        row && {
          id: row.id,
          centre: row.centreId,
          body: row.bodyId,
          urgency: row.urgency as Urgency | null,
        }
      )
    },

    /** The records somebody was sent by an action at some centres since an instant. */
    async sentSince(
      {
        staffId,
        action,
        centres,
      }: { staffId: string; action: AuditAction; centres: readonly string[] },
      since: number,
    ): Promise<Set<string>> {
      const rows = await audit.findMany({
        where: { centreId: { in: [...centres] }, at: { gte: toText(since) }, staffId, action },
        select: { subject: true, subjects: { select: { subject: true } } },
      })
      return new Set(
        rows.flatMap(({ subject, subjects }) => subject ?? subjects.map((one) => one.subject)),
      )
    },

    /** The newest row, by which a cut-off end can be noticed; `null` where there is none. */
    last: chain.last,
    /** Whether a row that was noted before is there as it was. */
    holds: chain.holds,
    verify: chain.verify,

    /** Writes down the end of the chain; see {@link createAuditChain}. */
    noteEnd: (now: number) => chain.noteEnd(toText(now)),
    /** When that was done last, by what stands there (the fact `audit-end`), as epoch ms. */
    notedAt: (noted: string | null): number | null =>
      noted === null ? null : fromText((JSON.parse(noted) as { at: string }).at),

    /**
     * Takes the oldest rows away that are from before an instant, some at a time: only rows that nothing
     * younger stands before, so that what is left is one piece. Its new beginning is noted in the same batch.
     * @returns how many
     */
    async prune(before: number, now: number, mayGoOn = () => true): Promise<number> {
      for (let pruned = 0; ; ) {
        const oldest = await audit.findMany({
          orderBy: { id: 'asc' },
          take: AT_ONCE,
          select: { id: true, at: true, hash: true },
        })
        const young = oldest.findIndex(({ at }) => at >= toText(before))
        const due = young < 0 ? oldest : oldest.slice(0, young)
        const last = due.at(-1)
        if (!last) return pruned
        await db.batch([
          chain.beginningAfter(last, toText(now)),
          audit.deleteMany({ where: { id: { lte: last.id } } }),
        ])
        pruned += due.length
        if (due.length < AT_ONCE || !mayGoOn()) return pruned
      }
    },
  }
}
