// By which way a person can be reached: a chat, where messages come to them; their page, where they find what
// is new when they look; a telephone number.

import { holidayOn, type State } from '../calendar/holidays.ts'
import { addDays, atWall, dateOf, dayNumber, toWall } from '../calendar/wall-clock.ts'
import type { Channel } from './address.ts'

const WAYS = ['chat', 'page', 'phone'] as const
export type Way = (typeof WAYS)[number]

/** What decides it. `unreachable`: why no message arrives in their chat; `no-chat`: nor anywhere else. */
export type Reachable = {
  channels: readonly Channel[]
  unreachable: string | null
  hasPhone: boolean
}

/** The same with whether something they must know stands on their page, not read yet. */
export type Reach = Reachable & { unread: boolean }

/** The ways there are, the surest first; none where nothing leads to the person. */
export function waysTo({ channels, unreachable, hasPhone }: Reachable): Way[] {
  const chat = channels.includes('telegram') && unreachable === null
  const page = channels.includes('web') && unreachable !== 'no-chat'
  return WAYS.filter((way) => ({ chat, page, phone: hasPhone })[way])
}

/** Whether a message comes to them by itself: what stands on a page waits until somebody looks. */
export const arrives = (to: Reachable): boolean => waysTo(to).includes('chat')

/** Whether staff can write to them at all. */
export const canBeWrittenTo = (to: Reachable): boolean => waysTo(to).some((way) => way !== 'phone')

/** How many no message comes to by itself: called by their number, left to their page, reached by nothing. */
export type Unreached = { toCall: number; onPage: number; nowhere: number }

export function unreachedOf(all: readonly Reachable[]): Unreached {
  const ways = all.filter((one) => !arrives(one)).map(waysTo)
  const toCall = ways.filter((own) => own.includes('phone')).length
  const nowhere = ways.filter((own) => own.length === 0).length
  return { toCall, nowhere, onPage: ways.length - toCall - nowhere }
}

/**
 * Appointments that begin in this stretch (epoch milliseconds) are near enough to call about where no
 * reminder comes: until the end of the next day on which staff work, as the clock on the wall in Germany has it.
 */
export function comingSoon(state: State, now: number): { from: number; until: number } {
  let day = addDays(dateOf(now), 1)
  while (isOff(state, day)) day = addDays(day, 1)
  return { from: now, until: atWall(addDays(day, 1), 0) }
}

/** Whether staff do not work on a date (YYYY-MM-DD): at weekends and on public holidays. */
export function isOff(state: State, date: string): boolean {
  const { weekday } = toWall(atWall(date, 12 * 60))
  return weekday > 5 || holidayOn(dayNumber(date), state) !== undefined
}
