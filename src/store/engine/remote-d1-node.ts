// D1 over Cloudflare's API. A batch is one request, which D1 runs as one transaction. Prisma's own way there asks once
// and hands on whatever it is answered, so that a command of many statements died of the limit of requests.

import { setTimeout as sleep } from 'node:timers/promises'
import type { SqlDriverAdapter, SqlQuery } from '@prisma/driver-adapter-utils'
import { asPrismaKnows } from './batches.ts'
import { bound, resultSet } from './result-set.ts'
import type { D1 } from './statements-d1.ts'

/** Ids as Cloudflare shows them, and a token that may edit D1. */
export type Remote = { account: string; database: string; token: string }
type One = { sql: string; params: unknown[] }
type Answer = { success: boolean; errors?: { message: string }[]; result: never }

/** Why Cloudflare does not answer, in one line an operator can act on. */
export class RemoteRefused extends Error {}

// Cloudflare counts requests over five minutes: after so many tries they are over.
const TRIES = 12
const LONGEST = 60

/**
 * Asks Cloudflare, more slowly where it says that it is asked too often. Throws {@link RemoteRefused}; what D1 itself
 * says of a statement stays an answer.
 */
async function askCloudflare(url: string, init: RequestInit): Promise<Answer> {
  for (let nth = 1; ; nth += 1) {
    const response = await fetch(url, init).catch(() => null)
    if (!response) throw new RemoteRefused('DATABASE_URL: Cloudflare cannot be reached')
    const { status, headers } = response
    const answer = (await response.json().catch(() => null)) as Answer | null
    if (status === 429 && nth < TRIES) {
      const said = Number(headers.get('retry-after') ?? Number.NaN)
      await sleep(1000 * Math.min(LONGEST, Number.isFinite(said) ? said : 2 ** nth))
      continue
    }
    const why = WHY[status]
    if (why) throw new RemoteRefused(why)
    if (!answer || status >= 500) {
      throw new RemoteRefused(`DATABASE_URL: Cloudflare does not answer as it should (${status})`)
    }
    return answer
  }
}

const WRONG_TOKEN = 'CLOUDFLARE_API_TOKEN: Cloudflare does not take this token for this database'
const WHY: Readonly<Record<number, string>> = {
  401: WRONG_TOKEN,
  403: WRONG_TOKEN,
  404: 'DATABASE_URL: Cloudflare knows no such D1 database in this account',
  429: 'Cloudflare is asked too often (429): run the command again in five minutes',
}

/** Asks one database by one of the words of Cloudflare's API; throws what D1 says of a statement. */
function asking({ account, database, token }: Remote) {
  const url = `https://api.cloudflare.com/client/v4/accounts/${account}/d1/database/${database}`
  return async <Result>(word: 'query' | 'raw', body: object): Promise<Result> => {
    const { success, errors, result } = await askCloudflare(`${url}/${word}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!success) throw new Error(errors?.[0]?.message ?? 'D1 refused the statement')
    return result
  }
}

export function remoteD1(remote: Remote): D1 {
  const ask = asking(remote)
  return {
    prepare: (sql) => statement(sql, []) as never,
    batch: (statements) => ask('query', { batch: statements as unknown as One[] }),
  }
}

type Rows = { results: { columns: string[]; rows: unknown[][] }; meta: { changes?: number } }

/** Prisma's adapter for D1, whose statements are asked for as batches are. */
export function overCloudflare(adapter: SqlDriverAdapter, remote: Remote): SqlDriverAdapter {
  const ask = asking(remote)
  const asked = async ({ sql, args, argTypes }: SqlQuery): Promise<Rows> => {
    const params = args.map((value, at) => bound(value, argTypes[at]))
    try {
      const [rows] = await ask<Rows[]>('raw', { sql, params })
      return rows as Rows
    } catch (fault) {
      throw asPrismaKnows(fault)
    }
  }
  return Object.create(adapter, {
    queryRaw: {
      value: async (query: SqlQuery) => {
        const { columns, rows } = (await asked(query)).results
        return resultSet(columns, rows)
      },
    },
    executeRaw: { value: async (query: SqlQuery) => (await asked(query)).meta.changes ?? 0 },
  }) as SqlDriverAdapter
}

const statement = (sql: string, params: unknown[]): One & { bind: (...v: unknown[]) => One } => ({
  sql,
  params,
  bind: (...values) => statement(sql, values),
})
