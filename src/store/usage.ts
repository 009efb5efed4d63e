// Counts that hold no person, kept by triggers while bookings change.

import type { DaySeats } from '../domain/figures/counted-hour.ts'
import type { MonthCount, WeekCount } from '../domain/figures/utilisation.ts'
import type { HourCount } from '../domain/figures/utilisation-hours.ts'
import type { Database } from './engine/database.ts'
import { ADD_SEATS } from './sql/usage.ts'

type Numbers<Row> = { [Key in keyof Row]: Row[Key] extends number ? number | bigint : Row[Key] }

const COUNTED = `"attended", "missed", "cancelled", "walkIns", "refilled", "planned", "bookable"`

export function createUsage(db: Database) {
  return {
    /** What was counted from one week to another, both included (Mondays, YYYY-MM-DD). */
    async weeks(centres: readonly string[], from: string, until: string): Promise<WeekCount[]> {
      const rows = await db.$queryRawUnsafe<Numbers<WeekCount>[]>(
        `SELECT "centreId" AS "centre", "week", ${COUNTED}, "booked" + "unmarked" AS "unmarked",
           "made", "leadHours"
         FROM "UsageWeek" WHERE "centreId" IN (SELECT "value" FROM json_each(?))
           AND "week" >= ? AND "week" <= ? ORDER BY "week", "centreId"`,
        JSON.stringify(centres),
        from,
        until,
      )
      return asNumbers(rows)
    },

    /** By weekday and hour, of the stretches of four weeks from one block to another. */
    async hours(centres: readonly string[], from: string, until: string): Promise<HourCount[]> {
      const rows = await db.$queryRawUnsafe<Numbers<HourCount>[]>(
        `SELECT "centreId" AS "centre", "block", "weekday", "hour", ${COUNTED}, "unmarked"
         FROM "UsageHour" WHERE "centreId" IN (SELECT "value" FROM json_each(?))
           AND "block" >= ? AND "block" <= ? ORDER BY "centreId", "block", "weekday", "hour"`,
        JSON.stringify(centres),
        from,
        until,
      )
      return asNumbers(rows)
    },

    /** What is counted for the whole city, by month (YYYY-MM), both included. */
    async months(from: string, until: string): Promise<MonthCount[]> {
      const rows = await db.$queryRawUnsafe<Numbers<MonthCount>[]>(
        `SELECT "month", "kind", "code", "count" FROM "UsageCount"
         WHERE "month" >= ? AND "month" <= ? ORDER BY "kind", "code", "month"`,
        from,
        until,
      )
      return asNumbers(rows)
    },

    /** Writes down the seats of days that are over; a day that stands stays as it is. */
    async addSeats(seats: readonly DaySeats[]): Promise<void> {
      await db.run(ADD_SEATS(JSON.stringify(seats)))
    },
  }
}

/** Rows whose counts are numbers, also where an engine gives them as bigints. */
function asNumbers<Row extends object>(rows: Numbers<Row>[]): Row[] {
  const keys = Object.entries(rows[0] ?? {}).flatMap(([key, value]) =>
    typeof value === 'bigint' ? [key] : [],
  )
  for (const row of rows as Record<string, unknown>[]) {
    for (const key of keys) row[key] = Number(row[key])
  }
  return rows as unknown as Row[]
}
