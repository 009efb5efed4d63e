// The own account.

import { currentCity } from '../flows/city.ts'
import { show } from './answers.ts'
import { asStaffLanguage } from './frame.ts'
import { accountPage } from './pages/account.ts'
import type { StaffRoute } from './route.ts'

export const accountRoutes: readonly StaffRoute[] = [
  {
    method: 'get',
    path: '/account',
    who: 'member',
    handle: async (context) => {
      const { deps, frame, staff } = context
      const { profile } = await currentCity(deps)
      const centres = profile.centres
        .filter(({ id }) => staff.centres.includes(id))
        .map(({ name }) => name)
      const body = profile.bodies?.find(({ id }) => id === staff.body)?.name ?? null
      return show(context, frame.words.account, accountPage(frame, staff, centres, body))
    },
  },
  {
    method: 'post',
    path: '/account',
    who: 'member',
    handle: async ({ c, desk, form, staff }) => {
      await desk.setLanguage(staff.id, asStaffLanguage(form['language']))
      return c.redirect('/staff/account', 303)
    },
  },
]
