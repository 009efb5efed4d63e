// The sheet that goes with a referral, and what came of it.

import * as z from 'zod'
import { REFERRAL_OUTCOMES } from '../../domain/people/care.ts'
import { printReferral } from '../../flows/staff/read-record.ts'
import { noteOutcome } from '../../flows/staff/work-on-record.ts'
import { notFound, show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { type Feature, get, post } from '../frame/route.ts'
import { afterWork, doneOn, onRecord, unread } from '../record/work.ts'
import { slipPage } from './page.ts'

export const referral: Feature = {
  routes: [
    get({
      path: '/intakes/:id/referrals/:referral/slip',
      who: 'work-on-record',
      handle: async (context) => {
        const { deps, params } = context
        const found = await printReferral(deps, actorOf(context), params.id, params.referral)
        if (!found) return notFound(context)
        const { profile, intake, referral, now } = found
        const sheet = slipPage(profile, intake, referral, (language, text) =>
          deps.i18n.t(language, text, now),
        )
        return show(context, intake.ref, sheet)
      },
    }),
    post({
      path: '/intakes/:id/referrals/:referral/outcome',
      who: 'work-on-record',
      stands: onRecord,
      form: z.object({ outcome: z.enum(REFERRAL_OUTCOMES) }),
      handle: async (context) => {
        const { deps, params, form } = context
        const { id, referral } = params
        const outcome = await noteOutcome(deps, actorOf(context), id, referral, form.outcome)
        return afterWork(context, outcome, doneOn(context, id, 'outcome'))
      },
      refused: ({ form: _, ...context }, faults) =>
        unread(context, context.params.id, 'work-on-record', { faults }),
    }),
  ],
}
