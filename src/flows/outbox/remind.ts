// Reminders that fall due: from the due time on the booking into the outbox.

import type { Deps } from '../../deps.ts'
import type { NewMessage } from '../../domain/appointment/messages.ts'
import {
  type AppointmentToRemind,
  missedAt,
  nextReminder,
  reminderKey,
} from '../../domain/appointment/reminders.ts'
import type { City } from '../city.ts'
import type { TickReads } from './tick-reads.ts'

const BATCH = 500

/**
 * Queues what is owed now and notes when to look again. Two statements a batch, in an order in which
 * a crash between them only looks twice: what is queued already is not queued again.
 */
export async function queueReminders(
  deps: Deps,
  city: City,
  { due: { reminders } }: TickReads,
): Promise<void> {
  if (!reminders) return
  const now = deps.clock.now()
  for (;;) {
    const due = await deps.store.reminders.due(now, BATCH)
    if (due.length === 0) return
    const looked = due.map((booking) => look(city, booking, now))
    const owed = looked.flatMap(({ message }) => (message ? [message] : []))
    if (owed.length > 0) await deps.store.outbox.queue(owed, now)
    await deps.store.reminders.lookedAt(looked)
    if (due.length < BATCH) return
  }
}

type Looked = { id: string; seen: string; next: number | null; message?: NewMessage }

function look(city: City, booking: AppointmentToRemind, now: number): Looked {
  const { id, personId, startsAt, changedAt, remindAt: seen } = booking
  const settings = city.profile.reminders
  if (personId === null) return { id, seen, next: null }
  const about = { personId, bookingId: id }
  if (booking.state === 'missed') {
    const dueAt = missedAt(settings, changedAt)
    const key = `missed:${id}:${startsAt}`
    return { id, seen, next: null, message: { ...about, key, kind: 'missed', payload: {}, dueAt } }
  }
  if (booking.state !== 'booked') return { id, seen, next: null }
  const { owed, next } = nextReminder(settings, { startsAt, bookedAt: changedAt }, now)
  if (!owed) return { id, seen, next }
  const message = {
    ...about,
    key: reminderKey(id, startsAt, owed.code),
    kind: 'reminder',
    payload: { code: owed.code, startsAt },
    dueAt: owed.dueAt,
  }
  return { id, seen, next, message }
}
