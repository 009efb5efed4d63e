// What Lotse says on its own accord about an appointment. Never a topic: phones are shared.

import type { Appointment } from '../../appointment/appointment.ts'
import type { BookableTime } from '../../calendar/bookable.ts'
import { dayOf } from '../../calendar/wall-clock.ts'
import type { AnswersById } from '../../questionnaire/question.ts'
import { type Button, button, GAP, line, PERSON, type Screen, SOS, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'
import { say } from '../text.ts'
import { bringLine } from './bring.ts'
import { addressLines, centreOf } from './centres.ts'
import { interpreterLines } from './interpreting.ts'

type About = { id: string; centre: string; startsAt: number }

// Today, tomorrow and the day after have a word of their own.
const NEAR_DAYS = 2

/**
 * A reminder with everything that can be answered. The day stands first in a word, which is corrected when
 * the next day comes, and beside it the date; what to say on the way is one button away, so that all this is in
 * sight on a small phone. `last` is the one for the way.
 */
export function showReminder(
  booking: About & { ref: string; answers: AnswersById } & Pick<Appointment, 'interpreter'>,
  last: boolean,
  facts: Pick<Facts, 'profile' | 'now'>,
): Screen {
  const { id, startsAt, ref } = booking
  const days = dayOf(startsAt) - dayOf(facts.now)
  const isNear = days >= 0 && days <= NEAR_DAYS
  const appointment = { id, centre: booking.centre, startsAt }
  const centre = centreOf(facts, booking.centre)
  const coming: Button = button(
    'reminders.button.coming',
    { do: 'coming', booking: id, startsAt },
    'success',
  )
  const late: Button = button('reminders.button.late', { do: 'late', booking: id, startsAt })
  return {
    id: last ? 'reminder.last' : 'reminder',
    keep: true,
    // What names the day, or who interprets, is worded anew where that is no longer so.
    tells: { kind: isNear || booking.interpreter ? 'reminder' : 'mention', appointment },
    lines: [
      isNear
        ? strong('reminders.title-near', { day: { relativeDay: startsAt } })
        : strong('reminders.title'),
      line('booking.check.when', { when: { when: startsAt } }),
      line('booking.check.where', { centre: centre.name }),
      ...addressLines(centre),
      ...interpreterLines(booking),
      bringLine(booking.answers),
      line('booking.appointment.code'),
      { mono: ref },
      line('reminders.ask'),
      line('reminders.cannot'),
    ],
    rows: [
      last ? [coming, late] : [coming],
      [
        button('reminders.button.other-time', { do: 'move' }),
        button('reminders.button.cannot', { do: 'cancel' }),
      ],
      [button('reminders.button.way', { do: 'open', page: 'way' }), SOS],
    ],
  }
}

/** After a missed appointment: no blame, and the next free times. */
export function showMissed(
  booking: About,
  times: readonly BookableTime[],
  facts: Pick<Facts, 'profile'>,
): Screen {
  const centre = centreOf(facts, booking.centre)
  return {
    id: 'missed',
    keep: true,
    tells: { kind: 'mention', appointment: null },
    lines: [
      strong('reminders.missed.title'),
      line('booking.check.when', { when: { when: booking.startsAt } }),
      line('booking.check.where', { centre: centre.name }),
      GAP,
      line('reminders.missed.again'),
    ],
    rows: [
      ...times.map((time): Button[] => [
        {
          label: say('booking.times.slot', { slot: { slotLabel: time.startsAt } }),
          tap: { do: 'time', centre: time.centreId, startsAt: time.startsAt },
        },
      ]),
      [button('booking.appointment.button.times', { do: 'times' }, 'primary')],
      [SOS, PERSON],
    ],
  }
}
