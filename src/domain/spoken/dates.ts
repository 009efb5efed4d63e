// An instant as it is spoken: the same day and time of day that is written, from few recorded parts.

import { dayOf, toWall } from '../calendar/wall-clock.ts'
import type { Reading } from './reading.ts'
import type { Speech } from './speech.ts'
import { stretchesOf } from './stretches.ts'

/** Keys of clips in the order in which they are heard. */
export type Keys = string[]

/** The year is not said: a day farther away than this has no unmistakable name. In days. */
const FARTHEST = 300

/** Weekday, day and month, `Mittwoch, achtzehnter März`; `undefined` for a day too far from `now` (epoch ms). */
export function dayKeys(at: number, now: number, { speech, persianDate }: Dated): Keys | undefined {
  if (Math.abs(dayOf(at) - dayOf(now)) > FARTHEST) return undefined
  const { date, weekday } = toWall(at)
  const persian = persianDate?.(at)
  return filled('day', speech, {
    weekday: [`date.weekday.${weekday}`],
    day: [`date.day.${Number(date.slice(8))}`],
    month: [`date.month.${Number(date.slice(5, 7))}`],
    ...(persian && {
      persianDay: [`date.day.${persian.day}`],
      persianMonth: [`date.persian-month.${persian.month}`],
    }),
  })
}

/** A time of day by its minutes since 00:00, `vierzehn Uhr dreißig`. */
export function timeKeys(minutes: number, { speech }: Dated): Keys {
  const minute = minutes % 60
  const hour = [`date.hour.${Math.floor(minutes / 60)}`]
  if (minute === 0) return filled('fullHour', speech, { hour })
  return filled('time', speech, { hour, minute: [`date.minute.${minute}`] })
}

/** Day and time of day. */
export function whenKeys(at: number, now: number, dated: Dated): Keys | undefined {
  const day = dayKeys(at, now, dated)
  return day && filled('when', dated.speech, { day, time: timeKeys(toWall(at).minutes, dated) })
}

/** Two times of one day. */
export function rangeKeys(from: number, to: number, dated: Dated): Keys {
  const time = (at: number) => timeKeys(toWall(at).minutes, dated)
  return filled('range', dated.speech, { from: time(from), to: time(to) })
}

/** Today, tomorrow, the day after; any other day in full. */
export function relativeKeys(at: number, now: number, dated: Dated): Keys | undefined {
  const word = NEAR[dayOf(at) - dayOf(now)]
  return word ? [word] : dayKeys(at, now, dated)
}

const NEAR = ['date.today', 'date.tomorrow', 'date.day-after-tomorrow']

/** What is needed of a language to say a date in it. */
export type Dated = Pick<Reading, 'speech' | 'persianDate'>

/** The orders of a language whose words are clips. */
export const ORDERS = ['day', 'time', 'fullHour', 'when', 'range'] as const

export const orderKey = (order: (typeof ORDERS)[number]) => `date.order.${order}`

function filled(
  order: (typeof ORDERS)[number],
  speech: Speech,
  parts: Readonly<Record<string, Keys>>,
): Keys {
  return stretchesOf(orderKey(order), speech[order]).flatMap((stretch) => {
    if ('clip' in stretch) return [stretch.clip]
    return 'value' in stretch ? (parts[stretch.value] ?? []) : []
  })
}
