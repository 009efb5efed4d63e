// Utilisation as a page, as CSV and as JSON: the same figures.

import * as z from 'zod'
import { MEASURES, type Measure } from '../../domain/figures/seats.ts'
import { seeUtilisation, toldOf } from '../../flows/staff/utilisation.ts'
import { notFound, show } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { csvFile } from '../frame/csv.ts'
import { oneOf } from '../frame/form.ts'
import { type Feature, get } from '../frame/route.ts'
import { TABLES } from './csv-tables.ts'
import { PERIODS, utilisationPage } from './page.ts'

type Table = keyof typeof TABLES

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
      query: z.object({
        ...asked,
        measure: oneOf(Object.keys(MEASURES) as [Measure, ...Measure[]]),
      }),
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
        table: oneOf(Object.keys(TABLES) as [Table, ...Table[]]),
      }),
      handle: async (context) => {
        const { c, query, frame } = context
        const seen = await look(context, query)
        if (!seen) return notFound(context)
        const { rows, word } = TABLES[query.table]
        return csvFile(c, csvName(frame.words[word]), rows(frame, seen.found))
      },
    }),
    get({
      path: '/utilisation.json',
      who: 'see-utilisation',
      query: z.object(asked),
      handle: async (context) => {
        const seen = await look(context, context.query)
        return seen ? context.c.json(toldOf(seen.found)) : notFound(context)
      },
    }),
  ],
}

/** auslastung-stunden-der-woche.csv */
const csvName = (title: string) => `auslastung-${title.toLowerCase().replace(/[^a-z]+/g, '-')}.csv`

function look(context: StaffContext, { centre, weeks }: { centre: string; weeks: number }) {
  const wanted = centre === 'all' ? null : centre
  return seeUtilisation(context.deps, actorOf(context), wanted, weeks)
}
