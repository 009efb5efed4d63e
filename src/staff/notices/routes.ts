// Where a centre hears of new requests: seen and changed by its lead and by administrators.

import { NOTICE_KINDS } from '../../domain/people/notices.ts'
import { reachOf } from '../../domain/people/rights.ts'
import { currentCity } from '../../flows/city.ts'
import { endNotices, makeGroupCode, setMailbox } from '../../flows/staff/notices.ts'
import { notFound, show } from '../frame/answers.ts'
import { messagePage } from '../frame/message.ts'
import type { StaffContext, StaffRoute } from '../frame/route.ts'
import { callerOf } from '../record/routes-care.ts'
import { groupCodePage, noticesPage } from './page.ts'

const centreIn = ({ c }: StaffContext) => c.req.param('id') ?? ''

export const noticeRoutes: readonly StaffRoute[] = [
  { method: 'get', path: '/notices', who: 'edit-notices', handle: showNotices },
  {
    method: 'post',
    path: '/notices/:id/code',
    who: 'edit-notices',
    handle: async (context) => {
      const { deps, frame } = context
      const code = await makeGroupCode(deps, callerOf(context), centreIn(context))
      if (!code) return notFound(context)
      const bot = await deps.store.meta.get('bot-name')
      return show(context, frame.words.noticeCodeTitle, groupCodePage(frame, code, bot))
    },
  },
  {
    method: 'post',
    path: '/notices/:id/mail',
    who: 'edit-notices',
    handle: async (context) => {
      const { c, deps, form, frame } = context
      const typed = form['address'] ?? ''
      const set = await setMailbox(deps, callerOf(context), centreIn(context), typed)
      if (set === 'unknown') return notFound(context)
      if (set === 'done') return c.redirect('/staff/notices', 303)
      const { staleTitle, noticeMailMisread } = frame.words
      return show(context, staleTitle, messagePage(staleTitle, noticeMailMisread), 400)
    },
  },
  {
    method: 'post',
    path: '/notices/:id/end',
    who: 'edit-notices',
    handle: async (context) => {
      const { c, deps, form } = context
      const kind = NOTICE_KINDS.find((one) => one === form['kind']) ?? 'group'
      const ended = await endNotices(deps, callerOf(context), centreIn(context), kind)
      return ended ? c.redirect('/staff/notices', 303) : notFound(context)
    },
  },
]

async function showNotices(context: StaffContext): Promise<Response> {
  const { deps, frame, staff } = context
  const { profile } = await currentCity(deps)
  const everywhere = reachOf(staff.role, 'edit-notices') === 'city'
  const targets = await deps.store.notices.list()
  const centres = profile.centres
    .filter(({ id }) => everywhere || staff.centres.includes(id))
    .map(({ id, name }) => {
      const of = (kind: string) =>
        targets.find((target) => target.centre === id && target.kind === kind) ?? null
      return { id, name, group: of('group'), mail: of('mail') }
    })
  return show(context, frame.words.notices, noticesPage(frame, centres, deps.mail !== undefined))
}
