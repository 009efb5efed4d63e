// Mail by SMTP, which needs sockets of Node's.

import { createTransport } from 'nodemailer'
import type { DeliveryOutcome } from '../../domain/appointment/delivery.ts'
import type { Mailer } from '../../flows/outbox/mailer.ts'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/

/** A mailer for an `smtp://` or `smtps://` address; `from` is the sender of every mail. */
export function createMailer(url: string, from: string): Mailer {
  const { hostname } = new URL(url)
  const transport = createTransport({
    url,
    // Without TLS a password and the link would be read on the way.
    requireTLS: !LOOPBACK.test(hostname),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async ({ to, subject, text, replyTo }) => {
    try {
      const headers = { 'Auto-Submitted': 'auto-generated' }
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        headers,
        ...(replyTo ? { replyTo } : {}),
      })
      return { of: 'sent', messageId: 0 }
    } catch (fault) {
      return outcomeOf(fault)
    }
  }
}

/** 5xx is a server's last word about a mail; everything else may be otherwise later. */
function outcomeOf(fault: unknown): DeliveryOutcome {
  const code = fault instanceof Error && 'responseCode' in fault ? Number(fault.responseCode) : 0
  if (code >= 500 && code < 600) return { of: 'failed', reason: `refused-${code}` }
  return { of: 'retry', reason: code >= 400 ? 'server' : 'connection' }
}
