// Which reminders of a booking are owed at a moment, and when to look again.

import { addDays, atWall, dayOf, minutesOf, toWall } from '../calendar/wall-clock.ts'
import type { Profile } from '../profile/profile.ts'
import type { BookingState } from './attendance.ts'
import { awake, type QuietHours } from './quiet-hours.ts'

export type ReminderSettings = Profile['reminders']

/** A reminder: owed from `dueAt` on, of use until `until` (epoch milliseconds). */
export type Reminder = {
  /** Such as `days-3` or `hours-2`. */
  code: string
  dueAt: number
  until: number
  /** No other comes after it: it is the one for the way. */
  last: boolean
}

/** An appointment whose reminders are to be looked at; instants are epoch milliseconds. */
export type AppointmentToRemind = {
  id: string
  /** `null` where nobody can be written to. */
  personId: string | null
  startsAt: number
  /** When it was booked, moved or marked. */
  changedAt: number
  state: BookingState
  /** The stored due time, to notice that somebody changed the appointment meanwhile. */
  remindAt: string
}

/** What a person answered to a reminder, as staff see it. */
export type ReminderAnswer = 'coming' | 'late'

/** What reminders depend on. `bookedAt` is when the person last saw this time: booked or moved. */
export type Remindable = { startsAt: number; bookedAt: number }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
// Whoever has just booked remembers: a reminder that close to it would only be noise.
const AFTER_BOOKING = { days: 12 * HOUR, hours: HOUR }
// The morning of the appointment is early enough only if there is time left to get ready.
const LEAST_MORNING = HOUR
// An evening reminder comes so many minutes before the quiet hours.
const EVENING = 60
// Nobody on the way is helped any more.
const TOO_LATE = 15 * MINUTE
const LAST_MINUTE = 24 * 60 - 1

/** All reminders of a booking in the order they fall due, past ones too. */
export function remindersOf(settings: ReminderSettings, booking: Remindable): Reminder[] {
  const { startsAt } = booking
  const { quietHours } = settings
  const wall = toWall(startsAt)
  const days = settings.daysBefore.map((n) => {
    const date = addDays(wall.date, -n)
    const dueAt = whenAwake(quietHours, atWall(date, wall.minutes), atWall(date, LAST_MINUTE))
    // Never on the day itself, where the next one says more.
    return { code: `days-${n}`, unit: 'days' as const, dueAt, end: atWall(wall.date, 0) }
  })
  const hours = settings.hoursBefore.map((n) => {
    const dueAt = whenAwake(quietHours, startsAt - n * HOUR, startsAt - LEAST_MORNING)
    return { code: `hours-${n}`, unit: 'hours' as const, dueAt, end: startsAt - TOO_LATE }
  })
  const due = [...days, ...hours]
    .filter(({ unit, dueAt }) => dueAt >= booking.bookedAt + AFTER_BOOKING[unit])
    .sort((a, b) => a.dueAt - b.dueAt)
  return due.map(({ code, dueAt, end }, index) => ({
    code,
    dueAt,
    // The next reminder says all that this one would.
    until: Math.min(end, due[index + 1]?.dueAt ?? end),
    last: index === due.length - 1,
  }))
}

/**
 * What is owed at `now` (epoch milliseconds) and when to look at the booking again; after a stretch
 * in which nobody looked, only what still helps.
 */
export function nextReminder(
  settings: ReminderSettings,
  booking: Remindable,
  now: number,
): { owed: Reminder | null; next: number | null } {
  const reminders = remindersOf(settings, booking)
  const owed = reminders.find(({ dueAt, until }) => dueAt <= now && now < until) ?? null
  const next = reminders.find(({ dueAt, until }) => dueAt > now && until > dueAt)
  return { owed, next: next?.dueAt ?? null }
}

/**
 * How many days before the appointment its reminders still come by `now` (epoch milliseconds): each day
 * once, the earliest first, 0 for the day itself. Empty where none will come.
 */
export function reminderDays(
  settings: ReminderSettings,
  booking: Remindable,
  now: number,
): number[] {
  const day = dayOf(booking.startsAt)
  const days = remindersOf(settings, booking)
    .filter(({ dueAt, until }) => dueAt > now && until > dueAt)
    .map(({ dueAt }) => day - dayOf(dueAt))
  return [...new Set(days)]
}

/** When to write to somebody who missed their appointment: not at once, and not at night. */
export function missedAt(settings: ReminderSettings, markedAt: number): number {
  // A mark made by mistake is taken back within the hour.
  return awake(settings.quietHours, markedAt + HOUR)
}

// In quiet hours it comes in the morning or, where that is after `latest`, the evening before.
function whenAwake(quiet: QuietHours, at: number, latest: number): number {
  const morning = awake(quiet, at)
  if (morning === at || morning <= latest) return morning
  const evening = minutesOf(quiet.from)
  const { date, minutes } = toWall(at)
  return atWall(minutes >= evening ? date : addDays(date, -1), evening - EVENING)
}

/** The key under which a reminder is owed once; a moved booking is reminded anew. */
export function reminderKey(bookingId: string, startsAt: number, code: string): string {
  return `reminder:${bookingId}:${startsAt}:${code}`
}
