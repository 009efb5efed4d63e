// What a person is told when their day is closed, or opened again. Never a topic: phones are shared.

import type { Appointment } from '../../appointment/appointment.ts'
import type { AnswersById } from '../../questionnaire/question.ts'
import { type Asking, fitOfSeat, needIn } from '../fitting.ts'
import {
  button,
  GAP,
  inRows,
  type Line,
  line,
  PERSON,
  type Screen,
  SOS,
  strong,
} from '../screen.ts'
import type { Facts } from '../talk.ts'
import { say } from '../text.ts'
import { addressLines, centreOf } from './centres.ts'
import { counsellorLines, legendLines, marked, messageLines } from './fit.ts'
import { mayRemindLines, remindRow } from './reminded.ts'

/** An apology, why, and the times that are held for this person. */
export function showClosed(
  closed: { centre: string; startsAt: number; answers: AnswersById },
  facts: Facts,
  why: 'sorry' | 'changed' = 'sorry',
): Screen {
  const { held } = facts
  const need = needIn(closed, facts)
  const fitting = held.map((one) => {
    const time = { ...one, centreId: one.centre, seats: [one.seat] }
    return { id: one.id, time, fit: fitOfSeat(one, closed, facts) }
  })
  const centre = centreOf(facts, closed.centre)
  const until = Math.min(...held.map((one) => one.until))
  const times = fitting.map(({ id, time: { startsAt }, fit }) => ({
    label: marked(say('booking.times.slot', { slot: { slotLabel: startsAt } }), fit, need),
    tap: { do: 'take', booking: id } as const,
    style: 'success' as const,
  }))
  return {
    id: held.length > 0 ? 'closed' : 'closed.none',
    keep: true,
    tells: { kind: 'mention', appointment: null },
    lines: [
      strong('closure.title'),
      line('booking.check.when', { when: { when: closed.startsAt } }),
      line('booking.check.where', { centre: centre.name }),
      GAP,
      line(`closure.${why}`),
      held.length > 0 ? line('closure.held', { when: { when: until } }) : line('closure.none'),
      ...legendLines(fitting, fitting, need),
    ],
    rows: [
      ...inRows(times, 1),
      [button('booking.check.button.other-time', { do: 'times' })],
      [SOS, PERSON],
    ],
  }
}

/** The same to somebody who has taken another time meanwhile: that one holds. */
export function showClosedBeside(
  closed: { centre: string; startsAt: number },
  appointment: Appointment,
  facts: Facts,
): Screen {
  return {
    id: 'closed.beside',
    keep: true,
    tells: {
      kind: 'mention',
      appointment: {
        id: appointment.id,
        centre: appointment.centre,
        startsAt: appointment.startsAt,
      },
    },
    lines: [
      strong('closure.title'),
      ...timeAndPlace(closed, facts),
      GAP,
      line('closure.beside'),
      ...timeAndPlace(appointment, facts),
    ],
    rows: [[button('pages.help.button.appointment', { do: 'appointment' })], [SOS, PERSON]],
  }
}

const timeAndPlace = (time: { centre: string; startsAt: number }, facts: Facts): Line[] => [
  line('booking.check.when', { when: { when: time.startsAt } }),
  line('booking.check.where', { centre: centreOf(facts, time.centre).name }),
]

/** The appointment takes place after all, at the old time: who counsels there may be somebody else by now. */
export function showReopened(appointment: Appointment & Asking, facts: Facts): Screen {
  const centre = centreOf(facts, appointment.centre)
  const fit = fitOfSeat(appointment, appointment, facts)
  const { id, startsAt } = appointment
  return {
    id: 'reopened',
    keep: true,
    tells: { kind: 'card', appointment: { id, centre: appointment.centre, startsAt } },
    lines: [
      strong('closure.reopened'),
      line('booking.check.when', { when: { when: appointment.startsAt } }),
      line('booking.check.where', { centre: centre.name }),
      ...addressLines(centre),
      ...messageLines(fit, appointment, facts),
      ...counsellorLines(fit, needIn(appointment, facts)),
      ...mayRemindLines(appointment, facts),
    ],
    rows: [
      ...remindRow(appointment, facts),
      [
        button('booking.appointment.button.move', { do: 'move' }),
        button('booking.appointment.button.cancel', { do: 'cancel' }),
      ],
      [SOS, PERSON],
    ],
  }
}
