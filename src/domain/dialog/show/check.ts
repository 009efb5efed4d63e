// The last look before a time is booked or moved.

import { openAppointment } from '../booking.ts'
import { fitOfTime, needIn } from '../fitting.ts'
import { whenReminded } from '../reminded.ts'
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
import { suggestedCentre } from '../suggestion.ts'
import type { Place, ShownFacts, Talk } from '../talk.ts'
import { answersToCheck } from './answers.ts'
import { addressLines, centreOf, ownLines } from './centres.ts'
import { fitLines } from './fit.ts'
import { checkedTopic } from './topic.ts'

/** The last look before a time is booked or moved. */
export function showCheck(
  talk: Talk,
  place: Extract<Place, { at: 'check' }>,
  facts: ShownFacts,
): Screen {
  const centre = centreOf(facts, place.centre)
  const { startsAt } = place
  const topic = checkedTopic(talk)
  // The one time that was looked up; where it is gone, that is said when it is taken.
  const time = facts.times.find((one) => one.startsAt === startsAt && one.centreId === centre.id)
  const fitting = time
    ? fitLines(fitOfTime(time, talk, facts), needIn(talk, facts), talk, time, facts)
    : []
  const tap = (remind: 'yes' | 'no') =>
    ({ do: 'book', centre: centre.id, startsAt, remind }) as const
  const open = openAppointment(facts)
  const isReminded = open?.remind ?? false
  const when = whenReminded({ startsAt, changedAt: facts.now }, facts)
  const plain = open ? 'booking.check.button.move' : 'booking.check.button.book-plainly'
  const rows: Button[][] =
    isReminded || !when
      ? [[button(plain, tap(isReminded ? 'yes' : 'no'), 'success')]]
      : [
          [button('booking.check.button.book', tap('yes'), 'success')],
          [button('booking.check.button.book-quietly', tap('no'))],
        ]
  const lines: Line[] = [
    strong(open ? 'booking.check.title-move' : 'booking.check.title'),
    GAP,
    line('booking.check.when', { when: { when: startsAt } }),
    line('booking.check.where', { centre: centre.name }),
    ...addressLines(centre),
    ...fitting,
    ...topic.lines,
  ]
  const suggestion = suggestedCentre(talk, facts)
  if (suggestion && suggestion.centre !== centre.id) lines.push(line('booking.check.other-centre'))
  if (suggestion?.centre !== centre.id) lines.push(...ownLines(centre.onTheWay, talk.language))
  if (open) lines.push(GAP, line('booking.check.until-now', { when: { when: open.startsAt } }))
  if (when && isReminded) lines.push(line('booking.appointment.reminded', { when }))
  else if (when) lines.push(GAP, line('booking.check.remind'), line('reminders.which', { when }))
  return {
    id: open ? 'check.move' : 'check',
    lines,
    ...(open ? {} : { answers: answersToCheck(talk, facts) }),
    rows: [
      ...rows,
      [button('booking.check.button.other-time', { do: 'times' }), ...topic.buttons],
      FOOTER,
    ],
  }
}
