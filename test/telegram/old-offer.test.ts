import { afterEach, expect, it } from 'vitest'
import { createActor } from '../support/actor.ts'
import { duisburg } from '../support/duisburg.ts'
import { fillEverything, freeSeat } from '../support/full-week.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { reachTimes } from '../support/talks.ts'

let lotse: TestLotse
afterEach(() => lotse.stop())

it('an old offer is no way round the limits: who cancels too often is asked to call', async () => {
  lotse = await startLotse()
  const rows = (sql: string) => lotse.db.$queryRawUnsafe<{ id: string }[]>(sql)
  await fillEverything(lotse)
  const user = createActor(lotse.world)
  await reachTimes(user)
  await user.taps('Auf eine Zeit warten')
  await user.taps('Das ist mir egal')
  await user.taps('Das ist mir egal')
  await user.taps('Weiter')
  await freeSeat(lotse, 'hochfeld', 5)
  await lotse.tick()
  await user.taps('Diese Zeit nehmen')
  const [offer] = await rows('SELECT "id" FROM "Booking" WHERE "heldFor" IS NOT NULL')
  const booked = () =>
    rows(`SELECT "id" FROM "Booking" WHERE "state" = 'booked' AND "channel" = 'telegram'`)
  for (let times = 0; times < duisburg().limits.cancellationsPerWeek; times++) {
    const [mine] = await booked()
    expect(mine).toBeDefined()
    await user.tapsData(`1~cy~${mine?.id}`)
    await user.tapsData(`1~tk~${offer?.id}`)
  }
  expect(await booked()).toEqual([])
  user.sees('Bitte rufen Sie uns an')
})
