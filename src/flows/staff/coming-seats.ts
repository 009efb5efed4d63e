// How full the coming weeks are: what the bot tells everybody.

import type { Deps } from '../../deps.ts'
import { type BookableTime, bookableTimes } from '../../domain/calendar/bookable.ts'
import { addDays, dateOf, toWall } from '../../domain/calendar/wall-clock.ts'
import { type DayRoom, type NextFree, nextFree } from '../../domain/figures/next-free.ts'
import { calendarOf } from '../../domain/profile/profile.ts'
import type { City } from '../city.ts'

const COMING_DAYS = 28
const DAY = 86_400_000

/** Free seats at an hour of a weekday (Monday is 1) in the coming four weeks. */
export type FreeSeats = { weekday: number; hour: number; free: number; of: number }

export type ComingSeats = {
  coming: readonly FreeSeats[]
  /** in the order of the centres */
  next: readonly NextFree[]
}

/** What is free of the public seats at some centres from now on. */
export async function comingSeats(
  deps: Deps,
  { profile, closures }: City,
  ids: readonly string[],
  now: number,
): Promise<ComingSeats> {
  const taken = await deps.store.appointments.taken(ids, now, now + (COMING_DAYS + 1) * DAY)
  const fields = new Map<string, FreeSeats>()
  const range = { until: addDays(dateOf(now), COMING_DAYS) }
  const next = profile.centres
    .filter(({ id }) => ids.includes(id))
    .map((centre) => {
      const days = new Map<string, DayRoom>()
      const calendar = calendarOf(profile, centre)
      const sought = { calendar, closures, now, audience: 'public' } as const
      const own = taken.filter(({ centreId }) => centreId === centre.id)
      const add = (what: 'free' | 'of', { startsAt, seats }: BookableTime) => {
        const { weekday, minutes, date: day } = toWall(startsAt)
        const hour = Math.floor(minutes / 60)
        const field = fieldOf(fields, `${weekday} ${hour}`, { weekday, hour, free: 0, of: 0 })
        const room = fieldOf(days, day, { day, free: 0, of: 0 })
        for (const one of [field, room]) one[what] += seats.length
      }
      for (const time of bookableTimes({ ...sought, taken: [] }, range)) add('of', time)
      for (const time of bookableTimes({ ...sought, taken: own }, range)) add('free', time)
      return nextFree(centre.id, [...days.values()])
    })
  const coming = [...fields.values()].sort((a, b) => a.weekday - b.weekday || a.hour - b.hour)
  return { coming, next }
}

function fieldOf<Field>(fields: Map<string, Field>, key: string, none: Field): Field {
  const field = fields.get(key) ?? none
  fields.set(key, field)
  return field
}
