// What is owed to webhooks, called by the tick: signed, tried again, given up after the last try.

import type { Deps } from '../../deps.ts'
import { type ClaimedDelivery, nextTry, readTarget } from '../../domain/appointment/webhooks.ts'
import { needCodesOf } from '../../domain/interpreting/codes.ts'
import { careOf } from '../../domain/people/care-state.ts'
import { faultFields } from '../../log.ts'
import { currentCity } from '../city.ts'
import { FOR_UPKEEP, held } from '../query-budget.ts'
import type { CallWebhook } from './call-webhook.ts'
import { INTERRUPTED_AFTER } from './tick-reads.ts'

const MOST_A_TICK = 50
const AT_ONCE = 10

// At most: claimed, what it is about, settled.
const QUERIES_A_CALL = 10

/** Calls what is due. Never throws: what went wrong is logged and comes again. */
export async function callWebhooks(deps: Deps): Promise<void> {
  const { callWebhook } = deps
  if (!callWebhook) return
  const calling = new Set<Promise<void>>()
  try {
    for (let taken = 0; taken < MOST_A_TICK; taken++) {
      const given = held(deps, QUERIES_A_CALL, FOR_UPKEEP)
      if (!given) break
      const now = deps.clock.now()
      const claimed = await deps.store.webhooks.claim(now, INTERRUPTED_AFTER)
      if (!claimed) {
        given()
        break
      }
      const called = callSafely(deps, callWebhook, claimed).finally(() => {
        given()
        calling.delete(called)
      })
      calling.add(called)
      if (calling.size >= AT_ONCE) await Promise.race(calling)
    }
  } catch (fault) {
    deps.log.error('webhooks failed', faultFields(fault))
  }
  await Promise.all(calling)
}

async function callSafely(deps: Deps, post: CallWebhook, claimed: ClaimedDelivery): Promise<void> {
  try {
    await call(deps, post, claimed)
  } catch (fault) {
    // It stays "sending" and comes back after a while.
    deps.log.error('webhook not settled', { delivery: claimed.id, ...faultFields(fault) })
  }
}

async function call(deps: Deps, post: CallWebhook, claimed: ClaimedDelivery): Promise<void> {
  const { webhooks } = deps.store
  const { id, event, subject, attempts, createdAt } = claimed
  const data = await (event === 'appointment.changed'
    ? appointmentOf(deps, subject)
    : requestOf(deps, subject))
  if (!data) {
    return await webhooks.settle(claimed, { status: 'dropped', reason: 'gone' }, deps.clock.now())
  }
  const at = new Date(createdAt).toISOString()
  const body = JSON.stringify({ id: String(id), event, at, data })
  const url = readTarget(claimed.url, deps.config.privateWebhooks)
  const outcome =
    url === null
      ? { fault: 'private-address' }
      : await post({ url, headers: await headersOf(deps, claimed, body), body })
  const now = deps.clock.now()
  if ('status' in outcome && outcome.status >= 200 && outcome.status < 300) {
    return await webhooks.settle(claimed, { status: 'sent', reason: null }, now)
  }
  const reason = 'status' in outcome ? `status-${outcome.status}` : outcome.fault
  const wait = nextTry(attempts)
  const end =
    wait === null
      ? ({ status: 'dead', reason } as const)
      : ({ status: 'queued', reason, dueAt: now + wait } as const)
  if (wait === null) deps.log.warn('webhook given up', { delivery: id, event, reason })
  await webhooks.settle(claimed, end, now)
}

/** A request as it stands, in codes. */
async function requestOf({ store, clock }: Deps, id: string) {
  const found = await store.webhooks.intake(id)
  return found && { ...found.data, care: careOf(found.inCare, clock.now()) }
}

/** An appointment as it stands, in codes. */
async function appointmentOf(deps: Deps, id: string) {
  const found = await deps.store.webhooks.appointment(id)
  if (!found) return null
  const { profile } = await currentCity(deps)
  return { ...found.data, ...needCodesOf(found.seated, found.answers, profile, deps.clock.now()) }
}

/** The call's headers; the time is that of this try. */
async function headersOf(deps: Deps, { id, event, secret }: ClaimedDelivery, body: string) {
  const seconds = Math.floor(deps.clock.now() / 1000)
  return {
    'Content-Type': 'application/json',
    'User-Agent': 'Lotse',
    'Lotse-Event': event,
    'webhook-id': String(id),
    'webhook-timestamp': String(seconds),
    'webhook-signature': await signature(secret, `${id}.${seconds}.${body}`),
  }
}

/** As https://www.standardwebhooks.com says: HMAC-SHA-256 with what stands after whsec_ in base64. */
async function signature(secret: string, text: string): Promise<string> {
  const bytes = Uint8Array.fromBase64(secret.replace(/^whsec_/, ''))
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes, hmac, false, ['sign'])
  const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text))
  return `v1,${new Uint8Array(signed).toBase64()}`
}
