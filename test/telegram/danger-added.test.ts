// A cry, or the press of 🆘, is added to why it was urgent before; who takes it back has that again.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, createActor } from '../support/actor.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { introduce, ownAnswers } from '../support/talks.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const ALONE = 'I am 16 and I am alone. I am scared. help me'
const NOT_MEANT = 'Das meinte ich nicht'

const answers = async () => {
  const rows = await house.db.$queryRawUnsafe<{ talk: string }[]>('SELECT "talk" FROM "Intake"')
  return JSON.parse(rows[0]?.talk ?? '{}').answers
}
const shown = (user: Actor) => user.screen()?.text ?? ''

/** What staff read of the only request: the record, and the list of those who wait. */
async function staffRead() {
  const rows = await house.db.$queryRawUnsafe<{ id: string }[]>('SELECT "id" FROM "Intake"')
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  const day = (await anna.get('/staff')).text
  const record = (await anna.get(`/staff/intakes/${rows[0]?.id}`)).text
  return { day, record }
}

async function urgentFor(user: Actor, reason: string) {
  await introduce(user)
  await user.tapsData('1~an~urgent~yes')
  await user.tapsData(`1~an~reason~${reason}`)
}

async function asksToBeWrittenTo(user: Actor) {
  await user.taps('Melden Sie sich bei mir')
  await user.taps('Hier schreiben')
  await user.tapsData('1~sf~chat~any')
}

const ways = [
  ['🆘', (user: Actor) => user.tapsData('1~op~danger')],
  ['a cry', (user: Actor) => user.sends(ALONE)],
  ['an older button', (user: Actor) => user.tapsData('1~an~urgent~danger')],
] as const

describe.each(ways)('%s', (_, cries) => {
  it('leaves it known that a child is alone', async () => {
    const user = createActor(house.world)
    await urgentFor(user, 'minor')
    await cries(user)
    await asksToBeWrittenTo(user)
    expect(await answers()).toMatchObject({ urgent: 'danger', reason: 'minor' })
    // Staff take some working days: what helps before stands here once more.
    expect(shown(user)).toContain('Jugendamt')
    expect(shown(user)).toContain('am Wochenende')
    const { day, record } = await staffRead()
    for (const text of [day, record]) expect(text).toContain('unter 18 und allein hier')
    expect(record).toContain('Akute Gefahr')
    expect(record).toContain('SGB VIII')
    expect(await ownAnswers(user)).toContain('Unter 18 und allein hier')
  })

  it('leaves the deadline known, and that the letter is to be brought', async () => {
    const user = createActor(house.world)
    await urgentFor(user, 'letter')
    await cries(user)
    await user.taps('So bald wie möglich')
    await user.tapsData(/~tm~hochfeld/)
    await user.tapsData(/~bo~/)
    await user.sends('/appointment')
    expect(shown(user)).toContain('Umschlag')
    expect((await staffRead()).record).toContain('Schreiben mit Frist oder Termin')
  })
})

it('a cry that says a child is alone shows where a safe place is, above the numbers', async () => {
  const user = createActor(house.world)
  await introduce(user)
  await user.sends(ALONE)
  expect(shown(user)).toMatch(/Recht auf einen sicheren Ort[\s\S]*Jugendamt[\s\S]*110/)
  await asksToBeWrittenTo(user)
  expect((await staffRead()).record).toMatch(
    /mit eigenen Worten: unter 18 und allein hier[\s\S]*SGB VIII/,
  )
})

describe('who did not mean it', () => {
  it('is as urgent as before, for the same reason', async () => {
    const user = createActor(house.world)
    await urgentFor(user, 'letter')
    const before = await answers()
    await user.sends('Mein Mann schlägt mich')
    const cry = user.sees('Hilfe bei Gefahr')
    await user.taps('So bald wie möglich')
    expect(await answers()).toMatchObject({ urgent: 'danger', heard: ['violence'] })
    await user.taps(NOT_MEANT, { message: cry })
    expect(await answers()).toEqual(before)
  })

  it('takes nothing back of an earlier cry that was meant', async () => {
    const user = createActor(house.world)
    await introduce(user)
    await user.sends('Mein Mann schlägt mich')
    await user.taps('So bald wie möglich')
    await user.sends('Hilfe')
    await user.taps(NOT_MEANT)
    expect(await answers()).toMatchObject({ urgent: 'danger', heard: ['violence'] })
  })
})
