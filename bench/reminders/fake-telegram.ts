// A Bot API with Telegram's limits, in a process of its own: 30 sends in any second, one a second to a
// chat, and the troubles it is told to make. `GET /stats` tells what it saw.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'

export type Trouble = {
  /** Shares of the calls, 0 to 1. */
  flood?: number
  fault?: number
  blocked?: number
  /** Connections cut, half of them after the message was delivered. */
  lost?: number
}

export type Seen = {
  /** Deliveries by chat, and whether its last answer was final. */
  chats: Record<string, { delivered: number; blocked: boolean }>
  accepted: number
  /** Refused for the limits, and by the troubles asked for. */
  refused: { second: number; chat: number; asked: number }
  firstAt: number
  lastAt: number
  /** The most sends taken within any second. */
  most: number
}

const PER_SECOND = 30
const SENDS = /^(send|edit|copy|forward)/
const [port = '4601', settings = '{}'] = process.argv.slice(2)
const { latencyMs = 0, trouble = {} } = JSON.parse(settings) as {
  latencyMs?: number
  trouble?: Trouble
}

let seen: Seen
let second: number[]
let chatAt: Map<string, number>
let closedUntil: Map<string, number>
let messageId = 1000
reset()

function reset(): void {
  seen = {
    chats: {},
    accepted: 0,
    refused: { second: 0, chat: 0, asked: 0 },
    firstAt: 0,
    lastAt: 0,
    most: 0,
  }
  second = []
  chatAt = new Map()
  closedUntil = new Map()
}

type Answer = { status: number; body: object; cut?: boolean }

const refuse = (status: number, description: string, retryAfter?: number): Answer => ({
  status,
  body: {
    ok: false,
    error_code: status,
    description,
    ...(retryAfter ? { parameters: { retry_after: retryAfter } } : {}),
  },
})
const flood = (seconds: number) => refuse(429, `Too Many Requests: retry after ${seconds}`, seconds)
const message = (chat: string): Answer => ({
  status: 200,
  body: {
    ok: true,
    result: {
      message_id: ++messageId,
      date: Math.floor(Date.now() / 1000),
      chat: { id: Number(chat), type: 'private', first_name: 'B' },
      text: 'x',
    },
  },
})

function send(chat: string): Answer {
  const now = performance.now()
  while (second[0] !== undefined && second[0] <= now - 1000) second.shift()
  if ((closedUntil.get(chat) ?? 0) > now) {
    seen.refused.asked += 1
    return flood(1)
  }
  const dice = Math.random()
  const { flood: f = 0, fault = 0, blocked = 0, lost = 0 } = trouble
  const person = seen.chats[chat] ?? { delivered: 0, blocked: false }
  seen.chats[chat] = person
  if (dice < f) {
    const seconds = 1 + Math.floor(Math.random() * 3)
    closedUntil.set(chat, now + seconds * 1000)
    seen.refused.asked += 1
    return flood(seconds)
  }
  if (dice < f + fault) return refuse(500, 'Internal Server Error')
  if (dice < f + fault + blocked) {
    person.blocked = true
    return refuse(403, 'Forbidden: bot was blocked by the user')
  }
  if (dice < f + fault + blocked + lost / 2) return { status: 0, body: {}, cut: true }
  if (second.length >= PER_SECOND) {
    seen.refused.second += 1
    return flood(1)
  }
  if ((chatAt.get(chat) ?? Number.NEGATIVE_INFINITY) > now - 1000) {
    seen.refused.chat += 1
    return flood(1)
  }
  second.push(now)
  chatAt.set(chat, now)
  seen.accepted += 1
  seen.firstAt ||= now
  seen.lastAt = now
  seen.most = Math.max(seen.most, second.length)
  person.delivered += 1
  const answer = message(chat)
  return dice < f + fault + blocked + lost ? { ...answer, cut: true } : answer
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const path = request.url ?? ''
  const json = (status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }
  if (path === '/stats') return json(200, seen)
  if (path === '/reset') {
    reset()
    return json(200, {})
  }
  const method = path.split('/').at(-1) ?? ''
  const read = /"chat_id":\s*"?(-?\d+)/.exec(Buffer.concat(parts).toString())
  const counted = SENDS.test(method) && read?.[1] !== undefined
  const answer: Answer = counted
    ? send(read?.[1] ?? '')
    : { status: 200, body: { ok: true, result: method === 'getMe' ? { username: 'b' } : true } }
  const reply = () => (answer.cut ? request.socket.destroy() : json(answer.status, answer.body))
  if (latencyMs > 0) setTimeout(reply, latencyMs)
  else reply()
}

createServer((request, response) => void handle(request, response)).listen(
  Number(port),
  '127.0.0.1',
  () => process.stdout.write('ready\n'),
)
