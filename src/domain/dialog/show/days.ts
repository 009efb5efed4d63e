// The days on which there is a free time at one centre.

import { inOrder } from '../../appointment/language-fit.ts'
import { dateOf } from '../../calendar/wall-clock.ts'
import { fittingTimes, interpretedAt, narrowed, needIn } from '../fitting.ts'
import { type Button, button, FOOTER, inRows, line, type Screen, strong } from '../screen.ts'
import type { Place, ShownFacts, Talk } from '../talk.ts'
import { say } from '../text.ts'
import { centreOf } from './centres.ts'
import { legendLines, marked, nobodyLines } from './fit.ts'
import { ALL_TIMES, centreShown, laterRow, noTimes, waitButton } from './time-rows.ts'

const SHOWN_DAYS = 5

/** Each day once; one with a time that suits is marked as that time is. */
export function showDays(
  talk: Talk,
  place: Extract<Place, { at: 'days' }>,
  facts: ShownFacts,
): Screen {
  const centre = centreShown(talk, place, facts) ?? centreOf(facts, facts.times[0]?.centreId ?? '')
  const need = needIn(talk, facts)
  const free = facts.times.filter(
    (time) => time.centreId === centre.id && time.startsAt >= (place.from ?? 0),
  )
  const all = fittingTimes(free, talk, facts)
  const of = narrowed(all, place.only)
  const days = [...Map.groupBy(of, ({ time }) => dateOf(time.startsAt)).values()]
  const interpreted = interpretedAt(talk, facts)
  // One button less, for the way back to all of them.
  const most = SHOWN_DAYS - (place.only ? 1 : 0)
  const shown = days.slice(0, most).flatMap((ofDay) => {
    const times = ofDay.map(({ time }) => time)
    return inOrder(times, need, { isUrgent: false, most: 2, interpreted }).slice(0, 1)
  })
  const buttons = shown.map(({ time, fit }): Button => {
    const label = say('booking.times.day', { day: { dayLabel: time.startsAt } })
    const day = dateOf(time.startsAt)
    return { label: marked(label, fit, need), tap: { do: 'day', centre: centre.id, day } }
  })
  const isNone = shown.length === 0
  const isNarrow = isNone && all.length > 0
  return {
    id: isNarrow ? 'days.none-such' : 'days',
    lines: [
      strong('booking.times.title', { centre: centre.name }),
      line(
        isNarrow
          ? 'language.list.none'
          : isNone
            ? noTimes(centre, facts)
            : 'booking.times.pick-day',
      ),
      ...legendLines(shown, of, need),
      // A day is opened for any of its times.
      ...nobodyLines(days.slice(0, most).flat(), need),
    ],
    rows: [
      ...inRows(buttons, 2),
      ...(place.only ? [[ALL_TIMES]] : []),
      ...(isNone
        ? [[button('booking.times.button.centres', { do: 'centres' }), waitButton(facts)]]
        : laterRow(days[most]?.[0]?.time)),
      FOOTER,
    ],
  }
}
