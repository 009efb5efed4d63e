// What a coordinator reads first: last week and the coming days in one sentence, what changed in a second one.

import { addDays, dayNumber } from '../../domain/calendar/wall-clock.ts'
import { type Change, changesOf } from '../../domain/figures/changed.ts'
import type { NextFree } from '../../domain/figures/next-free.ts'
import { percent, type Seats } from '../../domain/figures/seats.ts'
import type { Frame } from '../frame/frame.ts'
import type { Word } from '../frame/words.ts'
import { dayIn, shortDate } from './dates.ts'

type Named = { id: string; name: string }

// More would not be read.
const MOST_CENTRES = 4
const SOON_DAYS = 7

/** What became of the seats of the last week. */
export function lastWeek({ words }: Frame, seats: Seats): string {
  const { planned, bookable, booked, attended, unmarked, refilled, cancelled } = seats
  const known = planned > 0 && bookable > 0
  const values = { count: known ? bookable : booked, booked, attended }
  if (!known && booked === 0) return words.lastWeekNone
  return [
    words.say(known ? 'lastWeekSeats' : 'lastWeekAppointments', values),
    cancelled > 0 ? words.say('lastWeekRefilled', { count: cancelled, refilled }) : '',
    unmarked > 0 ? words.say('lastWeekUnmarked', { count: unmarked }) : '',
    '.',
  ].join('')
}

/** Where there is room, and where there is none: what is full first, then by the day. `today`: YYYY-MM-DD. */
export function roomOf(
  frame: Frame,
  next: readonly NextFree[],
  centres: readonly Named[],
  today: string,
): string {
  const { words } = frame
  const told = next.map((one) => {
    const centre = centres.find(({ id }) => id === one.centre)?.name ?? one.centre
    return { isFull: isFull(one, today), text: clause(frame, centre, one, today) }
  })
  const inOrder = told.toSorted((a, b) => Number(b.isFull) - Number(a.isFull))
  const more = inOrder.length - MOST_CENTRES
  const first = inOrder.slice(0, MOST_CENTRES).map(({ text }) => text)
  if (first.length === 0) return ''
  return `${[...first, ...(more > 0 ? [words.say('roomMore', { count: more })] : [])].join(', ')}.`
}

const isFull = ({ free, full }: NextFree, today: string) =>
  full !== null && (free === null || free.day > addDays(today, SOON_DAYS))

function clause({ words, language }: Frame, centre: string, next: NextFree, today: string): string {
  const { free, full } = next
  if (isFull(next, today)) return words.say('roomFull', { centre, day: shortDate(full ?? '') })
  if (!free) return words.say('roomNone', { centre })
  const ahead = dayNumber(free.day) - dayNumber(today)
  const when =
    ahead === 0
      ? words.today
      : ahead === 1
        ? words.tomorrow
        : words.say('roomOnDay', { day: dayIn(free.day, language) })
  return words.say('roomFree', { centre, when, free: free.free })
}

const MEASURED = {
  booked: ['seatsBooked', 'ofBookable'],
  attended: ['seatsUsed', 'ofBookable'],
  missed: ['stateMissed', 'ofBooked'],
} as const satisfies Record<Change['measure'], readonly [Word, Word]>

/** What changed in the last of some weeks against those before it. */
export function changed({ words }: Frame, weeks: readonly Seats[]): string {
  const changes = changesOf(weeks)
  if (changes.length === 0) return words.changeTooEarly
  const count = weeks.slice(0, -1).filter(({ booked }) => booked > 0).length
  const list = changes.map(({ measure, verdict, now, before }) => {
    const [what, of] = MEASURED[measure].map((word) => words[word])
    const shares = { now: percent(now, 1) ?? 0, before: percent(before, 1) ?? 0 }
    if (verdict === 'same') return what
    const word = verdict === 'more' ? 'changeMore' : 'changeLess'
    return words.say(word, { what: what ?? '', of: of ?? '', ...shares })
  })
  const same = changes.flatMap(({ verdict }, at) => (verdict === 'same' ? [list[at] ?? ''] : []))
  const other = changes.flatMap(({ verdict }, at) => (verdict === 'same' ? [] : [list[at] ?? '']))
  const alike = same.length > 0 ? [words.say('changeSame', { what: same.join(', ') })] : []
  return words.say('changeAgainst', { count, list: [...other, ...alike].join('; ') })
}
