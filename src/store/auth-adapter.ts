// What better-auth needs of the database.

import { prismaAdapter } from 'better-auth/adapters/prisma'
import type { Database } from './engine/database.ts'

export type AuthAdapter = ReturnType<typeof prismaAdapter>
type Adapter = ReturnType<AuthAdapter>

/**
 * The adapter over the given client. Without `$transaction` it makes its claims by one conditional
 * statement each: all that D1 can do, and on better-sqlite3 it loses nobody else's writes. Every page of the desk asks
 * whose a session is, in one statement instead of two.
 */
export function createAuthAdapter(db: Database): AuthAdapter {
  const withoutTransactions = new Proxy(db, {
    get: (client, name) => (name === '$transaction' ? undefined : Reflect.get(client, name)),
  })
  const createAdapter = prismaAdapter(withoutTransactions, {
    provider: 'sqlite',
    transaction: false,
  })
  return (options) => {
    const adapter = createAdapter(options)
    const findOne: Adapter['findOne'] = async (asked) => {
      const token = tokenOf(asked)
      return token === null ? await adapter.findOne(asked) : ((await session(db, token)) as never)
    }
    return { ...adapter, findOne }
  }
}

/** The token, where a session is asked for with whose it is, and by nothing else. */
function tokenOf({ model, where, join }: Parameters<Adapter['findOne']>[0]): string | null {
  const [by, ...more] = where
  if (model !== 'session' || !join?.['user'] || by?.field !== 'token' || more.length > 0)
    return null
  return typeof by.value === 'string' ? by.value : null
}

async function session({ sessionRow }: Database, token: string): Promise<object | null> {
  const row = await sessionRow.findFirst({ where: { token } })
  if (!row) return null
  const { id, expiresAt, createdAt, updatedAt, ipAddress, userAgent, provider, userId } = row
  const { joinedAt, changedAt, ...rest } = row
  const { name, email, emailVerified, image, twoFactorEnabled } = rest
  const { role, centres, body, language, disabledAt } = rest
  return {
    ...{ id, token, expiresAt, createdAt, updatedAt, ipAddress, userAgent, provider, userId },
    user: {
      ...{ id: userId, name, email, emailVerified, image, twoFactorEnabled },
      ...{ role, centres, body, language, disabledAt },
      ...{ createdAt: joinedAt, updatedAt: changedAt },
    },
  }
}
