// Counts that hold no person, kept by triggers while bookings change.

import type { WeekCount } from '../domain/utilisation.ts'
import type { Database } from './database.ts'

type Row = {
  centreId: string
  week: string
  attended: number | bigint
  missed: number | bigint
  cancelled: number | bigint
  walkIns: number | bigint
  made: number | bigint
  leadHours: number | bigint
}

/** A topic, language or source in one month. */
export type MonthCount = {
  month: string
  kind: 'topic' | 'language' | 'source'
  code: string
  count: number
}

export function createUsage(db: Database) {
  return {
    /** What was counted from one week to another, both included (Mondays, YYYY-MM-DD). */
    async weeks(centres: readonly string[], from: string, until: string): Promise<WeekCount[]> {
      const rows = await db.$queryRawUnsafe<Row[]>(
        `SELECT "centreId", "week", "attended", "missed", "cancelled", "walkIns", "made", "leadHours"
         FROM "UsageWeek" WHERE "centreId" IN (SELECT "value" FROM json_each(?))
           AND "week" >= ? AND "week" <= ? ORDER BY "week", "centreId"`,
        JSON.stringify(centres),
        from,
        until,
      )
      return rows.map((row) => ({
        centre: row.centreId,
        week: row.week,
        attended: Number(row.attended),
        missed: Number(row.missed),
        cancelled: Number(row.cancelled),
        walkIns: Number(row.walkIns),
        made: Number(row.made),
        leadHours: Number(row.leadHours),
      }))
    },

    /** Topics, languages and sources of the whole city, by month (YYYY-MM), both included. */
    async months(from: string, until: string): Promise<MonthCount[]> {
      const rows = await db.$queryRawUnsafe<MonthCount[]>(
        `SELECT "month", "kind", "code", "count" FROM "UsageCount"
         WHERE "month" >= ? AND "month" <= ? ORDER BY "kind", "code", "month"`,
        from,
        until,
      )
      return rows.map((row) => ({ ...row, count: Number(row.count) }))
    },
  }
}
