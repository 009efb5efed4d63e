// A `fetch` that goes to the simulated Bot API in this process instead of to the network.
import type { Hono } from 'hono'
import { ConnectionCut } from './api-error.ts'

/**
 * For grammY's `client.fetch`, whatever the host in the address. It may hand over a Node stream as
 * body and a signal of a polyfill, which `Request` does not take as they are.
 */
export function createTelegramFetch(api: Hono) {
  return async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const { signal, ...rest } = init
    const controller = new AbortController()
    signal?.addEventListener('abort', () => controller.abort())
    if (signal?.aborted) controller.abort()
    const options = { ...rest, signal: controller.signal, duplex: 'half' }
    const response = await api.fetch(new Request(input, options))
    const body = await response.arrayBuffer().catch((error) => {
      throw new ConnectionCut('connection cut', { cause: error })
    })
    return new Response(body, response)
  }
}
