// Answers to a reminder. A reminder stays in the chat: what it says may long be another time.

import { openAppointment } from './booking.ts'
import { intend, moved, type Step } from './step.ts'
import { arrive, type Facts, type Talk } from './talk.ts'
import type { Tap } from './tap.ts'
import { say } from './text.ts'

type Answer = Extract<Tap, { do: 'coming' | 'late' }>

/** "I come" or "I am late", for the time the reminder names and no other. */
export function answerReminder(talk: Talk, tap: Answer, facts: Facts): Step {
  const open = openAppointment(facts)
  const next = arrive(talk, { at: 'appointment' })
  const { appointment } = facts
  if (appointment?.id !== tap.booking || appointment.startsAt !== tap.startsAt) {
    return moved(next, say('reminders.notice.other-time'))
  }
  // Over or cancelled: the screen says so.
  if (!open) return moved(next)
  return {
    ...intend(next, {
      do: 'answer-reminder',
      appointment: open.id,
      startsAt: open.startsAt,
      answer: tap.do,
    }),
    notice: say(`reminders.notice.${tap.do}`),
  }
}
