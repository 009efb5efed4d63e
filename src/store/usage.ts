// Counts that hold no person, kept by triggers while bookings change.

import type { DaySeats } from '../domain/figures/counted-hour.ts'
import type { MonthCount } from '../domain/figures/month-counts.ts'
import type { HourSeats, WeekSeats } from '../domain/figures/seats.ts'
import { type Database, fromText } from './engine/database.ts'
import { ADD_SEATS } from './sql/usage.ts'

export function createUsage(db: Database) {
  return {
    /** What was counted from one week to another, both included (Mondays, YYYY-MM-DD). */
    async weeks(centres: readonly string[], from: string, until: string): Promise<WeekSeats[]> {
      const rows = await db.usageWeek.findMany({
        where: { centreId: { in: [...centres] }, week: { gte: from, lte: until } },
        orderBy: [{ week: 'asc' }, { centreId: 'asc' }],
      })
      return rows.map(({ centreId, booked, unmarked, ...counts }) => ({
        ...counts,
        centre: centreId,
        // Still open, though the week may be over: nobody has said yet.
        unmarked: booked + unmarked,
      }))
    },

    /** By weekday and hour, of the stretches of four weeks from one block to another. */
    async hours(centres: readonly string[], from: string, until: string): Promise<HourSeats[]> {
      const rows = await db.usageHour.findMany({
        where: { centreId: { in: [...centres] }, block: { gte: from, lte: until } },
        orderBy: [{ centreId: 'asc' }, { block: 'asc' }, { weekday: 'asc' }, { hour: 'asc' }],
      })
      return rows.map(({ centreId, ...counts }) => ({ ...counts, centre: centreId }))
    },

    /** What is counted for the whole city, by month (YYYY-MM), both included. */
    async months(from: string, until: string): Promise<MonthCount[]> {
      const rows = await db.usageCount.findMany({
        where: { month: { gte: from, lte: until }, centreId: '' },
        orderBy: [{ kind: 'asc' }, { code: 'asc' }, { month: 'asc' }],
      })
      return rows.map(({ month, kind, code, count }) => {
        return { month, code, count, kind: kind as MonthCount['kind'] }
      })
    },

    /** When the first appointment was made (epoch milliseconds); `null` before any was. Reads all of them. */
    async firstMade(): Promise<number | null> {
      const { _min } = await db.booking.aggregate({ _min: { createdAt: true } })
      return _min.createdAt === null ? null : fromText(_min.createdAt)
    },

    /** Writes down the seats of days that are over; a day that stands stays as it is. */
    async addSeats(seats: readonly DaySeats[]): Promise<void> {
      await db.run(ADD_SEATS(JSON.stringify(seats)))
    },
  }
}
