// How updates reach the bot: pushed to its webhook, or fetched by it with getUpdates.
import { ApiError } from './api-error.ts'
import type { Update } from './wire.ts'

export type Fetch = (url: string, init: RequestInit) => Response | Promise<Response>

type Webhook = {
  url: string
  secretToken: string | undefined
  maxConnections: number
}
type Pending = { update: Update; chatId: number; failures: number; settled: () => void }
type LastError = { last_error_date: number; last_error_message: string }
type Poll = { offset: number; limit: number; timeout: number; signal?: AbortSignal | undefined }

export type DeliveryOptions = {
  now: () => number
  fetch: Fetch
  sleep: (ms: number) => Promise<void>
  /** A method call that the bot put into its answer to the webhook. */
  perform: (method: string, params: Record<string, unknown>) => Promise<unknown>
}

const FIRST_RETRY_MS = 1000
const LONGEST_RETRY_MS = 60_000
const MAX_FAILURES = 12

/**
 * Keeps updates until the bot has them. Within a chat they are pushed one after the other. After a
 * 5xx or a broken connection an update is tried again, later and later, and given up in the end;
 * after a 4xx it is given up at once.
 */
export function createDelivery({ now, fetch, sleep, perform }: DeliveryOptions) {
  const pending = new Map<number, Pending>()
  const pumping = new Set<number>()
  let webhook: Webhook | null = null
  let allowed: string[] = []
  let lastError: LastError | null = null
  let lastUpdateId = Math.floor(now() / 1000)
  let lastSent: { update: Update; chatId: number } | null = null
  let poll: { wake: () => void; terminate: (by: string) => void } | null = null

  function settle(entry: Pending) {
    pending.delete(entry.update.update_id)
    entry.settled()
  }

  async function pump(chatId: number) {
    if (pumping.has(chatId)) return
    pumping.add(chatId)
    try {
      for (;;) {
        const entry = [...pending.values()].find((other) => other.chatId === chatId)
        if (!webhook || !entry) return
        if (await push(webhook, entry.update)) settle(entry)
        else if (++entry.failures >= MAX_FAILURES) settle(entry)
        else await sleep(Math.min(FIRST_RETRY_MS * 2 ** (entry.failures - 1), LONGEST_RETRY_MS))
      }
    } finally {
      pumping.delete(chatId)
    }
  }

  /** True when the update is done with: taken, or refused for good. */
  async function push(target: Webhook, update: Update) {
    try {
      const response = await fetch(target.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(target.secretToken === undefined
            ? {}
            : { 'x-telegram-bot-api-secret-token': target.secretToken }),
        },
        body: JSON.stringify(update),
      })
      const body = await response.text()
      if (response.ok) {
        await followReply(body)
        return true
      }
      note(`Wrong response from the webhook: ${response.status} ${response.statusText}`.trim())
      return response.status < 500
    } catch (error) {
      note(error instanceof Error ? error.message : 'Connection failed')
      return false
    }
  }

  async function followReply(body: string) {
    if (!body.startsWith('{')) return
    try {
      const { method, ...params } = JSON.parse(body)
      if (typeof method === 'string') await perform(method, params)
    } catch (error) {
      // Telegram does not tell the bot how such a call went.
      note(error instanceof Error ? error.message : 'Wrong reply')
    }
  }

  function note(message: string) {
    lastError = { last_error_date: Math.floor(now() / 1000), last_error_message: message }
  }

  function enqueue(update: Update, chatId: number) {
    const settled = new Promise<void>((resolve) => {
      pending.set(update.update_id, { update, chatId, failures: 0, settled: resolve })
    })
    if (webhook) void pump(chatId)
    else poll?.wake()
    return settled
  }

  function dropPending() {
    for (const entry of [...pending.values()]) settle(entry)
  }

  return {
    /**
     * Sends an update on its way; the promise resolves once the bot has dealt with it or it was
     * given up.
     */
    async send(chatId: number, content: Omit<Update, 'update_id'>): Promise<void> {
      if (allowed.length > 0 && !Object.keys(content).some((kind) => allowed.includes(kind))) return
      lastUpdateId += 1
      const update = { update_id: lastUpdateId, ...content }
      lastSent = { update, chatId }
      await enqueue(update, chatId)
    },

    /** Delivers the last update once more, as Telegram does when it missed the answer. */
    async again(): Promise<void> {
      if (lastSent) await enqueue(lastSent.update, lastSent.chatId)
    },

    setWebhook(target: Webhook | null, dropUpdates: boolean, allowedUpdates?: string[]) {
      webhook = target
      lastError = null
      allowed = allowedUpdates ?? allowed
      if (dropUpdates) dropPending()
      if (!target) return
      poll?.terminate('setWebhook request')
      for (const { chatId } of pending.values()) void pump(chatId)
    },

    webhookInfo: () => ({
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: pending.size,
      ...lastError,
      ...(webhook ? { max_connections: webhook.maxConnections } : {}),
      ...(allowed.length > 0 ? { allowed_updates: allowed } : {}),
    }),

    /**
     * Updates from `offset` on; waits up to `timeout` seconds for the first. Those before the
     * offset count as dealt with.
     * @throws ApiError 409 while a webhook is set, or when another call takes over
     */
    async poll({ offset, limit, timeout, signal }: Poll, allowedUpdates?: string[]) {
      if (webhook) {
        throw new ApiError(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        )
      }
      allowed = allowedUpdates ?? allowed
      poll?.terminate('other getUpdates request; make sure that only one bot instance is running')
      const waiting = [...pending.keys()]
      const from = offset < 0 ? (waiting.at(offset) ?? waiting[0] ?? 0) : offset
      for (const entry of [...pending.values()]) if (entry.update.update_id < from) settle(entry)
      if (pending.size === 0 && timeout > 0) await firstUpdate(timeout, signal)
      return [...pending.values()].slice(0, limit).map(({ update }) => update)
    },
  }

  function firstUpdate(timeout: number, signal: AbortSignal | undefined) {
    return new Promise<void>((resolve, reject) => {
      const done = (finish: () => void) => () => {
        clearTimeout(timer)
        if (poll === mine) poll = null
        finish()
      }
      const timer = setTimeout(() => mine.wake(), timeout * 1000)
      const mine = {
        wake: done(resolve),
        terminate: (by: string) =>
          done(() => reject(new ApiError(409, `Conflict: terminated by ${by}`)))(),
      }
      poll = mine
      signal?.addEventListener('abort', mine.wake)
    })
  }
}
