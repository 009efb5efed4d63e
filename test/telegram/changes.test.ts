import { afterEach, beforeEach, describe, it } from 'vitest'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara, reachTimes } from '../support/talks.ts'

const WEEK = 7 * 86_400_000
const TOO_MANY = 'Sie haben den Termin oft geändert'

let lotse: TestLotse
let user: Actor
beforeEach(async () => {
  lotse = await startLotse()
  user = createActor(lotse.world)
})
afterEach(() => lotse.stop())

async function moves(day?: string): Promise<void> {
  await user.sends('/appointment')
  await user.taps('Verschieben')
  if (day) {
    await user.taps('Andere Tage')
    await user.tapsData(`1~da~hochfeld~${day}`)
  }
  await user.tapsData(/~tm~/)
  await user.tapsData(/~bo~/)
  user.sees('Ihr Termin ist verschoben.')
}

async function cancels(): Promise<void> {
  await user.taps('Absagen')
  await user.taps('Ja, absagen')
  user.sees('Sie haben keinen Termin.')
}

describe('a person who changes the appointment often', () => {
  it('is asked to call before choosing a fourth time in a week', async () => {
    await bookSara(user)
    for (let i = 0; i < 3; i++) await moves()
    await user.taps('Verschieben')
    user.sees(TOO_MANY)
    user.sees('Ihr Termin steht fest.')
  })

  it('may move again when the week is over', async () => {
    await bookSara(user)
    for (const day of ['2026-04-01', '2026-04-08', '2026-04-01']) await moves(day)
    lotse.clock.at += WEEK - 60_000
    await user.sends('/appointment')
    await user.taps('Verschieben')
    user.sees(TOO_MANY)
    lotse.clock.at += 60_000
    await moves('2026-04-08')
  })

  it('may always cancel, and is asked to call before a fourth booking in a week', async () => {
    await bookSara(user)
    await cancels()
    for (let i = 0; i < 2; i++) {
      await user.taps('Zeit wählen')
      await user.tapsData(/~tm~/)
      await user.tapsData(/~bo~/)
      await cancels()
    }
    await user.taps('Zeit wählen')
    await user.tapsData(/~tm~/)
    user.sees(TOO_MANY)
  })

  it('is not held to what somebody else did', async () => {
    await bookSara(user)
    for (let i = 0; i < 3; i++) await moves()
    const other = createActor(lotse.world, { name: 'Sherin' })
    await reachTimes(other)
    await other.tapsData(/~tm~/)
    await other.tapsData(/~bo~/)
    other.sees('Ihr Termin steht fest.')
  })
})
