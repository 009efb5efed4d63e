// Administrators map Lotse's own to others: records to the carriers' case systems, figures to what funders ask for.

import * as z from 'zod'
import { currentCity } from '../../flows/city.ts'
import { editRoutes } from '../centres/edit-routes.ts'
import { show } from '../frame/answers.ts'
import { type Feature, get } from '../frame/route.ts'
import { CASE_SYSTEMS } from './case-systems.ts'
import { FUNDING } from './funding.ts'
import { BACK, mappingEdit } from './mapping.ts'
import { mappingsPage } from './page.ts'

export const mappings: Feature = {
  link: { href: `/staff${BACK}`, word: 'navMappings', action: 'edit-city' },
  routes: [
    get({
      path: BACK,
      who: 'edit-city',
      query: z.object({ done: z.string().optional() }),
      handle: async (context) => {
        const { deps, frame, query } = context
        const { profile } = await currentCity(deps)
        const isDone = query.done !== undefined
        return show(context, frame.words.navMappings, mappingsPage(frame, profile, isDone))
      },
    }),
    ...editRoutes(`${BACK}/case-system/:id`, ({ c, frame }, profile) =>
      mappingEdit(CASE_SYSTEMS, frame.words, profile, c.req.param('id') ?? ''),
    ),
    ...editRoutes(`${BACK}/new-case-system`, ({ frame }, profile) =>
      mappingEdit(CASE_SYSTEMS, frame.words, profile, null),
    ),
    ...editRoutes(`${BACK}/funding-line/:id`, ({ c, frame }, profile) =>
      mappingEdit(FUNDING, frame.words, profile, c.req.param('id') ?? ''),
    ),
    ...editRoutes(`${BACK}/new-funding-line`, ({ frame }, profile) =>
      mappingEdit(FUNDING, frame.words, profile, null),
    ),
  ],
}
