// What a stop waits for: all that was begun, also by a minute that came before the last one.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { enqueue } from '../../src/flows/outbox/outbox.ts'
import { createTick } from '../../src/flows/upkeep/run-tick.ts'
import { createLog } from '../../src/log.ts'
import { eachMinute } from '../../src/runtime/node/minutely.ts'
import { bookedPerson } from '../support/booked.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

const MINUTE = 60_000
let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(async () => {
  vi.useRealTimers()
  await lotse.stop()
})

/** A messenger whose first message is on its way until it is told to arrive. */
async function slowly() {
  await bookedPerson(lotse, { day: '2026-03-18' })
  const { personId } = await lotse.db.booking.findFirstOrThrow()
  const owed = { key: 'k', kind: 'announcement', personId: personId ?? '', payload: {} } as const
  await enqueue(lotse.deps, { ...owed, dueAt: lotse.clock.at, text: 'Nachricht' })
  const begun = Promise.withResolvers<void>()
  const arrival = Promise.withResolvers<void>()
  const telegram = {
    ...lotse.bot.messenger,
    async send(...given: Parameters<typeof lotse.bot.messenger.send>) {
      begun.resolve()
      await arrival.promise
      return await lotse.bot.messenger.send(...given)
    },
  }
  return { telegram, begun: begun.promise, arrives: arrival.resolve }
}

const statusOf = async (key: string) =>
  (await lotse.db.outbox.findUniqueOrThrow({ where: { key } })).status

test('a minute that fails at once lets nobody forget the one before, which still sends', async () => {
  const { telegram, begun, arrives } = await slowly()
  const tick = createTick(lotse.deps, { telegram })
  let nth = 0
  vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:30Z'), toFake: ['setTimeout', 'Date'] })
  const log = createLog('error', Date.now, () => {})
  const minutes = eachMinute(
    log,
    async () => {
      nth += 1
      if (nth === 1) await tick()
    },
    { first: 500 },
  )
  await vi.advanceTimersByTimeAsync(500)
  await begun
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(nth).toBe(2)
  await minutes.end()
  let isSettled = false
  const settled = minutes.settled().then(() => {
    isSettled = true
  })
  await vi.advanceTimersByTimeAsync(1000)
  expect([isSettled, await statusOf('k')]).toEqual([false, 'sending'])
  arrives()
  await settled
  expect(await statusOf('k')).toBe('sent')
})

test('a minute ends with what it sends, though the database lets it begin no more', async () => {
  const { telegram, begun, arrives } = await slowly()
  const { outbox } = lotse.deps.store
  let claims = 0
  const claim = async (now: number) => {
    claims += 1
    if (claims > 1) throw new Error('locked')
    return await outbox.claim(now)
  }
  const store = { ...lotse.deps.store, outbox: { ...outbox, claim } }
  const tick = createTick({ ...lotse.deps, store }, { telegram })
  let fault: unknown = null
  const over = tick().catch((thrown: unknown) => {
    fault = thrown
  })
  await begun
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect([claims, fault]).toEqual([2, null])
  arrives()
  await over
  expect([String(fault), await statusOf('k')]).toEqual(['Error: locked', 'sent'])
})
