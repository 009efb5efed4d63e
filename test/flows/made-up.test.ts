// What the demo makes up of who counsels: laid once, changed by whoever likes, and gone before a city is live.

import { afterEach, expect, test } from 'vitest'
import { currentCity } from '../../src/flows/city.ts'
import { layMadeUp, takeMadeUpAway } from '../../src/flows/upkeep/made-up.ts'
import { seedProfile } from '../support/duisburg.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

let lotse: TestLotse
afterEach(() => lotse.stop())

const cityOf = async () => (await currentCity(lotse.deps)).profile
const demo = () => ({ ...lotse.deps, config: { ...lotse.deps.config, mode: 'demo' as const } })

test('it is laid once, and what a visitor changes then stays', async () => {
  lotse = await startLotse({ profile: seedProfile('duisburg') })
  await layMadeUp(demo(), null)
  const { interpreting, ...made } = await cityOf()
  expect(interpreting).toHaveLength(2)
  await lotse.deps.store.cities.replace(made.id, made, lotse.clock.at)
  await layMadeUp(demo(), null)
  expect((await cityOf()).interpreting).toBeUndefined()
})

test('a city that is live takes it away, and nothing where no demo was', async () => {
  lotse = await startLotse({ profile: seedProfile('duisburg') })
  await takeMadeUpAway(lotse.deps)
  expect((await currentCity(lotse.deps)).version).toBe(1)
  await layMadeUp(demo(), null)
  await takeMadeUpAway(lotse.deps)
  expect(await cityOf()).toEqual(seedProfile('duisburg'))
  const { version } = await currentCity(lotse.deps)
  await takeMadeUpAway(lotse.deps)
  expect((await currentCity(lotse.deps)).version).toBe(version)
})

test('nothing is made up outside a demo', async () => {
  lotse = await startLotse()
  await expect(layMadeUp(lotse.deps, null)).rejects.toThrow('belongs into a demo')
})
