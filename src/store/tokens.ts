// Tokens of machines. Their secrets are not kept, only hashes of them.

import { type Database, first, fromText, toText } from './database.ts'

export type NewToken = {
  id: string
  name: string
  hash: string
  role: string
  centres: readonly string[]
  body: string | null
  /** Epoch ms; `null`: until it is revoked. */
  expiresAt: number | null
}

export type StoredToken = NewToken & {
  createdAt: string
  revokedAt: string | null
  /** Epoch ms, to the hour. */
  usedAt: number | null
}

type Row = Omit<StoredToken, 'centres' | 'expiresAt' | 'usedAt'> & {
  centres: string
  expiresAt: string | null
  usedAt: string | null
}

// A case system asks every few seconds; when it last did matters to the hour.
const NOTED_EACH = 60 * 60_000

const tokenOf = (row: Row): StoredToken => ({
  ...row,
  centres: JSON.parse(row.centres) as string[],
  expiresAt: row.expiresAt === null ? null : fromText(row.expiresAt),
  usedAt: row.usedAt === null ? null : fromText(row.usedAt),
})

export function createTokens(db: Database) {
  return {
    async add(token: NewToken, now: number): Promise<void> {
      await db.$executeRawUnsafe(
        `INSERT INTO "ApiToken" ("id", "name", "hash", "role", "centres", "body", "createdAt", "expiresAt")
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        token.id,
        token.name,
        token.hash,
        token.role,
        JSON.stringify(token.centres),
        token.body,
        toText(now),
        token.expiresAt === null ? null : toText(token.expiresAt),
      )
    },

    async find(id: string): Promise<StoredToken | null> {
      const row = await first<Row>(db, 'SELECT * FROM "ApiToken" WHERE "id" = ?', id)
      return row ? tokenOf(row) : null
    },

    /** Notes that it was used, once an hour. */
    async noteUse({ id, usedAt }: StoredToken, now: number): Promise<void> {
      if (usedAt !== null && now - usedAt < NOTED_EACH) return
      await db.$executeRawUnsafe(
        'UPDATE "ApiToken" SET "usedAt" = ? WHERE "id" = ?',
        toText(now),
        id,
      )
    },

    async list(): Promise<StoredToken[]> {
      const rows = await db.$queryRawUnsafe<Row[]>('SELECT * FROM "ApiToken" ORDER BY "createdAt"')
      return rows.map(tokenOf)
    },

    /** Ends a token; false where there is none, or it has ended already. */
    async revoke(id: string, now: number): Promise<boolean> {
      const ended = await db.$executeRawUnsafe(
        'UPDATE "ApiToken" SET "revokedAt" = ? WHERE "id" = ? AND "revokedAt" IS NULL',
        toText(now),
        id,
      )
      return ended === 1
    },
  }
}
