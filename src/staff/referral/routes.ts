// The sheet that goes with a referral, and what came of it.

import { currentCity } from '../../flows/city.ts'
import { readReferral } from '../../flows/staff/read-record.ts'
import { noteOutcome } from '../../flows/staff/work-on-record.ts'
import { notFound, show } from '../frame/answers.ts'
import type { StaffRoute } from '../frame/route.ts'
import { callerOf } from '../record/routes-care.ts'
import { post } from '../record/routes-work.ts'
import { slipPage } from './page.ts'

export const referralRoutes: readonly StaffRoute[] = [
  post('referrals/:referral/outcome', 'work-on-record', async (context, id) => {
    const { c, deps, form } = context
    const referral = c.req.param('referral') ?? ''
    return noteOutcome(deps, callerOf(context), id, referral, form['outcome'])
  }),
  {
    method: 'get',
    path: '/intakes/:id/referrals/:referral/slip',
    who: 'work-on-record',
    handle: async (context) => {
      const { c, deps } = context
      const [id, wanted] = [c.req.param('id') ?? '', c.req.param('referral') ?? '']
      const opened = await readReferral(deps, callerOf(context), id, wanted)
      if (!opened) return notFound(context)
      const { profile } = await currentCity(deps)
      const { intake, referral } = opened
      const now = deps.clock.now()
      const sheet = slipPage(profile, intake, referral, (language, text) =>
        deps.i18n.t(language, text, now),
      )
      return show(context, intake.ref, sheet)
    },
  },
]
