import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

/** Two people draw the same four signs; what is drawn afterwards differs. */
function drawTheSameTwice(): void {
  let drawn = 0
  lotse.deps.random = (below) => {
    drawn += 1
    return drawn <= 12 ? 0 : drawn % below
  }
}

async function upToTimes(user: Actor): Promise<void> {
  await user.sends('/start')
  await user.taps('Deutsch')
  await user.taps('Ich stimme zu')
  await user.taps('Nicht dringend')
  await user.taps('Wohnung')
  await user.taps('Mitte')
  await user.tapsData(/an~spoken/)
}

it('a code that somebody has already is drawn again, for the appointment too', async () => {
  drawTheSameTwice()
  const codes: string[] = []
  for (let person = 0; person < 2; person++) {
    const user = createActor(lotse.world)
    await upToTimes(user)
    await user.tapsData(/~tm~hochfeld/)
    await user.tapsData(/~bo~/)
    user.sees('Ihr Termin steht fest')
    await user.sends('/appointment')
    codes.push(/\w{3}-\w{3}/.exec(user.sees('Ihr Code').text ?? '')?.[0] ?? '')
  }
  expect(codes[0]).toBe('222-222')
  expect(codes[1]).toMatch(/^\w{3}-\w{3}$/)
  expect(codes[1]).not.toBe(codes[0])
  const rows = await lotse.db.$queryRawUnsafe<{ code: string; booked: string }[]>(
    `SELECT i."ref" AS "code", b."ref" AS "booked" FROM "Intake" i
     JOIN "Booking" b ON b."intakeId" = i."id" ORDER BY i."rowid"`,
  )
  expect(rows).toEqual(codes.map((code) => ({ code, booked: code })))
})
