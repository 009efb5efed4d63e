// What Lotse says on its own accord about an appointment. Never a topic: phones are shared.

import type { Appointment } from '../../appointment/appointment.ts'
import { inOrder } from '../../appointment/language-fit.ts'
import type { BookableTime } from '../../calendar/bookable.ts'
import { dayOf } from '../../calendar/wall-clock.ts'
import type { AnswersById } from '../../questionnaire/question.ts'
import { fitOfSeat, interpretedAt, needIn } from '../fitting.ts'
import { type Button, button, GAP, line, PERSON, type Screen, SOS, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'
import { bringLine } from './bring.ts'
import { addressLines, centreOf } from './centres.ts'
import { legendLines, messageLines } from './fit.ts'
import { timeButton } from './times.ts'

type Seated = Pick<Appointment, 'id' | 'centre' | 'startsAt' | 'endsAt' | 'seat'>
type About = { id: string; centre: string; startsAt: number }

const SHOWN_TIMES = 2

// Today, tomorrow and the day after have a word of their own.
const NEAR_DAYS = 2

/**
 * A reminder with everything that can be answered. The day stands first in a word, which is corrected when
 * the next day comes, and beside it the date; what to say on the way is one button away, so that all this is in
 * sight on a small phone. `last` is the one for the way.
 */
export function showReminder(
  booking: { ref: string; answers: AnswersById } & Seated & Pick<Appointment, 'interpreter'>,
  last: boolean,
  facts: Pick<Facts, 'profile' | 'now' | 'counsellor'>,
): Screen {
  const { id, startsAt, ref } = booking
  const days = dayOf(startsAt) - dayOf(facts.now)
  const isNear = days >= 0 && days <= NEAR_DAYS
  const appointment = { id, centre: booking.centre, startsAt }
  const centre = centreOf(facts, booking.centre)
  const fit = fitOfSeat(booking, booking, facts)
  const who = [
    ...messageLines(fit, booking, facts),
    ...(fit.isSameCounsellor ? [line('language.fit.known')] : []),
    // Weeks after they said so, whoever brings somebody hears once more whom not.
    ...(booking.answers.spoken === 'own' ? [line('interpreting.bring')] : []),
  ]
  const coming: Button = button(
    'reminders.button.coming',
    { do: 'coming', booking: id, startsAt },
    'success',
  )
  const late: Button = button('reminders.button.late', { do: 'late', booking: id, startsAt })
  return {
    id: last ? 'reminder.last' : 'reminder',
    keep: true,
    // What names the day, or who is there, is worded anew where that is no longer so.
    tells: {
      kind: isNear || who.length > 0 ? 'reminder' : 'mention',
      appointment,
    },
    lines: [
      isNear
        ? strong('reminders.title-near', { day: { relativeDay: startsAt } })
        : strong('reminders.title'),
      line('booking.check.when', { when: { when: startsAt } }),
      line('booking.check.where', { centre: centre.name }),
      ...addressLines(centre),
      ...who,
      bringLine(booking.answers),
      line('booking.appointment.code'),
      { mono: ref },
      // What the buttons say by themselves makes room on a small phone for who is there.
      ...(who.length < 2 ? [line('reminders.ask')] : []),
      ...(who.length === 0 ? [line('reminders.cannot')] : []),
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

/** After a missed appointment: no blame, and the next of these free times, those that suit first. */
export function showMissed(
  booking: About & { answers: AnswersById },
  times: readonly BookableTime[],
  facts: Pick<Facts, 'profile' | 'now' | 'counsellor'>,
): Screen {
  const centre = centreOf(facts, booking.centre)
  const need = needIn(booking, facts)
  const interpreted = interpretedAt(booking, facts)
  const shown = inOrder(times, need, { isUrgent: false, most: SHOWN_TIMES, interpreted })
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
      ...legendLines(shown, shown, need),
    ],
    rows: [
      ...shown.map(({ time, fit }) => [timeButton(time, undefined, { fit, need })]),
      [button('booking.appointment.button.times', { do: 'times' }, 'primary')],
      [SOS, PERSON],
    ],
  }
}
