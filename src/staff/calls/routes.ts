// The call list, and noting that somebody was called.

import * as z from 'zod'
import { CALL_OUTCOMES } from '../../domain/people/call-attempts.ts'
import { currentCity } from '../../flows/city.ts'
import { noteCall, undoCall } from '../../flows/staff/call-attempts.ts'
import { countInbox } from '../../flows/staff/inbox.ts'
import { requestsToCall } from '../../flows/staff/list-requests.ts'
import { show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { drawnId, oneOf } from '../frame/form.ts'
import { type Feature, type Fields, get } from '../frame/route.ts'
import { type Done, doneQuery, endedQuery } from '../record/done.ts'
import { work } from '../record/work.ts'
import type { CallPlace } from './attempts.ts'
import { callsPage } from './page.ts'

// Both the list and the record have these forms.
const place = oneOf(['calls', 'record'])
const standsAt = ({ id = '' }, { place }: Fields): `/${string}` =>
  place === 'record' ? `/intakes/${id}` : '/calls'
const ledBack =
  (done: Done) =>
  ({ place }: { place: CallPlace }) =>
    place === 'record' ? null : `/staff/calls?done=${done}#done`

export const calls: Feature = {
  link: { href: '/staff/calls', word: 'navCalls', action: 'see-records', isDaily: true },
  routes: [
    get({
      path: '/calls',
      who: 'see-records',
      query: z.object({ ...endedQuery, done: doneQuery }),
      handle: async (context) => {
        const { deps, frame, query } = context
        const { profile } = await currentCity(deps)
        const actor = actorOf(context)
        const list = await requestsToCall(deps, actor, profile)
        const counted = {
          ...frame,
          counts: { ...frame.counts, '/staff/calls': list.waiting.length },
        }
        const shown = { done: query.done, ended: query, now: deps.clock.now(), newId: deps.newId }
        const view = { ...list, ...shown, profile, counts: await countInbox(deps, actor) }
        const content = callsPage(counted, view)
        return show({ ...context, frame: counted }, frame.words.navCalls, content)
      },
    }),
    work({
      path: 'called',
      done: 'called',
      who: 'work-on-record',
      stands: standsAt,
      form: z.object({ id: drawnId, outcome: z.enum(CALL_OUTCOMES), place }),
      leadsTo: ledBack('called'),
      does: (deps, actor, id, { place: _, ...call }) => noteCall(deps, actor, id, call),
    }),
    work({
      path: 'called/undo',
      done: 'call-undone',
      who: 'work-on-record',
      stands: standsAt,
      form: z.object({ call: drawnId, place }),
      leadsTo: ledBack('call-undone'),
      does: (deps, actor, id, { call }) => undoCall(deps, actor, id, call),
    }),
  ],
}
