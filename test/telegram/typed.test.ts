import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, createActor } from '../support/actor.ts'
import { chat } from '../support/chat.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { introduce } from '../support/talks.ts'

let lotse: TestLotse
let user: Actor
beforeEach(async () => {
  lotse = await startLotse()
  user = createActor(lotse.world)
})
afterEach(() => lotse.stop())

const HERE = { latitude: 51.4181, longitude: 6.7549 }

async function answers(): Promise<Record<string, unknown>> {
  const when = { since: 0, writtenSince: 0, now: lotse.clock.now() }
  const { person } = await lotse.deps.store.talks.load('duisburg', chat(user.chatId), 'x:0', when)
  return person?.intake?.talk.answers ?? {}
}

/** To the question where the person lives. */
async function homeAsked(): Promise<void> {
  await introduce(user)
  await user.taps('Nicht dringend')
  await user.sends('arbeit')
  user.sees('Wo wohnen Sie?')
}

describe('typed words', () => {
  it('lead from the menu of languages to an appointment, like presses', async () => {
    await user.sends('/start')
    await user.sends('deutsch')
    user.sees('Dürfen wir')
    await user.tapsData(/ag~de/)
    await user.sends('Not urgent')
    await user.sends('العمل')
    await user.sends('Duisburg-Hochfeld')
    await user.sends('Deutsch')
    user.sees('RSC Hochfeld')
    expect(await answers()).toMatchObject({ topics: ['work'], district: 'mitte', spoken: 'de' })
  })

  it('that are near are asked about, with a way back', async () => {
    await homeAsked()
    await user.sends('Hochfelt')
    user.sees('Meinen Sie das?')
    expect(user.buttons()).toEqual(['Hochfeld', '◀️ Nichts davon', '🆘', '☎️ Mensch'])
    expect(await answers()).not.toHaveProperty('district')
    await user.taps('Nichts davon')
    user.sees('Wo wohnen Sie?')
    await user.sends('hochfelt')
    await user.taps('Hochfeld')
    user.sees('Welche Sprache')
    expect(await answers()).toMatchObject({ district: 'mitte' })
  })

  it('that are no place are answered kindly, with 🆘 in reach', async () => {
    await homeAsked()
    await user.sends('auf dem Mond')
    user.sees('Wir kennen diesen Ort nicht')
    expect(user.buttons()).toContain('🆘')
    await user.sends('4705')
    user.sees('Eine Postleitzahl hat fünf Ziffern')
    await user.sends('wrzlbrmpft')
    user.sees('Wo wohnen Sie?')
    // What the sentence names is in sight, and the districts are where it names them.
    const others = ['🗺️ Außerhalb der Stadt', '🤐 Möchte ich nicht sagen']
    expect(user.buttons().slice(0, 3)).toEqual(['❓ Ich weiß es nicht', ...others])
    await user.sends('4705')
    expect(user.buttons()).toContain('Rheinhausen')
    await user.sends('wrzlbrmpft')
    await user.taps('Zurück')
    expect(user.buttons()).toContain('Rheinhausen')
    await user.sends('wrzlbrmpft')
    await user.taps('Ich weiß es nicht')
    user.sees('Welche Sprache')
    await user.sends('Deutsch')
    user.sees('Die nächsten freien Zeiten')
  })

  it('name the part that decides the centre, and no other part is kept', async () => {
    await homeAsked()
    await user.sends('Ruhrort')
    await user.sends('Deutsch')
    user.sees('RSC Hochfeld')
    expect(await answers()).toMatchObject({ district: 'homberg-ruhrort-baerl', part: '401' })
    await user.sends('zurück')
    await user.sends('zurück')
    await user.sends('Baerl')
    const told = await answers()
    expect(told).toMatchObject({ district: 'homberg-ruhrort-baerl' })
    expect(told).not.toHaveProperty('part')
  })

  it('lead on from the question for a part also for who does not know it', async () => {
    await homeAsked()
    await user.sends('47119')
    user.sees('In welchem Ortsteil wohnen Sie?')
    expect(user.buttons().slice(0, 3)).toEqual(['Laar', 'Ruhrort', '❓ Ich weiß es nicht'])
    await user.taps('Ich weiß es nicht')
    expect(await answers()).toMatchObject({ district: 'unclear', part: 'unsure' })
    await user.sends('Deutsch')
    user.sees('Die nächsten freien Zeiten')
  })

  it.each([
    ['Ich bringe mich um in Hochfeld', '112'],
    ['Mein Mann schlägt mich in Hochfeld', '110'],
    ['Es brennt in Hochfeld', '112'],
  ])('of danger come first, whatever else they name: %s', async (cry, number) => {
    await homeAsked()
    await user.sends(cry)
    user.sees(number)
    user.sees('Hilfe bei Gefahr')
    expect(await answers()).not.toHaveProperty('district')
  })

  it('are kept as an answer where they were asked for, but for "skip"', async () => {
    await homeAsked()
    await user.sends('Hochfeld')
    await user.sends('Deutsch')
    await user.tapsData(/tm~/)
    await user.tapsData(/bo~/)
    await user.tapsData(/~de$/)
    await user.tapsData(/dy$/)
    user.sees('Wie dürfen wir Sie nennen?')
    await user.sends('überspringen')
    user.sees('Wie alt sind Sie?')
    expect(await answers()).not.toHaveProperty('alias')
    await user.sends('zurück')
    user.sees('Wie dürfen wir Sie nennen?')
    await user.sends('Back')
    user.sees('Noch ein paar Fragen')
    expect(await answers()).not.toHaveProperty('alias')
    await user.tapsData(/dy$/)
    await user.sends('Deutsch')
    expect(await answers()).toMatchObject({ alias: 'Deutsch' })
  })

  it('are not needed where a voice is sent to a question for words', async () => {
    await introduce(user)
    await user.sendsVoice()
    user.sees('Bitte nutzen Sie die Knöpfe')
    await user.tapsData('1~op~person')
    await user.taps('Rufen Sie mich an')
    await user.sendsVoice({ seconds: 61 })
    user.sees('Bitte sprechen Sie höchstens eine Minute.')
    await user.sendsVoice()
    user.sees('Ihre Nachricht ist angekommen.')
  })

  it('answered twice are answered alike', async () => {
    await homeAsked()
    const update = {
      update_id: 987_654,
      message: {
        message_id: 5000,
        date: 1,
        chat: { id: user.chatId, type: 'private' },
        from: { id: user.chatId, is_bot: false, first_name: 'Amal' },
        text: 'Hochfelt',
      },
    } as never
    const { inputs } = lotse.deps.store
    const mark = inputs.markAnswered
    inputs.markAnswered = async () => {}
    await lotse.bot.answer(update)
    const first = user.messages().at(-1)
    lotse.clock.at += 60_000
    await lotse.bot.answer(update)
    inputs.markAnswered = mark
    expect(user.messages().at(-1)?.text).toBe(first?.text)
    expect(user.buttons()).toContain('Hochfeld')
  })
})

describe('a shared location', () => {
  it('suggests the district around it, and is neither kept nor logged', async () => {
    await homeAsked()
    await user.sendsLocation(HERE)
    user.sees('Wohnen Sie hier?')
    expect(user.buttons()[0]).toBe('Mitte: Innenstadt')
    await user.taps('Mitte')
    expect(await answers()).toMatchObject({ district: 'mitte' })
    await user.sends('Deutsch')
    user.sees('RSC Hochfeld')
    const rows = await lotse.db.$queryRawUnsafe<object[]>('SELECT * FROM "Intake"')
    for (const trace of [JSON.stringify(rows), lotse.logged.join('\n')]) {
      expect(trace).not.toMatch(/51\.4|6\.75|location/)
    }
  })

  it('between two parts asks which, and routes by the part, never by air', async () => {
    await homeAsked()
    await user.sendsLocation({ latitude: 51.458, longitude: 6.729 })
    expect(user.buttons().slice(0, 2)).toEqual(['Laar', 'Ruhrort'])
    await user.taps('Ruhrort')
    expect(await answers()).toMatchObject({ district: 'homberg-ruhrort-baerl', part: '401' })
  })

  it('elsewhere, or of another city, is answered kindly', async () => {
    await introduce(user)
    await user.sendsLocation(HERE)
    user.sees('Wir brauchen Ihren Standort hier nicht')
    await user.taps('Nicht dringend')
    await user.sends('Arbeit')
    await user.sendsLocation({ latitude: 52.52, longitude: 13.4 })
    user.sees('Dieser Ort liegt nicht in Duisburg')
  })

  it('before the consent shows the languages', async () => {
    await user.sends('/start')
    await user.sendsLocation(HERE)
    expect(user.buttons()).toContain('Deutsch')
    await user.sendsContact()
    expect(user.buttons()).toContain('Deutsch')
  })
})
