// What better-auth needs of the database.

import { prismaAdapter } from 'better-auth/adapters/prisma'
import type { Database } from './engine/database.ts'

export type AuthAdapter = ReturnType<typeof prismaAdapter>

/**
 * The adapter over the given client. Without `$transaction` it makes its claims by one conditional
 * statement each: all that D1 can do, and on better-sqlite3 it loses nobody else's writes.
 */
export function createAuthAdapter(db: Database): AuthAdapter {
  const withoutTransactions = new Proxy(db, {
    get: (client, name) => (name === '$transaction' ? undefined : Reflect.get(client, name)),
  })
  return prismaAdapter(withoutTransactions, { provider: 'sqlite', transaction: false })
}
