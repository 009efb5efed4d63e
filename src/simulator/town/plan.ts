// Which times of the town's calendar are taken, by when, and what becomes of them. Drawn before anything happens,
// so that every week is as full as a week is.

import type { Slot } from '../../domain/calendar/planned.ts'
import { plannedSlots } from '../../domain/calendar/planned.ts'
import {
  addDays,
  atDay,
  dateOf,
  dayNumber,
  weekdayOfDay,
} from '../../domain/calendar/wall-clock.ts'
import { calendarOf, type Profile } from '../../domain/profile/profile.ts'
import type { Chance } from './chance.ts'
import type { Wanted } from './visit.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How many weeks of the town lie behind today, and how many days ahead somebody has booked. */
export const WEEKS = 12
const AHEAD = 21

/** `at`: when they talk to Lotse. `givenUpAt`: when they cancel; then somebody else may take the time. */
export type PlannedVisit = {
  at: number
  time: Wanted
  becomes: 'attended' | 'missed' | 'cancelled' | 'open'
  givenUpAt?: number
}

/** How much of a centre's hours is booked, the first centre being the fullest. */
const FILLED = [0.9, 0.82, 0.66, 0.74] as const

/** Every visit of the town, and every seat-less caller of an hour, up to `now` (epoch milliseconds). */
export function planVisits(profile: Profile, now: number, chance: Chance): PlannedVisit[] {
  const begins = now - WEEKS * 7 * DAY
  const range = { from: addDays(dateOf(now), -WEEKS * 7), until: addDays(dateOf(now), AHEAD) }
  return profile.centres.flatMap((centre, nth) => {
    const share = FILLED[nth % FILLED.length] ?? 0.75
    const slots = plannedSlots(calendarOf(profile, centre), [], range)
    return slots.flatMap((slot) => visitsOf(slot, share, { begins, now }, chance))
  })
}

type Times = { begins: number; now: number }

function visitsOf(slot: Slot, share: number, times: Times, chance: Chance): PlannedVisit[] {
  const { centreId: centre, startsAt } = slot
  const { now, begins } = times
  // What is far ahead has not been taken yet.
  const daysAhead = Math.max(0, (startsAt - now) / DAY)
  const filled = share * Math.max(0.12, 1 - daysAhead / 16)
  return slot.seats.flatMap((): PlannedVisit[] => {
    if (!chance.is(filled)) return []
    const at = talkAt(startsAt, daysAhead, chance)
    if (at < begins || at > now - HOUR / 2) return []
    const visit = { at, time: { centre, startsAt } }
    if (startsAt > now) return [{ ...visit, becomes: 'open' }]
    const becomes = chance.weighted([
      ['attended', 80],
      ['missed', 11],
      ['cancelled', 9],
    ] as const)
    if (becomes !== 'cancelled') return [{ ...visit, becomes }]
    const givenUpAt = at + (startsAt - at) * (0.3 + 0.4 * chance.share())
    const first = { ...visit, becomes, givenUpAt } as const
    const again = givenUpAt + 4 * HOUR
    // Most of what is given up in time is taken again.
    if (startsAt - again < 6 * HOUR || !chance.is(0.7)) return [first]
    return [first, { at: again, time: visit.time, becomes: 'attended' }]
  })
}

/** Most come some days before, a few the evening before; who books ahead of today has done so already. */
function talkAt(startsAt: number, daysAhead: number, chance: Chance): number {
  const lead = 0.15 + 8.5 * chance.share() ** 1.6
  const before = startsAt - (daysAhead + lead) * DAY
  // By day, so that nobody talks at four in the morning.
  const hour = ((before / HOUR) % 24) + 1
  return hour < 7 ? before + (7 - hour) * HOUR : hour > 22 ? before - 3 * HOUR : before
}

// Minutes of a working day at which somebody goes through what has come in.
const LOOKS = [9 * 60 + 20, 14 * 60 + 40]

/** When somebody is at the desk next, after `at`. */
export function nextAtDesk(at: number): number {
  for (let day = dayNumber(dateOf(at)); ; day++) {
    const look = weekdayOfDay(day) < 6 ? LOOKS.find((minute) => atDay(day, minute) > at) : undefined
    if (look !== undefined) return atDay(day, look)
  }
}
