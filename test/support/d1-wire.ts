// One socket from the process of the tests to the Worker under test in workerd, for all that they ask it and its D1.

import { once } from 'node:events'
import type { Query } from './d1-far.ts'

/** A request as text; its body in base64. What comes back is {@link framed}. */
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

type Head = { id: number; status: number; headers: [string, string][] }
type FarResponse = Head & { body: Uint8Array<ArrayBuffer> }

const LINE = 10

/** A response as one message: a line that says what it is, then its body as it is. */
export function framed(head: Head, body: ArrayBuffer): Uint8Array {
  const line = new TextEncoder().encode(`${JSON.stringify(head)}\n`)
  const message = new Uint8Array(line.length + body.byteLength)
  message.set(line)
  message.set(new Uint8Array(body), line.length)
  return message
}

function unframed(message: Uint8Array<ArrayBuffer>): FarResponse {
  const end = message.indexOf(LINE)
  const head = JSON.parse(new TextDecoder().decode(message.subarray(0, end))) as Head
  return { ...head, body: message.subarray(end + 1) }
}

const BODILESS = [204, 205, 304]

/** To the Worker that listens at `url`. What is asked when workerd is gone fails and says so. */
export async function openWire(url: URL) {
  const socket = new WebSocket(`ws://${url.host}/`)
  socket.binaryType = 'arraybuffer'
  await once(socket, 'open')
  const waiting = new Map<number, Waiting>()
  let last = 0
  socket.addEventListener('message', ({ data }) => {
    const { id, answer, fault } = answerIn(data)
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
      const { status, headers, body: came } = (await answered({ id, request: sent })) as FarResponse
      return new Response(BODILESS.includes(status) ? null : came, { status, headers })
    },
  }
}

function answerIn(data: unknown): Answer {
  if (typeof data === 'string') return JSON.parse(data) as Answer
  const response = unframed(new Uint8Array(data as ArrayBuffer))
  return { id: response.id, answer: response }
}
