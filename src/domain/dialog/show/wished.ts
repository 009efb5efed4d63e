// Somebody wishes for a woman or a man, and nobody of whom that is known counsels at their time.

import { openAppointment } from '../booking.ts'
import { fitOfSeat, fittingTimes, narrowed, needIn } from '../fitting.ts'
import { button, FOOTER, GAP, inRows, line, type Screen, strong } from '../screen.ts'
import type { ShownFacts, Talk } from '../talk.ts'
import { showAppointment } from './appointment.ts'
import { timeButton } from './times.ts'

const SHOWN_TIMES = 4

/** What is true of their time, and the free times that are as they wish; the appointment stays. */
export function showWished(talk: Talk, facts: ShownFacts): Screen {
  const open = openAppointment(facts)
  const need = needIn(talk, facts)
  if (!open || !need.gender) return showAppointment(talk, facts)
  const own = fitOfSeat(open, talk, facts)
  if (own.gender === 'met') return showAppointment(talk, facts)
  const there = facts.times.filter(({ centreId }) => centreId === open.centre)
  const times = narrowed(fittingTimes(there, talk, facts), 'gender')
    // Who is understood now is not led to where they are not.
    .filter(({ fit }) => own.language !== 'spoken' || fit.language === 'spoken')
    .slice(0, SHOWN_TIMES)
  const isNone = times.length === 0
  return {
    id: isNone ? 'wished.none' : 'wished',
    lines: [
      strong(`language.${own.gender}.${need.gender}`),
      GAP,
      line(isNone ? 'language.wished.none' : 'language.wished.times'),
      ...(isNone ? [] : [line('booking.times.moving')]),
    ],
    rows: [
      ...inRows(
        times.map(({ time, fit }) => timeButton(time, undefined, { fit, need })),
        2,
      ),
      [button('language.button.keep', { do: 'back' })],
      FOOTER,
    ],
  }
}
