// Utilisation as a page, as CSV and as JSON: the same figures, all of them fit to be shown.

import { MEASURES, type Shown } from '../../domain/figures/utilisation.ts'
import { reachOf } from '../../domain/people/rights.ts'
import { currentCity } from '../../flows/city.ts'
import { noteDown } from '../../flows/staff/caller.ts'
import { type Utilisation, utilisationOf } from '../../flows/staff/utilisation.ts'
import { notFound, show } from '../frame/answers.ts'
import { csv } from '../frame/csv.ts'
import type { StaffContext, StaffRoute } from '../frame/route.ts'
import { callerOf } from '../record/routes-care.ts'
import { utilisationPage } from './page.ts'

const PERIODS = [4, 12, 26, 52]

export const utilisationRoutes: readonly StaffRoute[] = [
  {
    method: 'get',
    path: '/utilisation',
    who: 'see-utilisation',
    handle: async (context) => {
      const asked = await ask(context)
      if (!asked) return notFound(context)
      const { frame } = context
      return show(context, frame.words.navUtilisation, utilisationPage(frame, asked))
    },
  },
  {
    method: 'get',
    path: '/utilisation.csv',
    who: 'see-utilisation',
    handle: async (context) => {
      const asked = await ask(context)
      if (!asked) return notFound(context)
      const name = context.c.req.query('table') ?? ''
      const table = Object.hasOwn(TABLES, name) ? (name as keyof typeof TABLES) : 'weeks'
      return context.c.body(csv(TABLES[table](asked.found)), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="utilisation-${table}.csv"`,
      })
    },
  },
  {
    method: 'get',
    path: '/utilisation.json',
    who: 'see-utilisation',
    handle: async (context) => {
      const asked = await ask(context)
      return asked ? context.c.json(asked.found) : notFound(context)
    },
  },
]

async function ask(context: StaffContext) {
  const { c, deps, staff } = context
  const { profile } = await currentCity(deps)
  const everywhere = reachOf(staff.role, 'see-utilisation') === 'city'
  const choices = profile.centres.filter(({ id }) => everywhere || staff.centres.includes(id))
  const centre = c.req.query('centre') ?? 'all'
  const wanted = centre === 'all' ? choices : choices.filter(({ id }) => id === centre)
  if (centre !== 'all' && wanted.length === 0) {
    const about = { subject: null, centre, refused: true }
    await noteDown(deps, callerOf(context), 'see-utilisation', about)
    return null
  }
  const asked = Number(c.req.query('weeks'))
  const count = PERIODS.includes(asked) ? asked : 12
  const found = await utilisationOf(
    deps,
    wanted.map(({ id }) => id),
    count,
  )
  const measure = MEASURES.find((one) => one === c.req.query('measure')) ?? 'attended'
  return { found, centre, count, measure, choices }
}

const hidden = (count: Shown) => count ?? '*'

/** One table a file, all of what the page is made of. */
const TABLES = {
  weeks: ({ shown }: Utilisation) => [
    ['week', 'centre', 'planned', 'bookable', ...MEASURES, 'leadDays'],
    ...shown.map(({ week, centre, planned, bookable, counts, leadDays }) => [
      week,
      centre,
      planned,
      bookable,
      ...MEASURES.map((measure) => hidden(counts[measure])),
      leadDays,
    ]),
  ],
  hours: ({ hours }: Utilisation) => [
    ['fourWeeksFrom', 'centre', 'weekday', 'hour', 'planned', 'bookable', ...MEASURES],
    ...hours.map(({ block, centre, weekday, hour, planned, bookable, counts }) => [
      block,
      centre,
      weekday,
      hour,
      planned,
      bookable,
      ...MEASURES.map((measure) => hidden(counts[measure])),
    ]),
  ],
  months: ({ months, topics }: Utilisation) => [
    ['kind', 'code', ...months],
    ...topics.map(({ kind, code, counts }) => [kind, code, ...counts.map(hidden)]),
  ],
}
