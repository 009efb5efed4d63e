// Appointments as reminders see them: which to look at, what people answered, whom nothing reaches.

import type { BookingState } from '../domain/appointment/attendance.ts'
import type { AppointmentToRemind, ReminderAnswer } from '../domain/appointment/reminders.ts'
import { type Database, fromText, toText } from './engine/database.ts'
import { LOOKED_AT } from './sql/reminders.ts'

const READ = {
  ...{ id: true, personId: true, startsAt: true, changedAt: true, state: true, remindAt: true },
} as const

export function createReminders(db: Database) {
  return {
    /** Appointments to look at by `now`, the longest due first. */
    async due(now: number, most: number): Promise<AppointmentToRemind[]> {
      const rows = await db.booking.findMany({
        where: { remindAt: { lte: toText(now) } },
        orderBy: { remindAt: 'asc' },
        take: most,
        select: READ,
      })
      return rows.map(({ remindAt, state, startsAt, changedAt, ...row }) => ({
        ...row,
        state: state as BookingState,
        remindAt: remindAt ?? '',
        startsAt: fromText(startsAt),
        changedAt: fromText(changedAt),
      }))
    },

    /** Notes when to look again. What was changed meanwhile stays due. One statement. */
    async lookedAt(
      looked: readonly { id: string; seen: string; next: number | null }[],
    ): Promise<void> {
      const rows = looked.map(({ id, seen, next }) => ({
        id,
        seen,
        next: next === null ? null : toText(next),
      }))
      await db.run(LOOKED_AT(JSON.stringify(rows)))
    },

    /** When the next appointment has to be looked at; `null` where none has. */
    async nextDue(): Promise<number | null> {
      const { _min } = await db.booking.aggregate({ _min: { remindAt: true } })
      return _min.remindAt === null ? null : fromText(_min.remindAt)
    },

    /** How many appointments should have been looked at before `at`. */
    late: (at: number): Promise<number> =>
      db.booking.count({ where: { remindAt: { lt: toText(at) } } }),

    /** Notes what the person says about this time, if it is still theirs. */
    async answer(id: string, startsAt: number, answer: ReminderAnswer, now: number): Promise<void> {
      await db.booking.updateMany({
        where: { id, startsAt: toText(startsAt), state: 'booked' },
        data: { answer, answeredAt: toText(now) },
      })
    },

    /**
     * Whether the person wants reminders of an open appointment; they are looked at at once. Setting
     * what is set already changes nothing.
     */
    async set(id: string, remind: boolean, now: number): Promise<void> {
      await db.booking.updateMany({
        where: { id, state: 'booked', remind: !remind },
        data: { remind, remindAt: remind ? toText(now) : null, sequence: { increment: 1 } },
      })
    },
  }
}
