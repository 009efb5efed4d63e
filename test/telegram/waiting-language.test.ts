// Somebody who waits only for times at which their language is understood.

import { afterEach, describe, expect, it } from 'vitest'
import { transition } from '../../src/domain/appointment/transitions.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { type Actor, createActor } from '../support/actor.ts'
import { fillEverything } from '../support/full-week.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { SORANI, speaking, TIGRINYA } from '../support/speaking.ts'

let lotse: TestLotse
afterEach(() => lotse.stop())

const word = (key: string) => lotse.deps.i18n.t('de', { key }, 0)
const wishes = async () =>
  (await lotse.db.waiting.findMany()).map(({ wishes }) => JSON.parse(wishes).language ?? 'any')

/** Somebody who finds every time taken and is at what they wish of the language. */
async function reaches(profile: Profile, spoken: string): Promise<Actor> {
  lotse = await startLotse({ profile })
  await fillEverything(lotse)
  const user = createActor(lotse.world, { name: 'Sara' })
  await user.sends('/start')
  for (const label of ['Deutsch', 'Ich stimme zu', 'Nicht dringend', 'Wohnung', 'Mitte']) {
    await user.taps(label)
  }
  await user.tapsData(`1~an~spoken~${spoken}`)
  await user.tapsData(/~wa$/)
  for (const about of ['days', 'parts', 'centres']) await user.tapsData(new RegExp(`~wo~${about}`))
  return user
}

/** Gives the first time of Hochfeld back that has this seat. */
async function frees(seat: number) {
  lotse.clock.at += 60_000
  const where = { centreId: 'hochfeld', seat, state: 'booked' }
  const { id } = await lotse.db.booking.findFirstOrThrow({ where, orderBy: { startsAt: 'asc' } })
  const now = lotse.clock.at
  const cancelled = [transition('booked', 'cancelled', now)]
  await lotse.deps.store.appointments.change({ ids: [id] }, cancelled, 'staff:test', now)
  await lotse.tick()
}

const offers = async () => await lotse.db.booking.count({ where: { state: 'offered' } })

describe('who waits for their language', () => {
  it('is offered only what somebody speaks, and may take the wish back', async () => {
    const user = await reaches(speaking([SORANI]), 'ckb')
    user.sees(word('waiting.language.title'))
    // Without a pool nobody is promised one.
    expect(user.buttons()).not.toContain(word('waiting.language.option.understood'))
    await user.taps(word('waiting.language.option.spoken'))
    await user.taps(word('common.button.continue'))
    user.sees(word('waiting.title'))
    user.sees(word('waiting.language.option.spoken'))
    expect(await wishes()).toEqual(['spoken'])
    await frees(1)
    expect(await offers()).toBe(0)
    await frees(2)
    expect(await offers()).toBe(1)
    user.sees('🗣️')
    await user.taps(word('waiting.button.decline'))
    // The way back: any language again.
    await user.tapsData('1~wa')
    for (const about of ['days', 'parts', 'centres']) {
      await user.tapsData(new RegExp(`~wo~${about}`))
    }
    await user.tapsData(/wi~language~spoken/)
    await user.taps(word('waiting.button.any'))
    // What is free of it stands first; who wants to wait all the same says so.
    await user.tapsData(/~wn$/)
    expect(await wishes()).toEqual(['any'])
  })

  it('is offered a time for which an interpreter can be asked, where they said so', async () => {
    const profile = speaking([{ languages: [] }], { pools: [TIGRINYA] })
    const user = await reaches(profile, 'ti')
    await user.taps(word('waiting.language.option.understood'))
    await user.taps(word('common.button.continue'))
    expect(await wishes()).toEqual(['understood'])
    // Too soon for the pool, then soon enough.
    await frees(1)
    expect(await offers()).toBe(0)
    lotse.clock.at += 60_000
    const { id } = await lotse.db.booking.findFirstOrThrow({
      where: { centreId: 'hochfeld', state: 'booked' },
      orderBy: { startsAt: 'desc' },
    })
    const cancelled = [transition('booked', 'cancelled', lotse.clock.at)]
    await lotse.deps.store.appointments.change(
      { ids: [id] },
      cancelled,
      'staff:test',
      lotse.clock.at,
    )
    await lotse.tick()
    expect(await offers()).toBe(1)
  })

  it('is not asked where nothing is known, nor who needs no language', async () => {
    const user = await reaches(speaking([]), 'ckb')
    expect(user.transcript()).not.toContain(word('waiting.language.title'))
    user.sees(word('waiting.title'))
    await lotse.stop()
    const other = await reaches(speaking([SORANI]), 'de')
    other.sees(word('waiting.title'))
    expect(other.transcript()).not.toContain(word('waiting.language.title'))
  })
})
