// Batches over Cloudflare's API: one request, which D1 runs as one transaction.

import type { D1 } from './statements-d1.ts'

type Remote = { account: string; database: string; token: string }
type One = { sql: string; params: unknown[] }

export function remoteD1({ account, database, token }: Remote): D1 {
  const url = `https://api.cloudflare.com/client/v4/accounts/${account}/d1/database/${database}/query`
  return {
    prepare: (sql) => statement(sql, []) as never,
    batch: async (statements) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ batch: statements as unknown as One[] }),
      })
      const { success, errors, result } = (await response.json()) as {
        success: boolean
        errors: { message: string }[]
        result: never
      }
      if (!success) throw new Error(errors[0]?.message ?? 'D1 refused the batch')
      return result
    },
  }
}

const statement = (sql: string, params: unknown[]): One & { bind: (...v: unknown[]) => One } => ({
  sql,
  params,
  bind: (...values) => statement(sql, values),
})
