// Screens with times: the next ones, those of a day, the days there are, and the last check.

import type { BookableTime } from '../../calendar/bookable.ts'
import { dateOf } from '../../calendar/wall-clock.ts'
import type { Centre } from '../../profile/centre.ts'
import { isCut } from '../../questionnaire/triage.ts'
import { openAppointment } from '../booking.ts'
import { whenReminded } from '../reminded.ts'
import {
  type Button,
  button,
  FOOTER,
  GAP,
  inRows,
  type Line,
  line,
  type Screen,
  strong,
} from '../screen.ts'
import { suggestedCentre } from '../suggestion.ts'
import type { Facts, Place, ShownFacts, Talk } from '../talk.ts'
import { say } from '../text.ts'
import { answersToCheck } from './answers.ts'
import { addressLines, centreOf, ownLines } from './centres.ts'
import { checkedTopic } from './topic.ts'

// With what stands beside them no more than six buttons.
const SHOWN_TIMES = 4
const SHOWN_OF_A_DAY = 5
const SHOWN_DAYS = 5

/** The next bookable times: at the suggested or chosen centre, or the soonest anywhere. */
export function showTimes(
  talk: Talk,
  place: Extract<Place, { at: 'times' }>,
  facts: ShownFacts,
): Screen {
  const centre = centreShown(talk, place, facts)
  const of = facts.times.filter(
    (time) =>
      (!centre || time.centreId === centre.id) &&
      (!place.day || dateOf(time.startsAt) === place.day) &&
      time.startsAt >= (place.from ?? 0),
  )
  const times = [...of].sort((a, b) => a.startsAt - b.startsAt)
  const shown = times.slice(0, place.day ? SHOWN_OF_A_DAY : SHOWN_TIMES)
  if (place.ways) {
    return {
      id: 'times.ways',
      lines: heading(talk, centre, facts),
      rows: [...wayRows(facts), FOOTER],
    }
  }
  return {
    id: shown.length > 0 ? 'times' : 'times.none',
    lines: [
      ...heading(talk, centre, facts),
      ...(shown.length === 0 ? [line(noTimes(centre, facts))] : []),
      // Who is in a hurry reads enough above it.
      ...(shown.length > 0 && !isCut(talk.answers) ? [line('booking.times.pick')] : []),
    ],
    rows: [
      ...inRows(
        shown.map((time) => timeButton(time, centre ? undefined : centreOf(facts, time.centreId))),
        centre ? 2 : 1,
      ),
      ...(shown.length === 0 ? wayRows(facts) : place.day ? laterRow(times[shown.length]) : MORE),
      FOOTER,
    ],
  }
}

const MORE: Button[][] = [
  [
    button('booking.times.button.days', { do: 'days' }),
    button('booking.times.button.more', { do: 'ways' }),
  ],
]

function wayRows(facts: Facts): Button[][] {
  return [
    [
      button('booking.times.button.days', { do: 'days' }),
      button('booking.times.button.centres', { do: 'centres' }),
    ],
    [waitButton(facts)],
    [button('booking.times.button.walk-in', { do: 'open', page: 'walk-in' })],
  ]
}

function laterRow(next: { startsAt: number } | undefined): Button[][] {
  if (!next) return []
  const { startsAt } = next
  return [[button('booking.times.button.later', { do: 'later', startsAt })]]
}

/** The days on which there is a free time at one centre. */
export function showDays(
  talk: Talk,
  place: Extract<Place, { at: 'days' }>,
  facts: ShownFacts,
): Screen {
  const centre = centreShown(talk, place, facts) ?? centreOf(facts, facts.times[0]?.centreId ?? '')
  const days = new Map<string, number>()
  for (const time of facts.times) {
    if (time.centreId !== centre.id || time.startsAt < (place.from ?? 0)) continue
    const day = dateOf(time.startsAt)
    if (!days.has(day)) days.set(day, time.startsAt)
  }
  const buttons = [...days].slice(0, SHOWN_DAYS).map(
    ([day, at]): Button => ({
      label: say('booking.times.day', { day: { dayLabel: at } }),
      tap: { do: 'day', centre: centre.id, day },
    }),
  )
  const [, next] = [...days][SHOWN_DAYS] ?? []
  return {
    id: 'days',
    lines: [
      strong('booking.times.title', { centre: centre.name }),
      line(buttons.length > 0 ? 'booking.times.pick-day' : noTimes(centre, facts)),
    ],
    rows: [
      ...inRows(buttons, 2),
      ...(buttons.length === 0
        ? [[button('booking.times.button.centres', { do: 'centres' }), waitButton(facts)]]
        : laterRow(next === undefined ? undefined : { startsAt: next })),
      FOOTER,
    ],
  }
}

/** The last look before a time is booked or moved. */
export function showCheck(
  talk: Talk,
  place: Extract<Place, { at: 'check' }>,
  facts: Facts,
): Screen {
  const centre = centreOf(facts, place.centre)
  const { startsAt } = place
  const topic = checkedTopic(talk)
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

// Nothing that fits is no dead end: what is freed or added is offered to those who wait.
function waitButton(facts: Facts): Button {
  return facts.waiting
    ? button('waiting.button.mine', { do: 'waiting' })
    : button('waiting.button.wait', { do: 'wait' })
}

/** All taken, or a centre whose hours nobody has entered: it can be named and called only. */
function noTimes(centre: Centre | undefined, facts: Facts): string {
  const bookable = (centre ? [centre] : facts.profile.centres).some(
    ({ openings }) => openings.length > 0,
  )
  return bookable ? 'booking.times.none' : 'booking.times.not-bookable'
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
  if (suggestion?.centre === centre.id) lines.push({ text: suggestion.reason })
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

/** Urgent requests see the soonest time of all centres until they choose one. */
function centreShown(talk: Talk, place: { centre?: string }, facts: Facts): Centre | undefined {
  if (place.centre) return centreOf(facts, place.centre)
  const suggestion = suggestedCentre(talk, facts)
  if (!suggestion || isCut(talk.answers)) return undefined
  return centreOf(facts, suggestion.centre)
}

/** A time to pick, with the centre where several are shown. */
export function timeButton(time: BookableTime, centre: Centre | undefined): Button {
  const slot = { slotLabel: time.startsAt }
  return {
    label: centre
      ? say('booking.times.at-centre', { slot, centre: centre.short })
      : say('booking.times.slot', { slot }),
    tap: { do: 'time', centre: time.centreId, startsAt: time.startsAt },
  }
}
