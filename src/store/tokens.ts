// Tokens of machines. Their secrets are not kept, only hashes of them.

import type { NewToken, StoredToken } from '../domain/people/tokens.ts'
import type { ApiToken } from '../generated/node/client.ts'
import { type Database, fromText, toText } from './engine/database.ts'

// A case system asks every few seconds; when it last did matters to the hour.
const NOTED_EACH = 60 * 60_000

const tokenOf = (row: ApiToken): StoredToken => ({
  ...row,
  centres: JSON.parse(row.centres) as string[],
  expiresAt: row.expiresAt === null ? null : fromText(row.expiresAt),
  usedAt: row.usedAt === null ? null : fromText(row.usedAt),
})

export function createTokens({ apiToken }: Database) {
  return {
    async add({ centres, expiresAt, ...token }: NewToken, now: number): Promise<void> {
      await apiToken.createMany({
        data: {
          ...token,
          centres: JSON.stringify(centres),
          createdAt: toText(now),
          expiresAt: expiresAt === null ? null : toText(expiresAt),
        },
      })
    },

    async find(id: string): Promise<StoredToken | null> {
      const row = await apiToken.findUnique({ where: { id } })
      return row && tokenOf(row)
    },

    /** Notes that it was used, once an hour. */
    async noteUse({ id, usedAt }: StoredToken, now: number): Promise<void> {
      if (usedAt !== null && now - usedAt < NOTED_EACH) return
      await apiToken.updateMany({ where: { id }, data: { usedAt: toText(now) } })
    },

    async list(): Promise<StoredToken[]> {
      const rows = await apiToken.findMany({ orderBy: { createdAt: 'asc' } })
      return rows.map(tokenOf)
    },

    /** Ends a token; false where there is none, or it has ended already. */
    async revoke(id: string, now: number): Promise<boolean> {
      const ended = await apiToken.updateMany({
        where: { id, revokedAt: null },
        data: { revokedAt: toText(now) },
      })
      return ended.count > 0
    },
  }
}
