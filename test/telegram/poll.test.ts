import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startPolling } from '../../src/telegram/poll.ts'
import { createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { introduce } from '../support/talks.ts'

let lotse: TestLotse
let polling: ReturnType<typeof startPolling>
let waited = 0
beforeEach(async () => {
  lotse = await startLotse()
  waited = 0
  await lotse.bot.api.deleteWebhook()
  polling = startPolling(lotse.deps, lotse.bot, async (ms) => {
    waited += ms
    lotse.clock.at += ms
    await new Promise((resolve) => setImmediate(resolve))
  })
})
afterEach(async () => {
  await polling.stop()
  await lotse.stop()
})

it('a Telegram that does not answer for an hour loses no tap: polling brings nothing twice', async () => {
  const user = createActor(lotse.world)
  await introduce(user)
  lotse.world.faults.add({ method: 'editMessageText', status: 502, times: 90 })
  await user.taps('Nicht dringend')
  expect(waited).toBeGreaterThan(3_600_000)
  user.sees('Worum geht es?')
})

it('an update that can never be answered holds up nobody', async () => {
  const [user, other] = [createActor(lotse.world), createActor(lotse.world, { name: 'Azad' })]
  await introduce(user)
  await introduce(other)
  const save = vi.spyOn(lotse.deps.store.talks, 'save')
  for (let tries = 0; tries < 5; tries++) save.mockRejectedValueOnce(new Error('a fault of ours'))
  await user.taps('Nicht dringend')
  user.sees('Das hat nicht geklappt.')
  expect(save).toHaveBeenCalledTimes(5)
  await other.taps('Nicht dringend')
  other.sees('Worum geht es?')
})
