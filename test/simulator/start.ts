// A simulator with a clock that stands still, and calls to its Bot API.
import type { Fetch } from '../../src/simulator/delivery.ts'
import { createSimulator } from '../../src/simulator/simulator.ts'

export const TOKEN = '4242:test'
const NOON = Date.UTC(2026, 9, 5, 10)

type Answer = {
  ok: boolean
  result?: unknown
  error_code?: number
  description?: string
  parameters?: { retry_after: number }
}

/** Starts one; `waits` holds the milliseconds of every retry or slow answer, none of them real. */
export function start(fetch: Fetch = () => new Response('')) {
  let time = NOON
  const waits: number[] = []
  const simulator = createSimulator({
    token: TOKEN,
    clock: {
      now: () => time,
      advance: (ms) => {
        time += ms
      },
    },
    fetch,
    staffUrl: '/staff',
    sleep: async (ms) => {
      waits.push(ms)
    },
  })
  const { api, world } = simulator

  async function call(method: string, params: Record<string, unknown> = {}, token = TOKEN) {
    const response = await api.request(`/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    })
    const body: Answer = await response.json()
    return { status: response.status, ...body }
  }

  /** A person who has written to the bot, so that it may write back. */
  function acquaintance(name = 'Amal') {
    const person = world.person({ name })
    world.chats.post(world.chats.find(person.chat.id), person.user, { text: 'hello' })
    return person
  }

  return {
    ...simulator,
    call,
    acquaintance,
    waits,
    advance: (ms: number) => {
      time += ms
    },
  }
}
