// Where a centre hears of new requests: seen and changed by its lead and by administrators.

import * as z from 'zod'
import { NOTICE_KINDS } from '../../domain/people/notices.ts'
import {
  endNotices,
  makeGroupCode,
  noticesOf,
  setMailbox,
  tellsGroups,
} from '../../flows/staff/notices.ts'
import { notFound, refuse, show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { oneOf, text } from '../frame/form.ts'
import { type Feature, get, post } from '../frame/route.ts'
import { leadTo } from '../frame/said.ts'
import { groupCodePage, noticesPage } from './page.ts'

const onPage = () => '/notices' as const

export const notices: Feature = {
  link: { href: '/staff/notices', word: 'navNotices', action: 'edit-notices' },
  routes: [
    get({
      path: '/notices',
      who: 'edit-notices',
      handle: async (context) => {
        const { deps, frame } = context
        const centres = await noticesOf(deps, actorOf(context))
        const content = noticesPage(frame, centres, {
          sendsMail: deps.mail !== undefined,
          isInTelegram: deps.config.doors.telegram,
          tellsGroups: await tellsGroups(deps),
        })
        return show(context, frame.words.notices, content)
      },
    }),
    post({
      path: '/notices/:id/code',
      who: 'edit-notices',
      stands: onPage,
      handle: async (context) => {
        const { deps, frame, params } = context
        const made = await makeGroupCode(deps, actorOf(context), params.id)
        if (!made) return notFound(context)
        const content = groupCodePage(frame, made.code, made.bot)
        return show(context, frame.words.noticeCodeTitle, content)
      },
    }),
    post({
      path: '/notices/:id/mail',
      who: 'edit-notices',
      stands: onPage,
      form: z.object({ address: text }),
      handle: async (context) => {
        const { deps, form, frame, params } = context
        const set = await setMailbox(deps, actorOf(context), params.id, form.address)
        if (set === 'unknown') return notFound(context)
        if (set === 'done') return leadTo(context, '/staff/notices', 'notices')
        const faults = new Set(['address'])
        return refuse(context, frame.words.noticeMailMisread, { status: 400, faults })
      },
    }),
    post({
      path: '/notices/:id/end',
      who: 'edit-notices',
      stands: onPage,
      form: z.object({ kind: oneOf(NOTICE_KINDS) }),
      handle: async (context) => {
        const { deps, form, params } = context
        const ended = await endNotices(deps, actorOf(context), params.id, form.kind)
        return ended ? leadTo(context, '/staff/notices', 'notices-ended') : notFound(context)
      },
    }),
  ],
}
