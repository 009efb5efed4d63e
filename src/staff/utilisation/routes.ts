// Utilisation as a page, as CSV and as JSON: the same figures, all of them fit to be shown.

import * as z from 'zod'
import { MEASURES } from '../../domain/figures/utilisation.ts'
import { seeUtilisation } from '../../flows/staff/utilisation.ts'
import { notFound, show } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { csvFile } from '../frame/csv.ts'
import { oneOf } from '../frame/form.ts'
import { type Feature, get } from '../frame/route.ts'
import { TABLES } from './csv-tables.ts'
import { PERIODS, utilisationPage } from './page.ts'

const asked = {
  centre: z.string().default('all'),
  weeks: z.coerce.number().pipe(z.literal(PERIODS)).catch(12),
}

export const utilisation: Feature = {
  link: { href: '/staff/utilisation', word: 'navUtilisation', action: 'see-utilisation' },
  routes: [
    get({
      path: '/utilisation',
      who: 'see-utilisation',
      query: z.object({ ...asked, measure: oneOf(MEASURES) }),
      handle: async (context) => {
        const { frame, query } = context
        const seen = await look(context, query)
        if (!seen) return notFound(context)
        const { centre, weeks: count, measure } = query
        const view = { ...seen, centre, count, measure }
        return show(context, frame.words.navUtilisation, utilisationPage(frame, view))
      },
    }),
    get({
      path: '/utilisation.csv',
      who: 'see-utilisation',
      query: z.object({
        ...asked,
        table: oneOf(['weeks', 'hours', 'languages', 'rare', 'months']),
      }),
      handle: async (context) => {
        const { c, query } = context
        const seen = await look(context, query)
        if (!seen) return notFound(context)
        return csvFile(c, `utilisation-${query.table}.csv`, TABLES[query.table](seen.found))
      },
    }),
    get({
      path: '/utilisation.json',
      who: 'see-utilisation',
      query: z.object(asked),
      handle: async (context) => {
        const seen = await look(context, context.query)
        return seen ? context.c.json(seen.found) : notFound(context)
      },
    }),
  ],
}

function look(context: StaffContext, { centre, weeks }: { centre: string; weeks: number }) {
  const wanted = centre === 'all' ? null : centre
  return seeUtilisation(context.deps, actorOf(context), wanted, weeks)
}
