// Reminders and the message after a missed appointment, asked again in the moment of sending.

import { awake, isQuiet } from '../../domain/appointment/quiet-hours.ts'
import { nextReminder } from '../../domain/appointment/reminders.ts'
import { knowing } from '../../domain/dialog/fitting.ts'
import { showMissed, showReminder } from '../../domain/dialog/show/reminder.ts'
import { freeTimes } from '../appointment/free-times.ts'
import type { Compose } from './outbox.ts'

// Those that suit are found among these.
const MOST_TIMES = 400

/** Drops what the person changed, withdrew or outlived meanwhile. */
export const composeReminder: Compose = async (deps, city, message, now) => {
  const { code, startsAt } = message.payload as { code: string; startsAt: number }
  const booking = await deps.store.appointments.find(message.bookingId ?? '')
  if (!booking) return { drop: 'gone' }
  if (booking.state !== 'booked') return { drop: booking.state }
  if (booking.startsAt !== startsAt) return { drop: 'moved' }
  if (!booking.remind) return { drop: 'withdrawn' }
  const settings = city.profile.reminders
  const { owed } = nextReminder(settings, { startsAt, bookedAt: booking.changedAt }, now)
  if (owed?.code !== code) return { drop: 'past' }
  if (isQuiet(settings.quietHours, now)) return { later: awake(settings.quietHours, now) }
  return { screen: showReminder(booking, owed.last, { ...city, now, ...knowing(booking) }) }
}

/** Drops where the mark was taken back or the person has a new time. */
export const composeMissed: Compose = async (deps, city, message, now) => {
  const booking = await deps.store.appointments.find(message.bookingId ?? '')
  if (!booking) return { drop: 'gone' }
  if (booking.state !== 'missed') return { drop: booking.state }
  if (!booking.remind) return { drop: 'withdrawn' }
  if (booking.hasOther) return { drop: 'has-appointment' }
  const { quietHours } = city.profile.reminders
  if (isQuiet(quietHours, now)) return { later: awake(quietHours, now) }
  const centres = city.profile.centres.filter(({ id }) => id === booking.centre)
  const sought = { now, audience: 'public', most: MOST_TIMES } as const
  const times = await freeTimes(deps, city, centres, sought)
  return { screen: showMissed(booking, times, { ...city, now, ...knowing(booking) }) }
}
