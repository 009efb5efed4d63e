// How many requests came through which link or poster.

import type { Database } from './engine/database.ts'

/** Submitted requests by the code that brought them, also of people who are long forgotten. */
export async function countSources(db: Database): Promise<{ source: string; count: number }[]> {
  const rows = await db.usageCount.groupBy({
    by: ['code'],
    where: { kind: 'source' },
    _sum: { count: true },
  })
  return rows.map(({ code, _sum }) => ({ source: code, count: _sum.count ?? 0 }))
}
