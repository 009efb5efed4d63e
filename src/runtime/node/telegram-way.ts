// The way to Telegram on Node: connections that stay open, and nothing a call of ours does not need.

import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { Readable } from 'node:stream'
import { goesThrough, type OutgoingProxy } from '../../config/proxy.ts'
import type { ApiAt } from '../../telegram/bot.ts'
import { type Post, posting } from '../../telegram/post.ts'
import { proxyEnv } from './way-out.ts'

/** What grammY hands over: a text, or the stream of a form with a file in it. */
type TelegramCall = {
  method?: string
  headers?: Record<string, string>
  body?: string | AsyncIterable<Uint8Array>
  signal?: Pick<AbortSignal, 'aborted' | 'addEventListener'>
  /** How long it may take, ms. */
  longest?: number
}

/** All that is read of an answer. */
type Answer = {
  status: number
  json: () => Promise<unknown>
  arrayBuffer: () => Promise<Uint8Array>
}

type TelegramFetch = (url: string, call: TelegramCall) => Promise<Answer>

/** Who waits for a call of JSON has given up by then, ms. */
const LONGEST = 20_000
const JSON_ALONE = { 'content-type': 'application/json', connection: 'keep-alive' }

/**
 * `fetch`: all that grammY's client needs of it, at a third of the CPU. `post`: see {@link Post}; only tests have
 * another patience than twenty seconds.
 */
export function createTelegramWay(
  apiRoot: string,
  proxy?: OutgoingProxy,
  longest = LONGEST,
): { fetch: TelegramFetch; post: Post } {
  const { protocol, hostname, port, origin } = new URL(apiRoot)
  const client = protocol === 'https:' ? https : http
  const through = goesThrough(proxy, apiRoot) ? { proxyEnv: proxyEnv(proxy) } : {}
  const agent = new client.Agent({ keepAlive: true, ...through })

  function send(url: string, call: TelegramCall): Promise<IncomingMessage> {
    const { method = 'GET', headers = {}, body, signal, longest } = call
    return new Promise((resolve, reject) => {
      const path = url.slice(origin.length)
      const request = client.request({ hostname, port, path, method, headers, agent }, resolve)
      request.on('error', (fault) =>
        reject(isStale(request, fault) ? new StaleConnection() : fault),
      )
      signal?.addEventListener('abort', () => request.destroy(new Error('aborted')))
      if (signal?.aborted) request.destroy(new Error('aborted'))
      if (longest !== undefined) {
        const giveUp = setTimeout(() => request.destroy(new Error('timed out')), longest)
        request.on('close', () => clearTimeout(giveUp))
      }
      if (body === undefined || typeof body === 'string') request.end(body)
      else
        Readable.from(body)
          .on('error', (fault) => request.destroy(fault))
          .pipe(request)
    })
  }

  async function answered(url: string, call: TelegramCall): Promise<IncomingMessage> {
    return await send(url, call).catch((fault: unknown) => {
      const again = fault instanceof StaleConnection && typeof call.body === 'string'
      if (again) return send(url, call)
      throw fault
    })
  }

  return {
    async fetch(url, call) {
      const response = await answered(url, call)
      const bytes = await bytesOf(response)
      return {
        status: response.statusCode ?? 0,
        json: async () => JSON.parse(bytes.toString('utf8')),
        arrayBuffer: async () => bytes,
      }
    },
    async post(url, json) {
      const call = { method: 'POST', headers: JSON_ALONE, body: json, longest }
      return JSON.parse((await bytesOf(await answered(url, call))).toString('utf8'))
    },
  }
}

/** Where the Bot API is, and the way there. */
export function telegramAt(
  token: string,
  apiRoot: string,
  ...how: [OutgoingProxy?, number?]
): ApiAt {
  const { fetch, post } = createTelegramWay(apiRoot, ...how)
  return { token, apiRoot, fetch: fetch as never, by: posting(post, { token, apiRoot }) }
}

/** Telegram closed an idle connection in the moment it was used again. */
class StaleConnection extends Error {}

function isStale(request: ClientRequest, fault: NodeJS.ErrnoException): boolean {
  return request.reusedSocket && fault.code === 'ECONNRESET'
}

function bytesOf(response: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  response.on('data', (part: Buffer) => parts.push(part))
  return new Promise((resolve, reject) => {
    response.on('end', () => resolve(Buffer.concat(parts))).on('error', reject)
  })
}
