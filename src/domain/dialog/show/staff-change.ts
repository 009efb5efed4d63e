// What a person is told when staff changed their appointment. Never a topic: phones are shared.

import type { Appointment } from '../../appointment/appointment.ts'
import type { AnswersById } from '../../questionnaire/question.ts'
import { fitOfSeat, needIn } from '../fitting.ts'
import { button, GAP, type Line, line, PERSON, type Screen, SOS, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'
import { bringLine } from './bring.ts'
import { addressLines, centreOf } from './centres.ts'
import { counsellorLines, languageLines } from './fit.ts'
import { mayRemindLines, remindRow } from './reminded.ts'

export type StaffChange = 'booked' | 'moved' | 'cancelled'

const TITLES: Record<StaffChange, string> = {
  booked: 'booking.appointment.title',
  moved: 'notice.moved',
  cancelled: 'notice.cancelled',
}

/** The appointment as it stands now; a cancelled one with the way to a new time. */
export function showStaffChange(
  what: StaffChange,
  booking: Appointment & { answers: AnswersById },
  facts: Facts,
): Screen {
  const centre = centreOf(facts, booking.centre)
  const when = line('booking.check.when', { when: { when: booking.startsAt } })
  const where = line('booking.check.where', { centre: centre.name })
  const lines: Line[] = [strong(TITLES[what]), GAP, when, where]
  if (what === 'cancelled') {
    lines.push(GAP, line('booking.appointment.new'))
    const times = button('booking.appointment.button.times', { do: 'times' }, 'primary')
    const rows = [[times], [SOS, PERSON]]
    const tells = { kind: 'mention', appointment: null } as const
    return { id: 'staff-change.cancelled', keep: true, tells, lines, rows }
  }
  lines.push(...addressLines(centre))
  const [fit, need] = [fitOfSeat(booking, booking, facts), needIn(booking, facts)]
  lines.push(...languageLines(fit, booking, booking, facts), ...counsellorLines(fit, need))
  lines.push(...(need.language ? [] : [GAP]), line('booking.appointment.code'), {
    mono: booking.ref,
  })
  lines.push(GAP, bringLine(booking.answers), ...mayRemindLines(booking, facts))
  return {
    id: `staff-change.${what}`,
    keep: true,
    tells: {
      kind: 'card',
      appointment: { id: booking.id, centre: booking.centre, startsAt: booking.startsAt },
    },
    lines,
    rows: [
      ...remindRow(booking, facts),
      [
        button('booking.appointment.button.move', { do: 'move' }),
        button('booking.appointment.button.cancel', { do: 'cancel' }),
      ],
      [SOS, PERSON],
    ],
  }
}
