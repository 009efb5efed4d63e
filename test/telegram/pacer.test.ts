import { beforeEach, describe, expect, it } from 'vitest'
import { createPacer, type Pacer } from '../../src/telegram/pacer.ts'
import { virtualTime } from '../support/virtual-time.ts'

// Telegram's limits, at the moment a message arrives.
const PER_SECOND = 30

let time: ReturnType<typeof virtualTime>
let pacer: Pacer
let arrived: number[]
let refused: number
let random: number
beforeEach(() => {
  time = virtualTime()
  pacer = createPacer(time)
  arrived = []
  refused = 0
  random = 1
})

// The same numbers in every run.
const dice = () => {
  random = (random * 48271) % 2147483647
  return random / 2147483647
}

/** On its way, counted where it arrives, answered. */
async function deliver(there = 20, jitter = 0): Promise<boolean> {
  await time.sleep(there + dice() * jitter)
  const now = time.now()
  while (arrived[0] !== undefined && arrived[0] <= now - 1000) arrived.shift()
  const taken = arrived.length < PER_SECOND
  if (taken) arrived.push(now)
  else refused += 1
  await time.sleep(there)
  return taken
}

async function batch(count: number, one: (chat: string) => Promise<void>): Promise<number> {
  const began = time.now()
  const sending = new Set<Promise<void>>()
  for (let i = 0; i < count; i++) {
    const sent = one(String(i)).finally(() => sending.delete(sent))
    sending.add(sent)
    if (sending.size >= 32) await Promise.race(sending)
  }
  await Promise.all(sending)
  return time.now() - began
}

const send = (jitter: number) => async (chat: string) => {
  const sent = await pacer.turn(chat)
  await deliver(20, jitter)
  sent.accepted()
}

describe('a batch of 10,000', () => {
  it('takes all but 3 % of what Telegram allows, and nothing is refused', async () => {
    const took = await time.run(batch(10_000, send(0)))
    expect(refused).toBe(0)
    expect((10_000 / PER_SECOND) * 1000).toBeGreaterThan(took * 0.97)
  })

  it('is refused no more where messages take now 20 and now 60 ms to arrive', async () => {
    const took = await time.run(batch(3000, send(40)))
    expect(refused).toBeLessThanOrEqual(3)
    expect(100_000).toBeGreaterThan(took * 0.93)
  })

  it('is not held up by chats that are refused', async () => {
    const took = await time.run(
      batch(3000, async (chat) => {
        const own = await pacer.turn(chat)
        const flood = dice() < 0.05
        await (flood ? time.sleep(40) : deliver())
        if (!flood) return own.accepted()
        own.refused(3000)
        const again = await pacer.turn(chat)
        await deliver()
        again.accepted()
      }),
    )
    expect(refused).toBe(0)
    expect((3000 / PER_SECOND) * 1000).toBeGreaterThan(took * 0.95)
  })

  it('stops for all when Telegram refuses all', async () => {
    for (const chat of ['1', '2', '3', '4']) (await pacer.reply(chat)).refused(5000)
    const took = await time.run(batch(1, send(0)))
    expect(took).toBeGreaterThanOrEqual(5000)
  })
})

describe('replies', () => {
  it('leave at once while nothing else is sent, however many', async () => {
    const took = await time.run(batch(500, async (chat) => void (await pacer.reply(chat))))
    expect(took).toBe(0)
  })

  it('wait for a running batch no longer than for one place, and are not refused', async () => {
    const waits: number[] = []
    let over = false
    const talking = async () => {
      while (!over) {
        await time.sleep(500)
        const began = time.now()
        const sent = await pacer.reply(`person ${began}`)
        waits.push(time.now() - began)
        await deliver()
        sent.accepted()
      }
    }
    const both = Promise.all([
      batch(3000, send(0)).then(() => {
        over = true
      }),
      talking(),
    ])
    await time.run(both)
    expect(refused).toBeLessThanOrEqual(1)
    expect(Math.max(...waits)).toBeLessThanOrEqual(40)
    expect(waits.filter((wait) => wait > 0).length).toBeLessThanOrEqual(waits.length * 0.01)
  })
})

describe('one chat', () => {
  it('gets one message a second, and others do not wait for it', async () => {
    const at: Record<string, number[]> = {}
    const one = async (chat: string) => {
      await pacer.turn(chat)
      at[chat] = [...(at[chat] ?? []), time.now()]
    }
    await time.run(Promise.all([one('a'), one('a'), one('a'), one('b')]))
    const [first = 0, second = 0, third = 0] = at['a'] ?? []
    expect(second - first).toBeGreaterThanOrEqual(1000)
    expect(third - second).toBeGreaterThanOrEqual(1000)
    expect(at['b']?.[0]).toBeLessThan(100)
  })

  it('that must wait for a minute holds up nobody who comes later', async () => {
    const reply = await pacer.reply('slow')
    reply.refused(60_000)
    const waiting = pacer.turn('slow')
    await time.run(time.sleep(1000).then(() => pacer.turn('quick')))
    expect(time.now()).toBeLessThan(1200)
    await time.run(waiting)
    expect(time.now()).toBeGreaterThanOrEqual(60_000)
  })
})
