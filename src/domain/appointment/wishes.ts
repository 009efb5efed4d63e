// What a person waits for, and whether the opening rules have anything like it.

import { type Slot as PlannedSlot, slotsOn } from '../calendar/planned.ts'
import { dayOf, toWall } from '../calendar/wall-clock.ts'
import { calendarOf, type Profile } from '../profile/profile.ts'
import type { Fit } from './language-fit.ts'

type Slot = Pick<PlannedSlot, 'centreId' | 'startsAt' | 'endsAt' | 'seats' | 'counsellors'>

/** The parts of the day people can choose between. */
export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof DAY_PARTS)[number]

/** Only times at which their language is spoken, or is spoken or can be interpreted. */
export const LANGUAGE_WISHES = ['spoken', 'understood'] as const
type LanguageWish = (typeof LANGUAGE_WISHES)[number]

/** What a person waits for; an empty list, or nothing, means any. `days` are 1 = Monday … 7 = Sunday. */
export type Wishes = {
  days: readonly number[]
  parts: readonly DayPart[]
  centres: readonly string[]
  language?: LanguageWish
}

/**
 * What a person knew when they began to wait: no time they wish was free before `from`. What starts
 * from then on was free at `asOf`, or is no help. Epoch milliseconds. `own`: `from` is the start of their
 * own appointment.
 */
export type Known = { from: number; asOf: number; own?: true }

/** Wishes of somebody who waits; without `known` nothing was free that they wish. */
export type Wish = Wishes & { known?: Known }

export const NO_WISHES: Wishes = { days: [], parts: [], centres: [] }

const NOON = 12 * 60
// When who works by day can come.
const EVENING = 17 * 60

/** The part of the day a time falls into (epoch milliseconds, as the wall shows it). */
export function dayPart(startsAt: number): DayPart {
  const { minutes } = toWall(startsAt)
  if (minutes < NOON) return 'morning'
  return minutes < EVENING ? 'afternoon' : 'evening'
}

/** Whether a time is of a kind that is wished for. */
export function isWished(
  { days, parts, centres }: Wishes,
  { centreId, startsAt }: { centreId: string; startsAt: number },
): boolean {
  return (
    anyOr(days, toWall(startsAt).weekday) &&
    anyOr(parts, dayPart(startsAt)) &&
    anyOr(centres, centreId)
  )
}

/** How a time answers the language of somebody: by its best free seat, where interpreters can be asked for, too. */
export type LanguageAt = (time: Slot) => Fit['language']

/** Whether a time is in a language that is wished for; who needs none is understood everywhere. */
export function isInWishedLanguage(
  { language }: Pick<Wishes, 'language'>,
  at: Fit['language'],
): boolean {
  if (language === undefined || at === 'no-need' || at === 'spoken') return true
  return language === 'understood' && (at === 'interpreter' || at === 'on-call')
}

/** What the opening rules do not have. */
export type Unmet = {
  /** Wished, and no centre opens then. */
  days: readonly number[]
  parts: readonly DayPart[]
  /** No time is all of what is wished. */
  isAll: boolean
  /** The days on which any centre opens; starts of the times that are earliest and latest in a day. */
  open: { days: readonly number[]; earliest: number; latest: number } | null
}

// Long enough for what opens once a month; hours that begin later are none yet.
const LOOKED_AHEAD_DAYS = 91

/**
 * What is wished and never there by the opening rules in force, whoever has the seats; `null` where
 * every day and part of the day that is wished is there, and all of it together. Closures do not
 * count: they end. Public holidays do. `languageAt`: of who waits.
 */
export function unmet(
  wishes: Wishes,
  profile: Profile,
  now: number,
  languageAt: LanguageAt,
): Unmet | null {
  const times = plannedTimes(profile, now)
  const days = new Set(times.map(({ startsAt }) => toWall(startsAt).weekday))
  const parts = new Set(times.map(({ startsAt }) => dayPart(startsAt)))
  const never = {
    days: wishes.days.filter((day) => !days.has(day)),
    parts: wishes.parts.filter((part) => !parts.has(part)),
    isAll: !times.some(
      (time) => isWished(wishes, time) && isInWishedLanguage(wishes, languageAt(time)),
    ),
  }
  if (never.days.length === 0 && never.parts.length === 0 && !never.isAll) return null
  const [first, ...rest] = times.map(({ startsAt }) => startsAt)
  if (first === undefined) return { ...never, open: null }
  const byWall = (pick: (a: number, b: number) => boolean) =>
    rest.reduce((best, at) => (pick(minutesAt(at), minutesAt(best)) ? at : best), first)
  return {
    ...never,
    open: {
      days: [...days].sort((a, b) => a - b),
      earliest: byWall((a, b) => a < b),
      latest: byWall((a, b) => a > b),
    },
  }
}

const minutesAt = (at: number): number => toWall(at).minutes

/** Every time of the coming weeks that the rules open to everybody. */
function plannedTimes(profile: Profile, now: number): Slot[] {
  const first = dayOf(now)
  const ahead = Math.max(LOOKED_AHEAD_DAYS, profile.calendar.horizonDays)
  return profile.centres.flatMap((centre) => {
    const calendar = calendarOf(profile, centre)
    return Array.from({ length: ahead + 1 }, (_, index) => first + index)
      .flatMap((day) => slotsOn(calendar, [], day))
      .filter(({ seats }) => seats.length > 0)
  })
}

function anyOr<T>(wished: readonly T[], value: T): boolean {
  return wished.length === 0 || wished.includes(value)
}
