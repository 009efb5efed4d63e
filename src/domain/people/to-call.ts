// The instants that decide whom staff have to call, by the clock on the wall in Germany.

import { HELD_FOR } from '../appointment/closing.ts'
import type { State } from '../calendar/holidays.ts'
import { addDays, atWall, dateOf } from '../calendar/wall-clock.ts'
import { comingSoon, isOff } from './reach.ts'

/** Epoch milliseconds. */
export type CallTimes = {
  /** Who lost a closed day, and has not answered since then, is called about it. */
  unansweredSince: number
  /** Until when an appointment is near, see `comingSoon`. */
  nearUntil: number
  /** When the next day begins. */
  tonight: number
  /** Called before it, somebody was called when an appointment of today was not near yet. */
  nearToday: number
  /** The same of one that is near, but not today. */
  nearLater: number
  /** When the present day began: who was reached since stands below the list. */
  reachedSince: number
}

export function callTimes(state: State, now: number): CallTimes {
  const today = dateOf(now)
  const tomorrow = addDays(today, 1)
  return {
    unansweredSince: now - HELD_FOR,
    nearUntil: comingSoon(state, now).until,
    tonight: atWall(tomorrow, 0),
    nearToday: atWall(workdayBefore(state, today), 0),
    nearLater: atWall(workdayBefore(state, tomorrow), 0),
    reachedSince: atWall(today, 0),
  }
}

/** The last day before a date (YYYY-MM-DD) on which staff work. */
function workdayBefore(state: State, date: string): string {
  let day = addDays(date, -1)
  while (isOff(state, day)) day = addDays(day, -1)
  return day
}
