import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

const i18n = createI18n()

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const count = async (table: string): Promise<number> => {
  const rows = await lotse.db.$queryRawUnsafe<{ n: number }[]>(
    `SELECT count(*) AS n FROM "${table}"`,
  )
  return Number(rows[0]?.n)
}

describe.each(i18n.languages.map(({ key }) => key))('a talk in %s', (language) => {
  const word = (key: string) => i18n.t(language, { key }, 0)

  it('leads to a booked time in eight taps and nothing typed', async () => {
    const user = createActor(lotse.world)
    await user.sends('/start')
    const taps: (string | RegExp)[] = [
      word('lobby.language.own-name'),
      word('lobby.consent.button.agree'),
      word('questions.urgent.option.no'),
      word('questions.topics.option.housing'),
      'Mitte',
    ]
    for (const tap of taps) await user.taps(tap)
    await user.tapsData(/an~spoken/)
    await user.tapsData(/~tm~hochfeld/)
    await user.tapsData(/~bo~/)
    user.sees(word('booking.appointment.title'))
    user.sees('Brückenstraße 30, Duisburg')
    expect(await count('Booking')).toBe(1)
    expect(user.documents()).toHaveLength(1)
    expect(user.unansweredTaps()).toBe(0)
  })
})

describe('what is stored', () => {
  it('is nothing before the consent, and nothing without it', async () => {
    const user = createActor(lotse.world)
    await user.sends('/start')
    await user.taps('Deutsch')
    await user.taps('Ich stimme nicht zu')
    await user.taps('📍 Adressen')
    user.sees('Duisburger Straße 241')
    await user.taps('RSC Hochfeld')
    user.sees('Brückenstraße 30')
    user.sees('0203 60802707')
    await user.taps('Zurück')
    await user.taps('RSC Hamborn')
    user.sees('0203 94065358')
    expect(await count('Person')).toBe(0)
    expect(await count('Intake')).toBe(0)
  })

  it('is every answer as it is given', async () => {
    const user = createActor(lotse.world)
    await user.sends('/start')
    await user.taps('Deutsch')
    await user.taps('Ich stimme zu')
    await user.taps('Nicht dringend')
    await user.taps('Wohnung')
    const rows = await lotse.db.$queryRawUnsafe<{ talk: string }[]>('SELECT "talk" FROM "Intake"')
    expect(JSON.parse(rows[0]?.talk ?? '').answers).toEqual({ urgent: 'no', topics: ['housing'] })
  })
})
