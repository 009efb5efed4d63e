import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeliveryOutcome } from '../../src/domain/appointment/delivery.ts'
import type { Messenger, Messengers } from '../../src/flows/outbox/messenger.ts'
import { createTick } from '../../src/flows/upkeep/run-tick.ts'
import { dueReminders } from '../support/due-reminders.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

const MINUTE = 60_000
// Each is booked, claimed and settled by statements of its own, which D1 takes its time over.
const COUNT = process.env['LOTSE_ENGINE'] === 'd1' ? 60 : 200

let lotse: TestLotse
let got: Map<string, number>
beforeEach(async () => {
  lotse = await startLotse()
  got = new Map()
  await dueReminders(lotse.deps, COUNT)
})
afterEach(() => lotse.stop())

const arrive = (chat: string) => got.set(chat, (got.get(chat) ?? 0) + 1)
const doubled = () => [...got.values()].filter((times) => times > 1).length
const sent: DeliveryOutcome = { of: 'sent', messageId: 1 }

/** A way to people that does with each message what `outcome` says; what is sent arrives. */
const way = (outcome: (chat: string, attempt: number) => DeliveryOutcome): Messengers => {
  const attempts = new Map<string, number>()
  const telegram: Messenger = {
    async send(chat) {
      await new Promise((next) => setImmediate(next))
      attempts.set(chat, (attempts.get(chat) ?? 0) + 1)
      const found = outcome(chat, attempts.get(chat) ?? 1)
      if (found.of === 'sent') arrive(chat)
      return found
    },
  }
  return { telegram }
}

const statuses = async () => {
  const rows = await lotse.db.$queryRawUnsafe<{ status: string; n: number }[]>(
    'SELECT "status", count(*) AS n FROM "Outbox" GROUP BY "status"',
  )
  return Object.fromEntries(rows.map(({ status, n }) => [status, Number(n)]))
}

describe('a batch of due reminders', () => {
  it('reaches everybody once, also when two processes tick again and again', async () => {
    const ticks = [1, 2].map(() =>
      createTick(
        { ...lotse.deps },
        way(() => sent),
      ),
    )
    await Promise.all(ticks.map((tick) => tick()))
    await Promise.all(ticks.map((tick) => tick()))
    expect(got.size).toBe(COUNT)
    expect(doubled()).toBe(0)
    expect(await statuses()).toEqual({ sent: COUNT })
  })

  it('ends rightly for every message, whatever Telegram answers on the way', async () => {
    // By chat, so that it is known what must come out.
    const trouble = (chat: string, attempt: number): DeliveryOutcome => {
      const kind = Number(chat) % 20
      if (kind === 0) return { of: 'blocked', reason: 'blocked' }
      if (kind === 1) return { of: 'failed', reason: 'refused-400' }
      if (kind === 2 && attempt < 3) return { of: 'retry', reason: 'flood', waitMs: 30_000 }
      if (kind === 3 && attempt < 4) return { of: 'retry', reason: 'server' }
      if (kind === 4 && attempt < 2) return { of: 'retry', reason: 'connection' }
      return sent
    }
    const tick = createTick(lotse.deps, way(trouble))
    for (let minute = 0; minute < 5; minute++) {
      await tick()
      lotse.clock.at += MINUTE
    }
    expect(await statuses()).toEqual({
      sent: COUNT - COUNT / 10,
      blocked: COUNT / 20,
      failed: COUNT / 20,
    })
    expect(got.size).toBe(COUNT - COUNT / 10)
    expect(doubled()).toBe(0)
  })

  it('loses nothing when its process dies, and doubles at most what was on its way', async () => {
    let left = COUNT * 0.3
    const dying: Messenger = {
      send(chat) {
        // Arrived, but nobody is left to write it down.
        arrive(chat)
        return left-- > 0 ? Promise.resolve(sent) : new Promise(() => {})
      },
    }
    void createTick(lotse.deps, { telegram: dying })()
    while (left > -32) await new Promise((next) => setImmediate(next))
    const inFlight = (await statuses())['sending'] ?? 0
    lotse.clock.at += 11 * MINUTE
    await createTick(
      { ...lotse.deps },
      way(() => sent),
    )()
    expect(got.size).toBe(COUNT)
    expect(doubled()).toBeLessThanOrEqual(inFlight)
    expect(await statuses()).toEqual({ sent: COUNT })
  })

  it('gives up at last where nothing helps', async () => {
    const tick = createTick(
      lotse.deps,
      way((chat) => (chat === '1000' ? { of: 'retry', reason: 'server' } : sent)),
    )
    for (let times = 0; times < 22; times++) {
      await tick()
      lotse.clock.at += 15 * MINUTE
    }
    expect(await statuses()).toEqual({ sent: COUNT - 1, failed: 1 })
    expect(await lotse.deps.store.outbox.ofBooking('b0')).toMatchObject([
      { kind: 'reminder', status: 'failed', reason: 'server', attempts: 20 },
    ])
  })

  it('leaves nothing in hand when it is to stop, and the next start goes on', async () => {
    const stopping = new AbortController()
    const stopped: Messenger = {
      async send(chat) {
        if (got.size === 5) stopping.abort()
        await new Promise((next) => setImmediate(next))
        arrive(chat)
        return sent
      },
    }
    await createTick(lotse.deps, { telegram: stopped }, { stopping: stopping.signal })()
    const { sending = 0, sent: gone = 0, queued = 0 } = await statuses()
    expect(sending).toBe(0)
    expect(gone + queued).toBe(COUNT)
    expect(queued).toBeGreaterThan(0)
    await createTick(
      lotse.deps,
      way(() => sent),
    )()
    expect(await statuses()).toEqual({ sent: COUNT })
    expect(doubled()).toBe(0)
  })
})
