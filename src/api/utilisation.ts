// What the API tells of the hours: the same figures as the page, hidden where they are hidden there.

import { z } from 'zod'
import { MEASURES } from '../domain/figures/utilisation.ts'

const shown = z.union([z.int(), z.null()]).describe('null: hidden, from 1 to 4 or telling of such')
const counts = z.strictObject(
  Object.fromEntries(MEASURES.map((measure) => [measure, shown])) as Record<
    (typeof MEASURES)[number],
    typeof shown
  >,
)
const seats = { planned: z.int(), bookable: z.int() }
const weekday = z.int().min(1).max(7).describe('1 is Monday')

export const utilisationSchema = z.strictObject({
  weeks: z.array(
    z.strictObject({
      centre: z.string(),
      week: z.iso.date(),
      ...seats,
      counts,
      leadDays: z.number().nullable(),
    }),
  ),
  hours: z
    .array(
      z.strictObject({
        centre: z.string(),
        block: z.iso.date().describe('first Monday of four weeks'),
        weekday,
        hour: z.int().nullable().describe('on the wall in Germany; null for the whole day'),
        ...seats,
        counts,
      }),
    )
    .describe('a measure is told by hour or, where an hour is small, by day or not at all'),
  months: z.array(z.string()).describe('YYYY-MM, the order of `counts`'),
  counts: z
    .array(
      z.strictObject({
        kind: z.enum(['topic', 'language', 'source', 'stopped', 'waiting']),
        code: z.string(),
        counts: z.array(shown),
      }),
    )
    .describe('of the whole city'),
  coming: z
    .array(z.strictObject({ weekday, hour: z.int(), free: z.int(), of: z.int() }))
    .describe('free seats of the coming four weeks, as the bot tells them'),
})
