// That nobody was found to interpret for a person, or nobody yet, and when they may be understood after all.

import type { Appointment, AppointmentNow } from '../../appointment/appointment.ts'
import { type FittingTime, needOf } from '../../appointment/language-fit.ts'
import { inRows, type Line, line, type Screen, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'
import { say } from '../text.ts'
import { centreOf } from './centres.ts'
import { cardWith } from './interpreting.ts'
import { timeButton } from './times.ts'

/**
 * The appointment as its card, below what is so; a press on another time leads to the question whether to move there.
 * @param instead other times at which they may be understood: appointment/times-instead.ts
 */
export function showNobody(
  what: 'nobody' | 'not-yet',
  instead: readonly FittingTime[],
  booking: Appointment & Pick<AppointmentNow, 'answers'>,
  facts: Facts,
): Screen {
  const news = [
    strong(`interpreting.${what}`),
    line('interpreting.bring'),
    ...(what === 'not-yet' ? [line('interpreting.if-found')] : []),
    ...(instead.length === 0 ? [line('interpreting.other-time')] : insteadLines(instead)),
  ]
  // With the times that are named it is to be in sight on a small phone.
  const card = cardWith(`interpreting.${what}`, news, booking, facts, { brief: instead.length > 0 })
  const need = needOf(booking.answers)
  const [own, others] = [true, false].map((isOwn) =>
    instead
      .filter(({ time }) => (time.centreId === booking.centre) === isOwn)
      .map(({ time, fit }) =>
        timeButton(time, isOwn ? undefined : centreOf(facts, time.centreId), { fit, need }),
      ),
  )
  return { ...card, rows: [...inRows(own ?? [], 2), ...inRows(others ?? [], 1), ...card.rows] }
}

// Not by its name: phones are shared.
const SPOKEN_THERE = line('language.list.spoken', { language: say('language.yours') })

/** What is so at the times that are named. */
function insteadLines(instead: readonly FittingTime[]): Line[] {
  const isSpoken = ({ fit }: FittingTime) => fit.language === 'spoken'
  const spoken = instead.some(isSpoken) ? [SPOKEN_THERE] : []
  if (instead.every(isSpoken)) return spoken
  return [...spoken, line(`interpreting.${spoken.length > 0 ? 'others' : 'anew'}`)]
}
