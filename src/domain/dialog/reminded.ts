// Which reminders of an appointment come, in words that stay true however late they are read.

import type { Appointment } from '../appointment/appointment.ts'
import { reminderDays } from '../appointment/reminders.ts'
import type { Facts } from './talk.ts'
import type { Text, Value } from './text.ts'

/** What is known of a time that may be reminded of; `changedAt` is when the person last saw it. */
type Seen = Pick<Appointment, 'startsAt' | 'changedAt'>

/**
 * The days on which reminders will still come, counted back from the appointment; none: `undefined`, as for
 * whoever has no chat in which they would arrive.
 */
export function whenReminded(
  { startsAt, changedAt }: Seen,
  { profile, now, hasChat }: Pick<Facts, 'profile' | 'now' | 'hasChat'>,
): Value | undefined {
  if (!hasChat) return undefined
  const days = reminderDays(profile.reminders, { startsAt, bookedAt: changedAt }, now)
  return days.length > 0 ? { list: days.map(dayBefore) } : undefined
}

function dayBefore(days: number): Text {
  if (days === 0) return { key: 'reminders.when.same-day' }
  if (days === 1) return { key: 'reminders.when.day-before' }
  return { key: 'reminders.when.days', values: { count: days } }
}
