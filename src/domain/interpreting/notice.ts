// What a centre hears of an interpreter that cannot wait: a number, the centre and a day, in German.

import { germanClock, germanDate } from '../calendar/german-dates.ts'
import type { State } from '../calendar/holidays.ts'
import { dayOf, toWall } from '../calendar/wall-clock.ts'
import { isWorkingDay } from '../calendar/working-days.ts'

/**
 * What has to be done, by when it is in time; `cancelAtRemoved`: the name of a pool that is not entered any more; `unanswered`: when
 * the talk begins of which a pool says nothing.
 */
export type InterpreterNotice = {
  number: string
  /** short name of the centre */
  centre: string
} & (
  | { order: 'late' }
  | { order: { date: string } }
  | { cancelBy: number }
  | { cancelAtRemoved: string }
  | { unanswered: number }
)

// When staff are there to order something.
const [FROM_HOUR, UNTIL_HOUR] = [8, 17]

/**
 * The hour in which notices are looked for, such as `2026-11-23 8`; `null` outside of working hours. What is
 * booked during the day may have to be ordered on the same day.
 */
export function noticeHour(now: number, state: State): string | null {
  const { date, minutes } = toWall(now)
  const hour = Math.floor(minutes / 60)
  const isAtWork = hour >= FROM_HOUR && hour < UNTIL_HOUR && isWorkingDay(dayOf(now), state)
  return isAtWork ? `${date} ${hour}` : null
}

const german = (date: string) => date.split('-').reverse().join('.')

/** The notice as one line. */
export function interpreterLine(notice: InterpreterNotice): string {
  return `${notice.number}, ${notice.centre}, ${toDo(notice)}`
}

function toDo(notice: InterpreterNotice): string {
  if ('cancelBy' in notice)
    return `Sprachmittlung abbestellen, kostenlos bis ${wallText(notice.cancelBy)}`
  if ('cancelAtRemoved' in notice)
    return `Sprachmittlung abbestellen, der Pool „${notice.cancelAtRemoved}“ ist nicht mehr eingetragen`
  if ('unanswered' in notice)
    return `Sprachmittlung: beim Pool nachfragen, keine Antwort, das Gespräch ist am ${wallText(notice.unanswered)}`
  return notice.order === 'late'
    ? 'Sprachmittlung am Telefon bestellen, die Frist ist vorbei'
    : `Sprachmittlung bestellen bis ${german(notice.order.date)}`
}

const wallText = (at: number) => `${germanDate(at)}, ${germanClock(at)} Uhr`
