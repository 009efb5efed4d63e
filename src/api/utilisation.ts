// What the API tells of the hours: the same figures as the page, hidden where they are hidden there.

import { Hono } from 'hono'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { UNDERSTANDINGS } from '../domain/figures/languages.ts'
import { MEASURES, MONTH_KINDS } from '../domain/figures/utilisation.ts'
import { reachOf } from '../domain/people/rights.ts'
import { currentCity } from '../flows/city.ts'
import { utilisationOf } from '../flows/staff/utilisation.ts'
import { type ApiEnv, allowed, queried } from './access.ts'
import { described } from './document.ts'

const shown = z.union([z.int(), z.null()]).describe('null: hidden, from 1 to 4 or telling of such')
const atLeastFive = z.union([z.int().min(5), z.null()]).describe('null: fewer than five, or none')
const counts = z.strictObject(
  Object.fromEntries(MEASURES.map((measure) => [measure, shown])) as Record<
    (typeof MEASURES)[number],
    typeof shown
  >,
)
const understood = z.strictObject(
  Object.fromEntries(UNDERSTANDINGS.map((one) => [one, atLeastFive])) as Record<
    (typeof UNDERSTANDINGS)[number],
    typeof atLeastFive
  >,
)
const seats = { planned: z.int(), bookable: z.int() }
const weekday = z.int().min(1).max(7).describe('1 is Monday')

const utilisationSchema = z.strictObject({
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
        kind: z.enum(MONTH_KINDS),
        code: z.string(),
        counts: z.array(shown),
      }),
    )
    .describe('of the whole city'),
  languages: z
    .array(
      z.strictObject({
        centre: z.string(),
        month: z.string().describe('YYYY-MM, in which the appointments were'),
        language: z.string().describe('needed to be understood, never German'),
        counts: understood,
      }),
    )
    .describe(
      'how those who needed a language were understood; without a row fewer than five were',
    ),
  rare: z
    .array(
      z.strictObject({
        language: z.string(),
        from: z.string().describe('YYYY-MM, first month of a quarter'),
        until: z.string().describe('YYYY-MM, last month of that quarter or a later one'),
        atLeast: z.int().min(5).describe('5, 10, 25 or 50'),
      }),
    )
    .describe(
      'languages that no month of a centre shows: how often, at least, in the whole city since counting began',
    ),
  coming: z
    .array(z.strictObject({ weekday, hour: z.int(), free: z.int(), of: z.int() }))
    .describe('free seats of the coming four weeks, as the bot tells them'),
})

const weeksQuery = z.strictObject({ weeks: z.coerce.number().int().min(1).max(104).default(12) })

export const utilisationRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/utilisation',
    described(
      'getUtilisation',
      'What was counted in finished weeks, hours of the week and months; small counts are hidden',
      utilisationSchema,
    ),
    allowed(deps, 'see-utilisation'),
    queried(weeksQuery),
    async (c) => {
      const actor = c.get('actor')
      const { profile } = await currentCity(deps)
      const everywhere = reachOf(actor.role, 'see-utilisation') === 'city'
      const ids = profile.centres.map(({ id }) => id)
      const centres = everywhere ? ids : ids.filter((id) => actor.centres.includes(id))
      const found = await utilisationOf(deps, centres, c.req.valid('query').weeks)
      const { shown: weeks, hours, months, topics: counts, languages, rare, coming } = found
      return c.json({ weeks, hours, months, counts, languages, rare, coming })
    },
  )
