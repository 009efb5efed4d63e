// The report of a quarter for funding lines, as a page and as a table for a spreadsheet: the same figures.

import * as z from 'zod'
import { centreOf } from '../../domain/profile/profile.ts'
import { seeQuarter } from '../../flows/staff/quarter-report.ts'
import { notFound, show } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { csvFile } from '../frame/csv.ts'
import { told } from '../frame/parts.ts'
import { type Feature, get } from '../frame/route.ts'
import { nameOfBody, quarterPage } from './page.ts'
import { reportRows } from './rows.ts'

const ALL = 'all'
const asked = z.object({
  quarter: z.string().optional(),
  centre: z.string().default(ALL),
  body: z.string().default(ALL),
  line: z.string().default(ALL),
})

export const quarter: Feature = {
  link: { href: '/staff/quarter', word: 'navQuarter', action: 'see-utilisation' },
  routes: [
    get({
      path: '/quarter',
      who: 'see-utilisation',
      query: asked,
      handle: async (context) => {
        const { frame, query } = context
        const { quarter: _, ...chosen } = query
        const report = await seen(context, query)
        if (!report) return notFound(context)
        return show(context, frame.words.navQuarter, quarterPage(frame, report, chosen))
      },
    }),
    get({
      path: '/quarter.csv',
      who: 'see-utilisation',
      query: asked,
      handle: async (context) => {
        const { c, frame, query } = context
        const { words } = frame
        const report = await seen(context, query)
        if (!report) return notFound(context)
        const { line, profile, blocks } = report
        const heads = [words.period, words.centre, words.body, words.fundingLine]
        return csvFile(c, `quartal-${report.quarter.toLowerCase()}.csv`, [
          [...heads, words.kind, words.counted, words.howMany],
          ...blocks.flatMap((block) =>
            reportRows(frame, block, line, profile).map(({ as, term, count }) => [
              ...[report.quarter, centreOf(profile, block.centre)?.name ?? block.centre],
              ...[nameOfBody(profile, block.body), line?.name ?? ''],
              ...[as, term, told(count)],
            ]),
          ),
        ])
      },
    }),
  ],
}

function seen(context: StaffContext, query: z.output<typeof asked>) {
  const none = (one: string) => (one === ALL ? null : one)
  return seeQuarter(context.deps, actorOf(context), {
    quarter: query.quarter ?? null,
    centre: none(query.centre),
    body: none(query.body),
    line: none(query.line),
  })
}
