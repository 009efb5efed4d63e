// Mail over HTTP: one JSON object a mail with a bearer key, in the form that Cloudflare Email Service
// (developers.cloudflare.com/email-service/api/send-emails/rest-api/) and Resend (resend.com/docs/api-reference/emails)
// document, so that a city's own gateway can take it, too.

import type { DeliveryOutcome } from '../domain/appointment/delivery.ts'
import type { Mailer } from '../flows/outbox/mailer.ts'

const PATIENCE = 10_000

/** A mailer for an https address; `from` is the sender of every mail. */
export function createHttpMailer(url: string, key: string, from: string): Mailer {
  return async ({ to, subject, text, replyTo }) => {
    const headers = { 'Auto-Submitted': 'auto-generated' }
    const mail = { from, to, subject, text, headers, ...(replyTo ? { reply_to: replyTo } : {}) }
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(mail),
        // A key is not carried on to where an answer points.
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE),
      })
      return outcomeOf(answer.status, await answer.json().catch(() => null))
    } catch {
      return { of: 'retry', reason: 'connection' }
    }
  }
}

/** What may be otherwise later is tried again; some say in the body alone that they took nothing. */
function outcomeOf(status: number, body: unknown): DeliveryOutcome {
  if (status === 408 || status === 429 || status >= 500) return { of: 'retry', reason: 'server' }
  const isRefused = typeof body === 'object' && body !== null && 'success' in body && !body.success
  if (status >= 200 && status < 300 && !isRefused) return { of: 'sent', messageId: 0 }
  return { of: 'failed', reason: `mail-${status}` }
}
