// Webhooks, for administrators: made with a secret that is shown once, ended, called again.

import { WEBHOOK_EVENTS } from '../../domain/appointment/webhooks.ts'
import { addWebhook, callAgain, removeWebhook } from '../../flows/staff/webhooks.ts'
import { notFound, show } from '../frame/answers.ts'
import { messagePage } from '../frame/message.ts'
import type { StaffContext, StaffRoute } from '../frame/route.ts'
import { callerOf } from '../record/routes-care.ts'
import { webhookSecretPage, webhooksPage } from './page.ts'

const idIn = ({ c }: StaffContext) => c.req.param('id') ?? ''

export const webhookRoutes: readonly StaffRoute[] = [
  {
    method: 'get',
    path: '/admin/webhooks',
    who: 'edit-tokens',
    handle: async (context) => {
      const { deps, frame } = context
      const [webhooks, dead] = await Promise.all([
        deps.store.webhooks.list(),
        deps.store.webhooks.dead(),
      ])
      return show(context, frame.words.webhooks, webhooksPage(frame, webhooks, dead))
    },
  },
  {
    method: 'post',
    path: '/admin/webhooks',
    who: 'edit-tokens',
    handle: async (context) => {
      const { deps, form, frame } = context
      const events = WEBHOOK_EVENTS.filter((event) => form[event] === 'yes')
      const made = await addWebhook(deps, callerOf(context), { url: form['url'] ?? '', events })
      const { staleTitle, webhookMisread, webhookSecret } = frame.words
      if (!made) return show(context, staleTitle, messagePage(staleTitle, webhookMisread), 400)
      return show(context, webhookSecret, webhookSecretPage(frame, made.secret))
    },
  },
  {
    method: 'post',
    path: '/admin/webhooks/:id/remove',
    who: 'edit-tokens',
    handle: async (context) => {
      const gone = await removeWebhook(context.deps, callerOf(context), idIn(context))
      return gone ? context.c.redirect('/staff/admin/webhooks', 303) : notFound(context)
    },
  },
  {
    method: 'post',
    path: '/admin/webhooks/deliveries/:id/again',
    who: 'edit-tokens',
    handle: async (context) => {
      const owed = await callAgain(context.deps, callerOf(context), idIn(context))
      return owed ? context.c.redirect('/staff/admin/webhooks', 303) : notFound(context)
    },
  },
]
