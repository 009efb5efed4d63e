// Where centres hear of requests: a group, a mailbox; and the codes that link a group.

import type { NoticeKind } from '../domain/notices.ts'
import type { Urgency } from '../domain/triage.ts'
import { type Database, first, fromText, numbered, toText } from './database.ts'
import type { Seal } from './seal.ts'

/** `address` is the id of the chat, or the mail address. */
export type NoticeTarget = {
  centre: string
  kind: NoticeKind
  address: string
  setAt: number
  setBy: string
}

type Row = { centreId: string; kind: NoticeKind; sealed: string; setAt: string; setBy: string }

const LINK = numbered(`
INSERT INTO "NoticeTarget" ("centreId", "kind", "sealed", "setAt", "setBy")
SELECT g."centreId", 'group', ?1, ?2, g."madeBy" FROM "GroupCode" g
WHERE g."hash" = ?3 AND g."expiresAt" > ?2
ON CONFLICT ("centreId", "kind") DO UPDATE SET "sealed" = excluded."sealed",
  "setAt" = excluded."setAt", "setBy" = excluded."setBy"
RETURNING "centreId", "setBy"`)

const SET = `
INSERT INTO "NoticeTarget" ("centreId", "kind", "sealed", "setAt", "setBy") VALUES (?, ?, ?, ?, ?)
ON CONFLICT ("centreId", "kind") DO UPDATE SET "sealed" = excluded."sealed",
  "setAt" = excluded."setAt", "setBy" = excluded."setBy"`

export function createNotices(db: Database, seal: Seal) {
  const read = async (rows: readonly Row[]): Promise<NoticeTarget[]> =>
    Promise.all(
      rows.map(async ({ centreId, kind, sealed, setAt, setBy }) => ({
        centre: centreId,
        kind,
        address: await seal.open(sealed),
        setAt: fromText(setAt),
        setBy,
      })),
    )

  return {
    /** Everything that is set, of all centres. */
    async list(): Promise<NoticeTarget[]> {
      return await read(await db.$queryRawUnsafe<Row[]>('SELECT * FROM "NoticeTarget"'))
    },

    async set({ centre, kind, address, setAt, setBy }: NoticeTarget): Promise<void> {
      const sealed = await seal.seal(address)
      await db.$executeRawUnsafe(SET, centre, kind, sealed, toText(setAt), setBy)
    },

    async remove(centre: string, kind: NoticeKind): Promise<void> {
      await db.$executeRawUnsafe(
        'DELETE FROM "NoticeTarget" WHERE "centreId" = ? AND "kind" = ?',
        centre,
        kind,
      )
    },

    /** Keeps the hash of a code for a group; codes that have expired go. */
    async addCode(
      code: { hash: string; centre: string; madeBy: string; expiresAt: number },
      now: number,
    ): Promise<void> {
      await db.$executeRawUnsafe('DELETE FROM "GroupCode" WHERE "expiresAt" <= ?', toText(now))
      await db.$executeRawUnsafe(
        'INSERT INTO "GroupCode" ("hash", "centreId", "madeBy", "expiresAt") VALUES (?, ?, ?, ?)',
        code.hash,
        code.centre,
        code.madeBy,
        toText(code.expiresAt),
      )
    },

    /** Links a group to the centre of a code, which is spent by it; `null` for no such code. */
    async link(
      hash: string,
      chat: string,
      now: number,
    ): Promise<{ centre: string; madeBy: string } | null> {
      const rows = await db.$queryRawUnsafe<{ centreId: string; setBy: string }[]>(
        ...LINK(await seal.seal(chat), toText(now), hash),
      )
      const row = rows[0]
      return row ? { centre: row.centreId, madeBy: row.setBy } : null
    },

    /** What a notice about a request says and where it goes; `null` where either is gone. */
    async of(
      intakeId: string,
      kind: NoticeKind,
    ): Promise<{ ref: string; centre: string; urgency: Urgency; address: string } | null> {
      const row = await first<{ ref: string; centreId: string; urgency: Urgency; sealed: string }>(
        db,
        `SELECT i."ref", i."centreId", i."urgency", t."sealed" FROM "Intake" i
         JOIN "NoticeTarget" t ON t."centreId" = i."centreId" AND t."kind" = CAST(? AS TEXT)
         WHERE i."id" = CAST(? AS TEXT) AND i."status" <> 'closed'`,
        kind,
        intakeId,
      )
      if (!row) return null
      const { ref, centreId: centre, urgency } = row
      return { ref, centre, urgency, address: await seal.open(row.sealed) }
    },
  }
}
