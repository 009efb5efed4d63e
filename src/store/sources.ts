// How many requests came through which link or poster.

import type { Database } from './engine/database.ts'

/** Submitted requests by month and by the code that brought them, until a month (YYYY-MM). */
export async function countSources(
  db: Database,
  until: string,
): Promise<{ source: string; count: number }[]> {
  const rows = await db.usageCount.findMany({
    where: { kind: 'source', month: { lte: until } },
    select: { code: true, count: true },
  })
  return rows.map(({ code, count }) => ({ source: code, count }))
}
