// Who says in their own words what they want is understood, before the consent and with an appointment.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, createActor } from '../support/actor.ts'
import { bookedPerson } from '../support/booked.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara, introduce } from '../support/talks.ts'

let lotse: TestLotse
let user: Actor
beforeEach(async () => {
  lotse = await startLotse()
  user = createActor(lotse.world)
})
afterEach(() => lotse.stop())

const word = (language: string, key: string) => lotse.deps.i18n.t(language, { key }, 0)
const shown = () => user.screen()?.text ?? ''

async function reads(own: string) {
  await user.sends('/start')
  await user.taps(own)
}

it.each(['Hello', 'سلام', 'voice', 'sticker'])(
  'first of all (%s) they choose a language',
  async (said) => {
    if (said === 'voice') await user.sendsVoice()
    else if (said === 'sticker') await user.sendsSticker()
    else await user.sends(said)
    user.sees(word('tr', 'lobby.language.choose'))
    expect(shown()).not.toContain(word('tr', 'lobby.nothing.title'))
  },
)

describe('before the consent', () => {
  it.each([
    ['Українська', 'uk', 'Добрий день'],
    ['English', 'en', 'I speak Tigrinya only'],
    ['English', 'en', 'I want to cancel my appointment'],
    ['English', 'en', 'SZS-ZFM'],
    ['English', 'en', 'okay maybe'],
  ])('%s: it is asked again, with a person: %s %s', async (own, language, text) => {
    await reads(own)
    await user.sends(text)
    user.sees(word(language, 'lobby.consent.ask'))
    expect(shown()).not.toContain(word(language, 'lobby.nothing.title'))
    expect(user.buttons()).toContain(word(language, 'common.button.person'))
    expect(await lotse.db.$queryRawUnsafe('SELECT "id" FROM "Person"')).toEqual([])
    await user.taps(word(language, 'lobby.consent.button.agree'))
    user.sees(word(language, 'questions.urgent.title'))
  })

  it('a person is understood, and their number told', async () => {
    await reads('Deutsch')
    await user.sends('Ich möchte mit einem Menschen sprechen')
    user.sees(word('de', 'centres.person.title'))
    expect(shown()).toMatch(/\d{3,}/)
    await user.taps(word('de', 'common.button.back'))
    user.sees(word('de', 'lobby.consent.ask'))
  })
})

describe('with an appointment', () => {
  it.each([
    ['ich kann nicht kommen', 'booking.cancel.title'],
    ['لا أستطيع الحضور', 'booking.cancel.title'],
    ['Wo ist das?', 'centres.way.title'],
    ['Kann ich mit einem Menschen reden?', 'centres.person.title'],
  ])('%s', async (text, title) => {
    await bookSara(user)
    await user.sends('/appointment')
    await user.sends(text)
    user.sees(word('de', title))
    expect(await lotse.db.$queryRawUnsafe(`SELECT "state" FROM "Booking"`)).toEqual([
      { state: 'booked' },
    ])
  })
})

it('what is asked for in their own words stays an answer', async () => {
  await introduce(user)
  await user.tapsData('1~an~urgent~no')
  await user.sends('Ich möchte mit einem Menschen sprechen')
  user.sees(word('de', 'centres.person.title'))
})

it.each(['de', 'ckb', 'uk'])(
  'who tells a story where nothing is asked for reads that nobody reads it, in %s',
  async (language) => {
    const { user: booked } = await bookedPerson(lotse, { day: '2026-03-25', language })
    await booked.sends(
      'Mein Bruder wohnt bei uns, und er hat einen Brief bekommen, den wir nicht verstehen.',
    )
    booked.sees(word(language, 'notice.nobody-reads'))
    await booked.sends('hm')
    booked.sees(word(language, 'notice.use-buttons'))
  },
)
