// Screens with times: the next ones, and those of a day.

import {
  type Fit,
  type FittingTime,
  inOrder,
  type Need,
  timeElsewhere,
} from '../../appointment/language-fit.ts'
import type { BookableTime } from '../../calendar/bookable.ts'
import { dateOf } from '../../calendar/wall-clock.ts'
import type { Centre } from '../../profile/centre.ts'
import { isCut } from '../../questionnaire/triage.ts'
import { openAppointment } from '../booking.ts'
import { fittingTimes, interpretedAt, narrowed, needIn } from '../fitting.ts'
import { listens } from '../listening.ts'
import {
  type Button,
  button,
  FOOTER,
  inRows,
  type Line,
  line,
  type Screen,
  strong,
} from '../screen.ts'
import { suggestedCentre } from '../suggestion.ts'
import type { Facts, Place, ShownFacts, Talk } from '../talk.ts'
import type { Narrowed } from '../tap.ts'
import { say } from '../text.ts'
import { centreOf } from './centres.ts'
import { languageName, legendLines, marked, nobodyLines } from './fit.ts'
import { ALL_TIMES, centreShown, laterRow, noTimes, wayRows } from './time-rows.ts'

// With what stands beside them no more than six buttons.
const SHOWN_TIMES = 4
const SHOWN_OF_A_DAY = 5

/** The next bookable times: at the suggested or chosen centre, or the soonest anywhere. */
export function showTimes(
  talk: Talk,
  place: Extract<Place, { at: 'times' }>,
  facts: ShownFacts,
): Screen {
  const centre = centreShown(talk, place, facts)
  const free = facts.times.filter(
    (time) =>
      (!centre || time.centreId === centre.id) &&
      (!place.day || dateOf(time.startsAt) === place.day) &&
      time.startsAt >= (place.from ?? 0),
  )
  const need = needIn(talk, facts)
  const all = fittingTimes(free, talk, facts)
  const of = narrowed(all, place.only)
  if (place.ways) {
    return {
      id: 'times.ways',
      lines: heading(talk, centre, facts),
      rows: [...onlyRows(all, place.only, need), ...wayRows(facts), FOOTER],
    }
  }
  // One button less, for the way back to all of them.
  const most = SHOWN_OF_A_DAY - (place.only ? 1 : 0)
  const beside = besideOf(free, talk, place, facts)
  const shown = place.day
    ? of.slice(0, most)
    : firstOf(of, talk, facts, SHOWN_TIMES - beside.length)
  const isNone = shown.length === 0
  // Narrowed to what is not there: all of them are one press away.
  const isNarrow = isNone && all.length > 0
  return {
    id: isNarrow ? 'times.none-such' : isNone ? 'times.none' : 'times',
    lines: [
      ...heading(talk, centre, facts),
      ...(isNarrow ? [line('language.list.none')] : isNone ? [line(noTimes(centre, facts))] : []),
      // Who is in a hurry reads enough above it.
      ...(!isNone && !isCut(talk.answers) && !listens(talk) ? [line('booking.times.pick')] : []),
      ...legendLines(shown, of, need),
      ...nobodyLines([...shown, ...beside], need),
      ...beside.map(({ time }) => elsewhereLine(centreOf(facts, time.centreId), need)),
    ],
    rows: [
      ...inRows(
        shown.map(({ time, fit }) =>
          timeButton(time, centre ? undefined : centreOf(facts, time.centreId), { fit, need }),
        ),
        centre ? 2 : 1,
      ),
      ...beside.map(({ time, fit }) => [
        timeButton(time, centreOf(facts, time.centreId), { fit, need }),
      ]),
      ...(isNarrow || (place.day && place.only) ? [[ALL_TIMES]] : []),
      ...(isNone ? wayRows(facts) : place.day ? laterRow(of[shown.length]?.time) : MORE),
      FOOTER,
    ],
  }
}

/** The first of a list: those that suit before the others, and always the soonest. */
function firstOf(
  of: readonly FittingTime[],
  talk: Talk,
  facts: Facts,
  most: number,
): FittingTime[] {
  const how = { isUrgent: isCut(talk.answers), most, interpreted: interpretedAt(talk, facts) }
  return inOrder(
    of.map(({ time }) => time),
    needIn(talk, facts),
    how,
  )
}

/** The time at another centre where they are understood sooner; only beside the first times of the suggested one, or of their own. */
function besideOf(
  own: readonly BookableTime[],
  talk: Talk,
  place: Extract<Place, { at: 'times' }>,
  facts: ShownFacts,
): FittingTime[] {
  // Who moves begins with the centre of their appointment.
  const isOwn = !place.centre || place.centre === openAppointment(facts)?.centre
  const isFirst = isOwn && !place.day && !place.from && (!place.only || place.only === 'language')
  const centre = isFirst ? centreShown(talk, place, facts) : undefined
  if (!centre) return []
  const others = facts.times.filter(({ centreId }) => centreId !== centre.id)
  const found = timeElsewhere(own, others, needIn(talk, facts))
  return found ? fittingTimes([found], talk, facts) : []
}

const elsewhereLine = (centre: Centre, { language }: Need): Line =>
  line('language.list.elsewhere', { centre: centre.name, language: languageName(language ?? '') })

const MORE: Button[][] = [
  [
    button('booking.times.button.days', { do: 'days' }),
    button('booking.times.button.more', { do: 'ways' }),
  ],
]

/** What the list can be narrowed to, where there is any of it; or all of it again. */
function onlyRows(
  all: readonly FittingTime[],
  only: Narrowed | undefined,
  { language, gender }: Need,
): Button[][] {
  if (only) return [[ALL_TIMES]]
  const rows: Button[][] = []
  if (language && narrowed(all, 'language').length > 0) {
    const label = say('language.button.only', { language: languageName(language) })
    rows.push([{ label, tap: { do: 'only', what: 'language' } }])
  }
  if (narrowed(all, 'known').length > 0) {
    rows.push([button('language.button.only-known', { do: 'only', what: 'known' })])
  }
  if (gender && narrowed(all, 'gender').length > 0) {
    rows.push([button(`language.button.only-${gender}`, { do: 'only', what: 'gender' })])
  }
  // Beside the other ways there is room for two: who knows the person knows whom they wish for.
  return rows.slice(0, 2)
}

function heading(talk: Talk, centre: Centre | undefined, facts: Facts): Line[] {
  const lines: Line[] = []
  if (openAppointment(facts)) lines.push(line('booking.times.moving'))
  else if (isCut(talk.answers)) lines.push(...urgentLines(talk))
  if (!centre) {
    return [...lines, strong('booking.times.title-soonest'), line('booking.times.any-centre')]
  }
  lines.push(strong('booking.times.title', { centre: centre.name }))
  const suggestion = suggestedCentre(talk, facts)
  if (suggestion?.centre === centre.id && !listens(talk)) lines.push({ text: suggestion.reason })
  return lines
}

function urgentLines(talk: Talk): Line[] {
  const lines = [strong('booking.times.urgent')]
  const { reason } = talk.answers
  if (reason === 'letter' || reason === 'deportation' || reason === 'eviction') {
    lines.push(line('booking.times.bring-letter'), line('booking.times.letter-deadline'))
  }
  return [...lines, line('booking.times.walk-in-too')]
}

/** A time to pick, with the centre where several are shown, and its mark. */
export function timeButton(
  time: BookableTime,
  centre: Centre | undefined,
  mark: { fit: Fit; need: Need },
): Button {
  const slot = { slotLabel: time.startsAt }
  const label = centre
    ? say('booking.times.at-centre', { slot, centre: centre.short })
    : say('booking.times.slot', { slot })
  return {
    label: marked(label, mark.fit, mark.need),
    tap: { do: 'time', centre: time.centreId, startsAt: time.startsAt },
  }
}
