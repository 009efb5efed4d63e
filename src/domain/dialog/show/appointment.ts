// The appointment: what is booked, what to bring, and what can be done with it.

import type { Appointment } from '../../appointment/appointment.ts'
import { isMarkedEarly } from '../../appointment/attendance.ts'
import { asked, questionnaireOf } from '../../questionnaire/questionnaire.ts'
import { openAppointment } from '../booking.ts'
import { fitOfSeat, needIn } from '../fitting.ts'
import {
  type Button,
  button,
  FOOTER,
  GAP,
  type Line,
  line,
  type Screen,
  strong,
} from '../screen.ts'
import type { Facts, Talk } from '../talk.ts'
import { say } from '../text.ts'
import { bringLine } from './bring.ts'
import { addressLines, centreOf } from './centres.ts'
import { counsellorLines, languageLines } from './fit.ts'
import { partyRow } from './party.ts'
import { programmesRow } from './programmes.ts'
import { remindedLines, remindRow } from './reminded.ts'
import { codeLines, newPinRow } from './returning.ts'
import { lookLines, onPageRow, waysRow } from './ways.ts'

/** The confirmation, which is also where a person comes back to. */
export function showAppointment(talk: Talk, facts: Facts): Screen {
  const open = openAppointment(facts)
  if (open) return showBooked(talk, open, facts)
  const { appointment } = facts
  // Staff may have noted the wrong row: until it is over, the person has it as before, and changes nothing.
  if (appointment && isMarkedEarly(appointment, facts.now)) {
    return showBooked(talk, appointment, facts)
  }
  const past = appointment && appointment.state !== 'cancelled'
  const lines: Line[] = [strong(past ? 'booking.appointment.past' : 'booking.appointment.none')]
  if (past) lines.push(line('booking.check.when', { when: { when: appointment.startsAt } }))
  const isWaiting = facts.waiting !== null
  if (isWaiting) lines.push(line('waiting.title'))
  lines.push(line('booking.appointment.new'))
  return {
    id: past ? 'appointment.past' : 'appointment.none',
    lines,
    rows: [
      [
        past
          ? button('booking.appointment.button.again', { do: 'again' }, 'primary')
          : button('booking.appointment.button.times', { do: 'times' }, 'primary'),
      ],
      ...(isWaiting ? [[button('waiting.button.mine', { do: 'waiting' })]] : []),
      ...partyRow(facts),
      FOOTER,
    ],
  }
}

/** Cancelling asks once, and says that another time can be had instead. */
export function showCancel(talk: Talk, facts: Facts): Screen {
  const open = openAppointment(facts)
  if (!open) return showAppointment(talk, facts)
  return {
    id: 'cancel',
    lines: [
      strong('booking.cancel.title'),
      line('booking.check.when', { when: { when: open.startsAt } }),
      line('booking.cancel.instead'),
    ],
    rows: [
      [button('booking.cancel.button.yes', { do: 'cancel-yes', booking: open.id })],
      [button('booking.appointment.button.move', { do: 'move' })],
      FOOTER,
    ],
  }
}

function showBooked(talk: Talk, open: Appointment, facts: Facts): Screen {
  const centre = centreOf(facts, open.centre)
  const { language } = needIn(talk, facts)
  const lines: Line[] = [
    strong('booking.appointment.title'),
    line('booking.check.when', { when: { when: open.startsAt } }),
    line('booking.check.where', { centre: centre.name }),
    ...addressLines(centre),
    // One line of it; the rest is behind "more", so that all this is in sight on a small phone.
    ...languageLines(fitOfSeat(open, talk, facts), talk, open, facts),
    ...(language ? [] : [GAP]),
    ...codeLines(open.ref, facts),
    bringLine(talk.answers),
    ...remindedLines(open, facts),
    ...lookLines(facts),
  ]
  const changes = [
    [
      button('booking.appointment.button.move', { do: 'move' }),
      button('booking.appointment.button.cancel', { do: 'cancel' }),
    ],
    ...remindRow(open, facts),
  ]
  const rows: Button[][] = [
    ...(open.state === 'booked' ? changes : []),
    ...waysRow(facts),
    [button('reminders.button.way', { do: 'open', page: 'way' })],
    ...detailsRow(talk, facts),
    [button('booking.appointment.button.more', { do: 'open', page: 'appointment-more' })],
    FOOTER,
  ]
  return { id: 'appointment', keep: true, lines, rows }
}

/** What is of use at the door and afterwards; the screen of the appointment is short enough to be seen. */
export function moreOfAppointment(talk: Talk, facts: Facts): Pick<Screen, 'lines' | 'rows'> {
  const open = openAppointment(facts)
  const mine = [button('booking.appointment.button.mine', { do: 'open', page: 'my-data' })]
  const rows = [...programmesRow(talk, facts), mine, ...onPageRow(facts), ...partyRow(facts)]
  if (!open) return { lines: [strong('booking.appointment.none')], rows }
  const centre = centreOf(facts, open.centre)
  return {
    lines: [
      strong('booking.appointment.at-the-door'),
      { quote: doorSentence(centre.name, open.ref) },
      line('booking.appointment.bring'),
      ...counsellorLines(fitOfSeat(open, talk, facts), needIn(talk, facts)),
    ],
    rows: [
      [
        {
          label: say('booking.appointment.button.copy-address'),
          copy: [centre.name, centre.address].filter(Boolean).join(', '),
        },
        { label: say('booking.appointment.button.copy-code'), copy: open.ref },
      ],
      ...rows,
      ...newPinRow(facts),
    ],
  }
}

/** Nothing is offered that a city has left out as a whole. */
function detailsRow(talk: Talk, { profile }: Facts): Button[][] {
  const some = asked(questionnaireOf(profile), 'B', talk.answers).length > 0
  return some ? [[button('booking.appointment.button.details', { do: 'details' })]] : []
}

/** One German sentence to show at the door or to a passer-by; it says nothing of the topic. */
export function doorSentence(centre: string, ref: string): string {
  return `Guten Tag, ich habe hier einen Termin: ${centre}. Mein Code ist ${ref}.`
}
