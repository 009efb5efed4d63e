// The list of requests, a page at a time, and the same list as a table for a spreadsheet.

import * as z from 'zod'
import { currentCity } from '../../flows/city.ts'
import { exportRequests, listRequests } from '../../flows/staff/list-requests.ts'
import { show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { csvFile } from '../frame/csv.ts'
import { oneOf, reference } from '../frame/form.ts'
import { type Feature, get } from '../frame/route.ts'
import { intakesPage } from './page.ts'
import { tableOf } from './table.ts'

const LAST_PAGE = 10_000
const wanted = { status: oneOf(['open', 'closed', 'all']), q: reference }
const page = z.coerce
  .number()
  .catch(1)
  .transform((asked) => Math.min(Math.max(1, Math.floor(asked) || 1), LAST_PAGE))

export const requests: Feature = {
  link: { href: '/staff/intakes', word: 'navIntakes', action: 'see-records' },
  routes: [
    get({
      path: '/intakes',
      who: 'see-records',
      query: z.object({ ...wanted, page }),
      handle: async (context) => {
        const { deps, frame, query } = context
        const { status, q, page } = query
        const { profile } = await currentCity(deps)
        const asked = { status, reference: q }
        const found = await listRequests(deps, actorOf(context), asked, page, profile)
        const content = intakesPage(frame, { ...asked, ...found, page, profile })
        return show(context, frame.words.navIntakes, content)
      },
    }),
    get({
      path: '/intakes.csv',
      who: 'see-records',
      query: z.object(wanted),
      handle: async (context) => {
        const { c, deps, frame, query } = context
        const { profile } = await currentCity(deps)
        const asked = { status: query.status, reference: query.q }
        const intakes = await exportRequests(deps, actorOf(context), asked, profile)
        return csvFile(c, 'intakes.csv', tableOf(frame, intakes, profile))
      },
    }),
  ],
}
