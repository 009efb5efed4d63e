// One socket from the process of the tests to the Worker under test in workerd, for all that they ask it and its D1.

import { once } from 'node:events'
import WebSocket from 'ws'
import type { Query } from './d1-far.ts'
import { type Answer, type Asked, type FarResponse, unframed } from './d1-frames.ts'

type Waiting = { resolve: (answer: unknown) => void; reject: (fault: Error) => void }

const BODILESS = [204, 205, 304]

/** To the Worker that listens at `url`. What is asked when workerd is gone fails and says so. */
export async function openWire(url: URL) {
  // Node's own packs each message, and the two take a sixteenth of the time of most tests with it.
  const socket = new WebSocket(`ws://${url.host}/`, { perMessageDeflate: false })
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
