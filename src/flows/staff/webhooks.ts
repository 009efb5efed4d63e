// Administrators say which systems are told of what, and have given-up calls made again.

import type { Deps } from '../../deps.ts'
import {
  type DeadDelivery,
  readTarget,
  type Webhook,
  type WebhookEvent,
} from '../../domain/appointment/webhooks.ts'
import { type Actor, mayHere, noteDown } from './actor.ts'

/** Who is told, and the calls that were given up, the latest first. */
export async function webhookList({ store }: Deps): Promise<{
  webhooks: Webhook[]
  dead: DeadDelivery[]
}> {
  const [webhooks, dead] = await Promise.all([store.webhooks.list(), store.webhooks.dead()])
  return { webhooks, dead }
}

/** A new webhook with its secret, which is told this once. `null` where the address is none to call. */
export async function addWebhook(
  deps: Deps,
  actor: Actor,
  wish: { url: string; events: readonly WebhookEvent[] },
): Promise<{ secret: string } | null> {
  const id = deps.newId()
  if (!(await mayHere(deps, actor, 'edit-tokens', id, { centre: null }))) return null
  const url = readTarget(wish.url.trim(), deps.config.privateWebhooks)
  if (url === null || wish.events.length === 0) return null
  const secret = `whsec_${crypto.getRandomValues(new Uint8Array(32)).toBase64()}`
  const webhook = { id, url, secret, events: wish.events, createdBy: actor.id }
  await deps.store.webhooks.add(webhook, deps.clock.now())
  await noteDown(deps, actor, 'add-webhook', { subject: id, centre: null })
  return { secret }
}

/** Ends a webhook and forgets what is owed to it. */
export async function removeWebhook(deps: Deps, actor: Actor, id: string): Promise<boolean> {
  if (!(await mayHere(deps, actor, 'edit-tokens', id, { centre: null }))) return false
  if (!(await deps.store.webhooks.remove(id))) return false
  await noteDown(deps, actor, 'remove-webhook', { subject: id, centre: null })
  return true
}

/** Makes a given-up call anew, at the next tick. */
export async function callAgain(deps: Deps, actor: Actor, id: string): Promise<boolean> {
  if (!(await mayHere(deps, actor, 'edit-tokens', id, { centre: null }))) return false
  const number = Number(id)
  if (!Number.isSafeInteger(number)) return false
  if (!(await deps.store.webhooks.again(number, deps.clock.now()))) return false
  await noteDown(deps, actor, 'webhook-again', { subject: id, centre: null })
  return true
}
