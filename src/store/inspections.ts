// Looks at what a member of staff did that were asked for or are released, as facts of their own. That they
// were stands in the audit, and they are kept as long.

import type { Inspection } from '../domain/people/oversight.ts'
import { type Database, fromText, toText } from './engine/database.ts'

const PREFIX = 'inspection.'
const keyOf = (id: string) => `${PREFIX}${id}`

export function createInspections(db: Database) {
  return {
    /** All that have not been taken away, the oldest first. */
    async all(): Promise<Inspection[]> {
      const rows = await db.meta.findMany({ where: { key: { gt: PREFIX, lt: 'inspection/' } } })
      return rows
        .map(({ value }) => JSON.parse(value) as Inspection)
        .sort((a, b) => a.askedAt - b.askedAt)
    },

    async ask(inspection: Inspection): Promise<void> {
      const value = JSON.stringify(inspection)
      await db.meta.createMany({ data: { key: keyOf(inspection.id), value } })
    },

    /** Changes one that is still as it was read; whether it was. */
    async change(before: Inspection, after: Inspection): Promise<boolean> {
      const { count } = await db.meta.updateMany({
        where: { key: keyOf(before.id), value: JSON.stringify(before) },
        data: { value: JSON.stringify(after) },
      })
      return count === 1
    },

    /** Takes those away that were asked for before an instant. */
    async forget(before: number): Promise<void> {
      const old = (await this.all()).filter(({ askedAt }) => askedAt < before)
      await db.meta.deleteMany({ where: { key: { in: old.map(({ id }) => keyOf(id)) } } })
    },

    /** Lines about single requests that people of the staff opened or were refused since an instant, of any centre. */
    async looks(centres: readonly string[], since: number) {
      const rows = await db.audit.findMany({
        where: {
          centreId: { in: [...centres] },
          at: { gte: toText(since) },
          subject: { not: null },
          staffId: { not: null },
          OR: [{ outcome: 'refused' }, { action: { in: ['see-record', 'export-record'] } }],
        },
        select: { at: true, staffId: true, subject: true, centreId: true, outcome: true },
        orderBy: { id: 'asc' },
      })
      return rows.flatMap(({ at, staffId, subject, centreId, outcome }) =>
        // A token is a program: it reads page after page.
        staffId === null || subject === null || centreId === null || staffId.startsWith('token:')
          ? []
          : {
              at: fromText(at),
              staffId,
              subject,
              centre: centreId,
              isRefused: outcome === 'refused',
            },
      )
    },
  }
}
