// Giving a request another time, or taking its time away.

import * as z from 'zod'
import { cancelTime, giveTime, timesFor } from '../../flows/staff/change-booking.ts'
import { show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { instant, instantOrNone, seenStart, text } from '../frame/form.ts'
import { type Feature, get } from '../frame/route.ts'
import { recordGone } from '../record/gone.ts'
import { work } from '../record/work.ts'
import { timesPage } from './page.ts'

export const times: Feature = {
  routes: [
    get({
      path: '/intakes/:id/times',
      who: 'work-on-record',
      query: z.object({ centre: z.string().optional(), at: instantOrNone }),
      handle: async (context) => {
        const { deps, frame, params, query } = context
        const found = await timesFor(deps, actorOf(context), params.id, query)
        if (!found) return recordGone(context, params.id)
        return show(context, frame.words.freeTimes, timesPage(frame, found))
      },
    }),
    work({
      path: 'times',
      done: 'moved',
      who: 'work-on-record',
      stands: ({ id = '' }, { centre = '', at = '' }) =>
        `/intakes/${id}/times?${new URLSearchParams({ centre, at })}`,
      form: z.object({ at: instant, centre: text, from: seenStart }),
      does: (deps, actor, id, { at, centre, from }) =>
        giveTime(deps, actor, id, { centre, startsAt: at, from }),
    }),
    work({
      path: 'cancel',
      done: 'cancelled',
      who: 'work-on-record',
      form: z.object({ from: seenStart }),
      does: (deps, actor, id, { from }) => cancelTime(deps, actor, id, from),
    }),
  ],
}
