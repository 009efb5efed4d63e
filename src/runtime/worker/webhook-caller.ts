// Calling a webhook from a Worker, which reaches the public internet only.

import type { CallWebhook } from '../../flows/outbox/call-webhook.ts'

const PATIENCE = 10_000

export const callWebhook: CallWebhook = async ({ url, headers, body }) => {
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
    await answer.body?.cancel()
    return { status: answer.status }
  } catch (fault) {
    return {
      fault: fault instanceof Error && fault.name === 'TimeoutError' ? 'timeout' : 'connection',
    }
  }
}
