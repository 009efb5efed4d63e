// A recording that is taken back is heard no more: at once where it was done, within a tick elsewhere.

import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Actor as Staff } from '../../src/flows/staff/actor.ts'
import { removeClip, removeSpeaker } from '../../src/flows/staff/voices.ts'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { giveVoice } from '../support/voices.ts'

const chief = {
  id: 'c',
  client: '-',
  role: 'coordinator',
  body: null,
  centres: [],
} as never as Staff
const IS_ELSEWHERE = process.env['LOTSE_ENGINE'] === 'd1'
const HEAR = /~on$/

let lotse: TestLotse
let user: Actor
beforeEach(async () => {
  lotse = await startLotse()
  user = createActor(lotse.world)
  await giveVoice(lotse.db, lotse.deps, 'de')
  await user.sends('/start')
  await user.taps('Deutsch')
  await user.taps(lotse.deps.i18n.t('de', { key: 'common.button.hear-sign' }, 0))
})
afterEach(() => lotse.stop())

const sent = () => lotse.world.calls('sendVoice').length

it.each([
  ['one recording', () => removeClip(lotse.deps, chief, 'de lobby.consent.ask')],
  ['all of a speaker', () => removeSpeaker(lotse.deps, chief, 'speaker-de')],
])('%s', async (_what, takesBack) => {
  expect(sent()).toBe(1)
  expect(await lotse.db.telegramFile.count()).toBe(1)
  expect(await takesBack()).not.toBeNull()
  expect(await lotse.db.telegramFile.count()).toBe(0)
  // Another process than the one that answers takes it back there.
  if (IS_ELSEWHERE) lotse.clock.at += 60_000
  await user.tapsData(HEAR)
  expect(sent()).toBe(1)
  expect(user.unansweredTaps()).toBe(0)
  expect(user.buttons()).not.toContain(
    lotse.deps.i18n.t('de', { key: 'common.button.hear-sign' }, 0),
  )
  expect(await lotse.db.telegramFile.count()).toBe(0)
})
