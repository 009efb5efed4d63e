// One socket from the process of the tests to the Worker under test in workerd, for all that they ask it and its D1.

import { once } from 'node:events'
import type { Query } from './d1-far.ts'

/** A request as text; its body in base64. */
export type FarRequest = {
  url: string
  method: string
  headers: [string, string][]
  body: string | null
}

/** What goes over the socket: statements for the database, or a request for the Worker. */
export type Asked = { id: number } & (
  | { queries: Query[]; request?: never }
  | { queries?: never; request: FarRequest }
)

type Answer = { id: number; answer?: unknown; fault?: string }
type Waiting = { resolve: (answer: unknown) => void; reject: (fault: Error) => void }

type FarResponse = { status: number; headers: [string, string][]; body: string }

const BODILESS = [204, 205, 304]

/** To the Worker that listens at `url`. What is asked when workerd is gone fails and says so. */
export async function openWire(url: URL) {
  const socket = new WebSocket(`ws://${url.host}/`)
  await once(socket, 'open')
  const waiting = new Map<number, Waiting>()
  let last = 0
  socket.addEventListener('message', ({ data }) => {
    const { id, answer, fault } = JSON.parse(String(data)) as Answer
    const { resolve, reject } = waiting.get(id) as Waiting
    waiting.delete(id)
    if (fault === undefined) resolve(answer)
    else reject(new Error(fault))
  })
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('workerd hung up'))
    waiting.clear()
  })
  const answered = async (asked: Asked) => {
    if (socket.readyState !== WebSocket.OPEN) throw new Error('workerd is gone')
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    waiting.set(asked.id, { resolve, reject })
    socket.send(JSON.stringify(asked))
    return await promise
  }
  return {
    ask: (queries: Query[]) => answered({ id: ++last, queries }),
    /** As `fetch` does, but never led on. */
    async fetch(request: Request): Promise<Response> {
      const id = ++last
      const { url, method } = request
      const body = request.body ? Buffer.from(await request.arrayBuffer()).toString('base64') : null
      const sent = { url, method, headers: [...request.headers], body }
      const came = (await answered({ id, request: sent })) as FarResponse
      const { status, headers } = came
      const bytes = BODILESS.includes(status) ? null : Buffer.from(came.body, 'base64')
      return new Response(bytes, { status, headers })
    },
  }
}
