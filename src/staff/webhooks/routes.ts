// Webhooks, for administrators: made with a secret that is shown once, ended, called again.

import * as z from 'zod'
import { WEBHOOK_EVENTS } from '../../domain/appointment/webhooks.ts'
import { addWebhook, callAgain, removeWebhook, webhookList } from '../../flows/staff/webhooks.ts'
import { notFound, refuse, show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { drawnId, text, tick } from '../frame/form.ts'
import { showOnce } from '../frame/kept.ts'
import { type Feature, get, post } from '../frame/route.ts'
import { leadTo } from '../frame/said.ts'
import { webhookSecretPage, webhooksPage } from './page.ts'

const form = z
  .object({
    id: drawnId,
    url: text,
    'intake.submitted': tick,
    'care.changed': tick,
    'appointment.changed': tick,
  })
  .transform(({ id, url, ...ticked }) => ({
    id,
    url,
    events: WEBHOOK_EVENTS.filter((event) => ticked[event]),
  }))

const onPage = () => '/admin/webhooks' as const

export const webhooks: Feature = {
  link: { href: '/staff/admin/webhooks', word: 'navWebhooks', action: 'edit-tokens' },
  routes: [
    get({
      path: '/admin/webhooks',
      who: 'edit-tokens',
      handle: async (context) => {
        const { deps, frame } = context
        const { webhooks, dead } = await webhookList(deps)
        return show(
          context,
          frame.words.webhooks,
          webhooksPage(frame, webhooks, dead, deps.newId()),
        )
      },
    }),
    post({
      path: '/admin/webhooks',
      who: 'edit-tokens',
      stands: onPage,
      form,
      handle: async (context) => {
        const { deps, form, frame } = context
        const { webhookMisread, webhookSecret } = frame.words
        const faults = new Set([form.events.length === 0 ? 'events' : 'url'])
        const make = async () => {
          const made = await addWebhook(deps, actorOf(context), form)
          if (!made) return refuse(context, webhookMisread, { status: 400, faults })
          return { title: webhookSecret, content: webhookSecretPage(frame, made.secret) }
        }
        return showOnce(context, '/staff/admin/webhooks', make, form.id)
      },
    }),
    post({
      path: '/admin/webhooks/:id/remove',
      who: 'edit-tokens',
      stands: onPage,
      handle: async (context) => {
        const { deps, params } = context
        const gone = await removeWebhook(deps, actorOf(context), params.id)
        return gone ? leadTo(context, '/staff/admin/webhooks', 'webhook-ended') : notFound(context)
      },
    }),
    post({
      path: '/admin/webhooks/deliveries/:id/again',
      who: 'edit-tokens',
      stands: onPage,
      handle: async (context) => {
        const { deps, params } = context
        const owed = await callAgain(deps, actorOf(context), params.id)
        return owed ? leadTo(context, '/staff/admin/webhooks', 'again') : notFound(context)
      },
    }),
  ],
}
