// What is typed before the consent, held against the buttons of the screen it answers.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

const i18n = createI18n()
const word = (language: string, key: string) => i18n.t(language, { key }, 0)

let lotse: TestLotse
let user: Actor
beforeEach(async () => {
  lotse = await startLotse()
  user = createActor(lotse.world)
})
afterEach(() => lotse.stop())

const rows = (sql: string) => lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(sql)
const consents = () => rows('SELECT "scope", "language" FROM "Consent"')

async function reads(language: string): Promise<void> {
  await user.sends('/start')
  await user.tapsData(new RegExp(`lo~${language}~consent`))
}

describe('at the consent', () => {
  it.each([
    ['de', 'ja'],
    ['de', 'Ja!'],
    ['de', 'ich stimme zu'],
    ['de', 'I agree'],
    ['ar', 'نعم'],
    ['ar', 'أوافق'],
    ['ar', 'اوافق'],
    ['prs', 'بلی'],
    ['fa', 'موافقم'],
    ['ckb', 'بەڵێ'],
    ['kmr', 'erê'],
    ['tr', 'evet'],
    ['uk', 'так'],
    ['ro', 'da'],
    ['bg', 'да'],
    ['en', 'yes'],
  ])('agrees in %s: %s', async (language, text) => {
    await reads(language)
    await user.sends(text)
    user.sees(word(language, 'questions.urgent.title'))
    expect(await consents()).toEqual([{ scope: 'booking', language }])
  })

  it.each([
    ['de', 'nein'],
    ['de', 'Ich stimme nicht zu'],
    ['ar', 'لا'],
    ['ckb', 'نەخێر'],
    ['kmr', 'na'],
    ['tr', 'hayır'],
  ])('refuses in %s: %s', async (language, text) => {
    await reads(language)
    await user.sends(text)
    user.sees(word(language, 'lobby.declined.title'))
    expect(await rows('SELECT "id" FROM "Person"')).toEqual([])
  })

  it('asks about what is near, and leads back to the question', async () => {
    await reads('de')
    await user.sends('stimme zu')
    user.sees('Meinen Sie das?')
    expect(await rows('SELECT "id" FROM "Person"')).toEqual([])
    await user.taps('Nichts davon')
    user.sees('Dürfen wir')
    await user.sends('stimme zu')
    await user.taps('Ich stimme zu')
    user.sees(word('de', 'questions.urgent.title'))
  })

  it('keeps what the buttons carried', async () => {
    await user.sends('/start flyer-7')
    await user.tapsData(/lo~de~consent/)
    await user.sends('ja')
    expect(await rows('SELECT "source" FROM "Intake"')).toEqual([{ source: 'flyer-7' }])
  })

  it('leads to the other pages by their names', async () => {
    await reads('de')
    await user.sends('mehr lesen')
    user.sees(word('de', 'lobby.privacy.title'))
    await user.sends('zurück')
    user.sees('Dürfen wir')
  })
})

describe('where nobody asked', () => {
  it.each(['ja', 'Ich stimme zu', 'نعم'])('nothing is agreed to: %s', async (text) => {
    await user.sends('/start')
    await user.sends(text)
    expect(await rows('SELECT "id" FROM "Person"')).toEqual([])
    expect(user.buttons()).toContain('Deutsch')
  })

  it('"yes" under the addresses agrees to nothing', async () => {
    await reads('de')
    await user.taps('Ich stimme nicht zu')
    await user.tapsData(/~centres/)
    await user.sends('ja')
    expect(await rows('SELECT "id" FROM "Person"')).toEqual([])
    user.sees(word('de', 'lobby.nothing.title'))
  })

  it('a cry is heard before any button', async () => {
    await reads('de')
    await user.sends('Mein Mann schlägt mich')
    user.sees('110')
    expect(await rows('SELECT "id" FROM "Person"')).toEqual([])
  })
})
