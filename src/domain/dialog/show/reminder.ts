// What Lotse says on its own accord about an appointment. Never a topic: phones are shared.

import type { BookableTime } from '../../calendar/bookable.ts'
import { type Button, button, GAP, line, PERSON, type Screen, SOS, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'
import { say } from '../text.ts'
import { addressLines, centreOf, wayQuestion } from './centres.ts'

type About = { id: string; centre: string; startsAt: number }

/**
 * A reminder with everything that can be answered. Says the date and never "tomorrow": it is read
 * when it is read. `last` is the one for the way.
 */
export function showReminder(booking: About, last: boolean, facts: Pick<Facts, 'profile'>): Screen {
  const { id, startsAt } = booking
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
    tells: { kind: 'mention', appointment: { id, centre: booking.centre, startsAt } },
    lines: [
      strong('reminders.title'),
      GAP,
      line('booking.check.when', { when: { when: startsAt } }),
      line('booking.check.where', { centre: centre.name }),
      ...addressLines(centre),
      GAP,
      line('centres.way.show'),
      { quote: wayQuestion(centre) },
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
