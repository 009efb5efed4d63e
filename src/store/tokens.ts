// Tokens of machines. Their secrets are not kept, only hashes of them.

import { type Database, first, toText } from './database.ts'

export type NewToken = {
  id: string
  name: string
  hash: string
  role: string
  centres: readonly string[]
  body: string | null
}

export type StoredToken = NewToken & { createdAt: string; revokedAt: string | null }

type Row = Omit<StoredToken, 'centres'> & { centres: string }

const tokenOf = (row: Row): StoredToken => ({
  ...row,
  centres: JSON.parse(row.centres) as string[],
})

export function createTokens(db: Database) {
  return {
    async add(token: NewToken, now: number): Promise<void> {
      await db.$executeRawUnsafe(
        `INSERT INTO "ApiToken" ("id", "name", "hash", "role", "centres", "body", "createdAt")
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        token.id,
        token.name,
        token.hash,
        token.role,
        JSON.stringify(token.centres),
        token.body,
        toText(now),
      )
    },

    async find(id: string): Promise<StoredToken | null> {
      const row = await first<Row>(db, 'SELECT * FROM "ApiToken" WHERE "id" = ?', id)
      return row ? tokenOf(row) : null
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
