// The call list, and noting that somebody was called.

import * as z from 'zod'
import { CALL_OUTCOMES } from '../../domain/people/call-attempts.ts'
import { noteCall, undoCall } from '../../flows/staff/call-attempts.ts'
import { countInbox } from '../../flows/staff/inbox.ts'
import { seeCalls } from '../../flows/staff/to-call.ts'
import { show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { drawnId, oneOf } from '../frame/form.ts'
import { type Feature, type Fields, get } from '../frame/route.ts'
import { type Done, doneQuery, endedQuery } from '../record/done.ts'
import { work } from '../record/work.ts'
import { place, turnOf } from '../requests/asking.ts'
import { isListed, livingList } from '../requests/living.ts'
import type { CallPlace } from './attempts.ts'
import { callsPage } from './page.ts'

// Both the list and the record have these forms.
const from = oneOf(['calls', 'record'])
const standsAt = ({ id = '' }, { place }: Fields): `/${string}` =>
  place === 'record' ? `/intakes/${id}` : '/calls'
const ledBack =
  (done: Done) =>
  ({ place }: { place: CallPlace }) =>
    place === 'record' ? null : `/staff/calls?done=${done}#done`

export const calls: Feature = {
  link: {
    ...{ href: '/staff/calls', word: 'navCalls', action: 'see-records', isDaily: true },
    count: async (deps, actor, path) =>
      isListed(path) ? 0 : (await countInbox(deps, actor)).calls,
  },
  routes: [
    get({
      path: '/calls',
      who: 'see-records',
      query: z.object({ ...endedQuery, done: doneQuery, after: place, before: place }),
      handle: async (context) => {
        const { deps, frame, query } = context
        const seen = await seeCalls(deps, actorOf(context), turnOf(query))
        const counted = await livingList(frame, seen)
        const content = callsPage(counted, seen, { ...query, newId: deps.newId })
        return show({ ...context, frame: counted }, frame.words.navCalls, content)
      },
    }),
    work({
      path: 'called',
      done: 'called',
      who: 'work-on-record',
      stands: standsAt,
      form: z.object({ id: drawnId, outcome: z.enum(CALL_OUTCOMES), place: from }),
      leadsTo: ledBack('called'),
      does: (deps, actor, id, { place: _, ...call }) => noteCall(deps, actor, id, call),
    }),
    work({
      path: 'called/undo',
      done: 'call-undone',
      who: 'work-on-record',
      stands: standsAt,
      form: z.object({ call: drawnId, place: from }),
      leadsTo: ledBack('call-undone'),
      does: (deps, actor, id, { call }) => undoCall(deps, actor, id, call),
    }),
  ],
}
