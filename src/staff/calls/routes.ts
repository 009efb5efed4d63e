// The call list, and noting that somebody was called.

import { currentCity } from '../../flows/city.ts'
import { requestsToCall } from '../../flows/staff/list-requests.ts'
import { noteCalled } from '../../flows/staff/work-on-record.ts'
import { show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { type Feature, get } from '../frame/route.ts'
import { work } from '../record/work.ts'
import { callsPage } from './page.ts'

export const calls: Feature = {
  link: { href: '/staff/calls', word: 'navCalls', action: 'see-records' },
  routes: [
    get({
      path: '/calls',
      who: 'see-records',
      handle: async (context) => {
        const { deps, frame } = context
        const { profile } = await currentCity(deps)
        const waiting = await requestsToCall(deps, actorOf(context), profile)
        return show(context, frame.words.navCalls, callsPage(frame, waiting, profile))
      },
    }),
    work({
      path: 'called',
      who: 'work-on-record',
      stands: () => '/calls',
      leadsTo: '/staff/calls',
      does: noteCalled,
    }),
  ],
}
