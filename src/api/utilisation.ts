// What the API tells of the hours: the same figures as the page. Seats are exact, few people are hidden.

import { Hono } from 'hono'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { FEWEST } from '../domain/figures/few.ts'
import { UNDERSTANDINGS } from '../domain/figures/languages.ts'
import { MONTH_KINDS } from '../domain/figures/month-counts.ts'
import { SEAT_COUNTS } from '../domain/figures/seats.ts'
import { reachOf } from '../domain/people/rights.ts'
import { currentCity } from '../flows/city.ts'
import { toldOf, utilisationOf } from '../flows/staff/utilisation.ts'
import { type ApiEnv, allowed, queried } from './access.ts'
import { described } from './document.ts'

const each = <Name extends string, Value>(names: readonly Name[], value: Value) =>
  Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>

const people = z
  .union([z.int().min(FEWEST), z.null()])
  .describe('null: fewer than `fewest`, or none')
const seats = each(SEAT_COUNTS, z.int())
const weekday = z.int().min(1).max(7).describe('1 is Monday')
const month = z.string().describe('YYYY-MM, in which the appointments were')

const utilisationSchema = z.strictObject({
  weeks: z
    .array(
      z.strictObject({
        centre: z.string(),
        week: z.iso.date().describe('its Monday'),
        ...seats,
        leadDays: z.number().nullable().describe('from booking to appointment, on average'),
      }),
    )
    .describe(
      'bookable: open to everybody, or kept and given to somebody after all; seats nobody came for are bookable less attended, missed and unmarked; walkIns sit in none',
    ),
  hours: z.array(
    z.strictObject({
      centre: z.string(),
      block: z.iso.date().describe('first Monday of four weeks'),
      weekday,
      hour: z.int().describe('on the wall in Germany'),
      ...seats,
    }),
  ),
  fewest: z.int().min(FEWEST).describe('from how many on people are counted below'),
  months: z.array(z.string()).describe('YYYY-MM, the order of `counts`'),
  counts: z
    .array(z.strictObject({ kind: z.enum(MONTH_KINDS), code: z.string(), counts: z.array(people) }))
    .describe('of the whole city; what no month shows has no row'),
  languages: z
    .array(
      z.strictObject({
        ...{ centre: z.string(), month },
        language: z.string().describe('needed to be understood, never German'),
        counts: z.strictObject(each(UNDERSTANDINGS, people)),
      }),
    )
    .describe('how those who needed a language were understood; without a row few were, or none'),
  rare: z
    .array(
      z.strictObject({
        language: z.string(),
        from: z.string().describe('YYYY-MM, first month of a quarter'),
        until: z.string().describe('YYYY-MM, last month of that quarter or a later one'),
        atLeast: z.int().min(FEWEST),
      }),
    )
    .describe(
      'languages that no month of a centre shows: how often, at least, in the whole city since counting began',
    ),
  coming: z
    .array(z.strictObject({ weekday, hour: z.int(), free: z.int(), of: z.int() }))
    .describe('free seats of the coming four weeks, as the bot tells them'),
  next: z.array(
    z.strictObject({
      centre: z.string(),
      free: z
        .strictObject({ day: z.iso.date(), free: z.int(), of: z.int() })
        .nullable()
        .describe('the first day with a free seat'),
      full: z.iso.date().nullable().describe('the last full day with hours before it'),
    }),
  ),
})

const weeksQuery = z.strictObject({ weeks: z.coerce.number().int().min(1).max(104).default(12) })

export const utilisationRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/utilisation',
    described(
      'getUtilisation',
      'What became of the seats by week and by hour of four weeks, exact; people by month, where there were enough',
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
      return c.json(toldOf(found))
    },
  )
