// What staff do with a request: each fact one statement, what they write sealed.

import type { CareEntry, CareStatus, Verdict } from '../domain/people/care.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

type Row = {
  id: string
  kind: CareEntry['kind']
  createdAt: string
  name: string | null
  text: string
  agreed: string | null
  status: string | null
  language: string | null
}

const ENTRIES = `
SELECT n."id", 'note' AS "kind", n."createdAt", s."name", n."sealed" AS "text", NULL AS "agreed",
  NULL AS "status", NULL AS "language"
FROM "StaffNote" n LEFT JOIN "Staff" s ON s."id" = n."staffId" WHERE n."intakeId" = ?
UNION ALL
SELECT r."id", 'referral', r."createdAt", s."name", r."target", r."agreed", NULL, NULL
FROM "Referral" r LEFT JOIN "Staff" s ON s."id" = r."staffId" WHERE r."intakeId" = ?
UNION ALL
SELECT CAST(o."id" AS TEXT), 'message', o."createdAt", s."name", o."payload" ->> 'template', NULL,
  o."status", NULL
FROM "Outbox" o LEFT JOIN "Staff" s ON s."id" = o."payload" ->> 'by'
WHERE o."personId" = (SELECT i."personId" FROM "Intake" i WHERE i."id" = ?)
  AND o."kind" = 'staff-message' AND o."payload" ->> 'intake' = ?
UNION ALL
SELECT y."input", 'reply', y."createdAt", NULL, y."sealed", NULL,
  CASE WHEN y."readAt" IS NULL THEN 'unread' END, y."language"
FROM "Reply" y WHERE y."intakeId" = ?
ORDER BY 3 DESC`

export function createCare(db: Database, seal: Seal) {
  return {
    /** Gives a request to a member of staff unless somebody else or another centre has it by now. */
    async take(
      id: string,
      from: { takenBy: string | null; centre: string },
      to: { id: string; body: string | null },
    ): Promise<boolean> {
      const taken = await db.$executeRawUnsafe(
        `UPDATE "Intake" SET "takenBy" = ?, "bodyId" = ?,
           "status" = CASE WHEN "status" = 'new' THEN 'in-care' ELSE "status" END
         WHERE "id" = ? AND "takenBy" IS ? AND "centreId" = ?`,
        to.id,
        to.body,
        id,
        from.takenBy,
        from.centre,
      )
      return taken === 1
    },

    /** Changes the status if it is still the one the page showed; back to new, nobody has it. */
    async setStatus(id: string, from: CareStatus, to: CareStatus): Promise<boolean> {
      const changed = await db.$executeRawUnsafe(
        `UPDATE "Intake" SET "status" = ?,
           "takenBy" = CASE WHEN ? = 'new' THEN NULL ELSE "takenBy" END,
           "bodyId" = CASE WHEN ? = 'new' THEN NULL ELSE "bodyId" END
         WHERE "id" = ? AND "status" = ?`,
        to,
        to,
        to,
        id,
        from,
      )
      return changed === 1
    },

    /** Gives a request to another centre, where nobody has taken it over yet. */
    async handOver(id: string, from: string, to: string, now: number): Promise<boolean> {
      const handed = await db.$executeRawUnsafe(
        `UPDATE "Intake" SET "centreId" = ?, "takenBy" = NULL, "bodyId" = NULL, "status" = 'new',
           "handedAt" = ? WHERE "id" = ? AND "centreId" = ?`,
        to,
        toText(now),
        id,
        from,
      )
      return handed === 1
    },

    /** Adds a note; the same `id` is added once. */
    async addNote(
      note: { id: string; intakeId: string; staffId: string; text: string },
      now: number,
    ): Promise<void> {
      await db.$executeRawUnsafe(
        `INSERT INTO "StaffNote" ("id", "intakeId", "staffId", "sealed", "createdAt")
         VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        note.id,
        note.intakeId,
        note.staffId,
        await seal.seal(note.text),
        toText(now),
      )
    },

    /** Notes what staff found of a Rechtskreis, in the place of what was found before. */
    async find(
      finding: { intakeId: string; rechtskreis: string; verdict: Verdict; staffId: string },
      now: number,
    ): Promise<void> {
      await db.$executeRawUnsafe(
        `INSERT INTO "Finding" ("intakeId", "rechtskreis", "verdict", "staffId", "at")
         VALUES (?, ?, ?, ?, ?) ON CONFLICT ("intakeId", "rechtskreis") DO UPDATE SET
           "verdict" = excluded."verdict", "staffId" = excluded."staffId", "at" = excluded."at"`,
        finding.intakeId,
        finding.rechtskreis,
        finding.verdict,
        finding.staffId,
        toText(now),
      )
    },

    /** Notes a referral; the same `id` is noted once. */
    async refer(
      referral: {
        id: string
        intakeId: string
        staffId: string
        target: string
        agreed: readonly string[]
      },
      now: number,
    ): Promise<void> {
      const { agreed, ...rest } = referral
      const data = { ...rest, agreed: JSON.stringify(agreed), createdAt: toText(now) }
      const referred = { id: rest.intakeId, status: { not: 'closed' } }
      await unlessThere(
        db.batch([
          db.referral.createMany({ data }),
          db.intake.updateMany({ where: referred, data: { status: 'referred' } }),
        ]),
      )
    },

    /** What happened with a request, the latest first. */
    async entries(intakeId: string): Promise<CareEntry[]> {
      const rows = await db.$queryRawUnsafe<Row[]>(ENTRIES, ...Array<string>(5).fill(intakeId))
      return Promise.all(
        rows.map(async ({ id, kind, createdAt, name, text, agreed, status, language }) => ({
          id,
          kind,
          at: fromText(createdAt),
          by: name ?? '',
          text: kind === 'note' || kind === 'reply' ? await seal.open(text) : text,
          agreed: agreed ? (JSON.parse(agreed) as string[]) : [],
          status,
          language,
        })),
      )
    },

    /**
     * Forgets one request with its notes and the messages about it; the person and their other
     * requests stay.
     */
    async forget(id: string): Promise<void> {
      await db.$executeRawUnsafe(
        `DELETE FROM "Outbox" WHERE "personId" = (SELECT i."personId" FROM "Intake" i WHERE i."id" = ?)
           AND ("payload" ->> 'intake' = ? OR "payload" ->> 'referral' IN
             (SELECT r."id" FROM "Referral" r WHERE r."intakeId" = ?))`,
        id,
        id,
        id,
      )
      await db.$executeRawUnsafe('DELETE FROM "Intake" WHERE "id" = ?', id)
    },
  }
}
