// How many requests came through which link or poster.

import type { Database } from './engine/database.ts'

export type SourceCount = { source: string; count: number }

/** Submitted requests by the code that brought them, also of people who are long forgotten. */
export async function countSources(db: Database): Promise<SourceCount[]> {
  const rows = await db.$queryRawUnsafe<{ source: string; count: number | bigint }[]>(
    `SELECT "code" AS "source", SUM("count") AS "count" FROM "UsageCount"
     WHERE "kind" = 'source' GROUP BY "code"`,
  )
  return rows.map(({ source, count }) => ({ source, count: Number(count) }))
}
