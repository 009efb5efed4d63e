// Administrators edit centres, the calendar's numbers and the pools of interpreters.

import * as z from 'zod'
import { currentCity } from '../../flows/city.ts'
import { staffAccounts } from '../../flows/sign-in/accounts.ts'
import { show } from '../frame/answers.ts'
import { type Feature, get } from '../frame/route.ts'
import { centreEdit, rulesEdit } from './edit.ts'
import { editRoutes } from './edit-routes.ts'
import { keptWhole } from './kept-whole.ts'
import { CONTROLLER_NEEDS, newCentreEdit } from './new-centre.ts'
import { centresPage } from './page.ts'
import { newPoolEdit, poolEdit } from './pool-edit.ts'
import { poolsPage } from './pools-page.ts'

export const centres: Feature = {
  link: { href: '/staff/admin/centres', word: 'navCentres', action: 'edit-city' },
  routes: [
    get({
      path: '/admin/centres',
      who: 'edit-city',
      query: z.object({ done: z.string().optional() }),
      handle: async (context) => {
        const { deps, frame, query } = context
        const { profile } = await currentCity(deps)
        const content = centresPage(frame, profile, query.done !== undefined)
        return show(context, frame.words.editCentres, content)
      },
    }),
    ...editRoutes('/admin/centres/:id', async ({ c, deps }, profile) => {
      const edit = centreEdit(profile, c.req.param('id') ?? '', await staffAccounts(deps))
      return edit && keptWhole(deps, edit, 'faultNobodyTicked', ['bodies'])
    }),
    ...editRoutes('/admin/new-centre', async ({ deps, frame }, profile) => {
      const edit = newCentreEdit(profile, frame.words.newCentre, await staffAccounts(deps))
      return keptWhole(deps, edit, 'faultNobodyAnswers', CONTROLLER_NEEDS)
    }),
    get({
      path: '/admin/pools',
      who: 'edit-city',
      query: z.object({ done: z.string().optional() }),
      handle: async (context) => {
        const { deps, frame, query } = context
        const { profile } = await currentCity(deps)
        const content = poolsPage(frame, profile, query.done !== undefined)
        return show(context, frame.words.pools, content)
      },
    }),
    ...editRoutes('/admin/pools/:id', ({ c }, profile) =>
      poolEdit(profile, c.req.param('id') ?? ''),
    ),
    ...editRoutes('/admin/new-pool', ({ deps, frame }, profile) =>
      newPoolEdit(profile, frame.words.poolNew, `pool-${deps.newId().slice(-8)}`),
    ),
    ...editRoutes('/admin/rules', ({ frame }) => rulesEdit(frame.words.cityRules)),
  ],
}
