import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara, introduce } from '../support/talks.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

describe('whatever a person sends has an answer and a way on', () => {
  it('shows the present screen again for an older button', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    const first = screenOf(user)
    await user.taps('Nicht dringend')
    await user.taps('Wohnung')
    await user.tapsData('1~an~urgent~no', { message: first })
    user.sees('Das war ein älterer Knopf')
    user.sees('Wo wohnen Sie?')
    expect(user.unansweredTaps()).toBe(0)
  })

  it('does nothing twice when a button is pressed twice', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    const before = screenOf(user)
    await user.taps('Nicht dringend', { message: before })
    await user.tapsData('1~an~urgent~no', { message: before })
    user.sees('Worum geht es?')
    expect(user.messages().filter(({ from }) => from.is_bot)).toHaveLength(1)
    expect(user.unansweredTaps()).toBe(0)
    // A quick hand is not told that it pressed an older button.
    expect(user.messages().at(-1)?.text).not.toContain('älterer Knopf')
    lotse.clock.at += 5000
    await user.tapsData('1~an~urgent~no', { message: before })
    user.sees('Das war ein älterer Knopf')
  })

  it.each([
    ['typed text', (user: Actor) => user.sends('hallo'), 'Bitte tippen Sie auf einen der Knöpfe'],
    ['a sticker', (user: Actor) => user.sendsSticker(), 'Bitte nutzen Sie die Knöpfe'],
    ['a voice message', (user: Actor) => user.sendsVoice(), 'Sprachnachrichten'],
    [
      'an edited message',
      (user: Actor) => user.edits('anders'),
      'Wir sehen Änderungen an alten Nachrichten nicht',
    ],
    [
      'an unknown command',
      (user: Actor) => user.sends('/nonsense'),
      'Wir können das hier nicht lesen',
    ],
  ])('meets %s with a kind word and the present question', async (_, act, word) => {
    const user = createActor(lotse.world)
    await introduce(user)
    await act(user)
    user.sees(word)
    user.sees('Ist es dringend?')
  })

  it('refuses a photo and deletes it from the chat', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.sendsPhoto()
    user.sees('keine Fotos')
    expect(lotse.world.calls('deleteMessage')).toHaveLength(1)
  })

  it('takes a postal code in Persian digits, and asks between Laar and Ruhrort', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.taps('Nicht dringend')
    await user.taps('Wohnung')
    await user.sends('۴۷۱۱۹')
    await user.taps('Ruhrort')
    await user.taps('العربية')
    user.sees('Freie Zeiten: RSC Hochfeld')
  })

  it.each([
    ['45127', 'liegt nicht in Duisburg'],
    ['47001', 'Das ist ein Postfach'],
    ['4705', 'Eine Postleitzahl hat fünf Ziffern'],
    ['zuhause', 'Wir kennen diesen Ort nicht'],
  ])('helps with the postal code %s', async (typed, word) => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.taps('Nicht dringend')
    await user.taps('Wohnung')
    await user.sends(typed)
    user.sees(word)
    user.sees('Wo wohnen Sie?')
  })

  it('does not talk in a group, but says where to go', async () => {
    const user = createActor(lotse.world, { group: lotse.world.group({ title: 'Familie' }) })
    await user.sends('/start@lotse_demo_bot')
    user.sees('Bitte schreiben Sie mir allein')
    user.sees('https://t.me/')
  })

  it.each(['/help', '/start', '/sos'])(
    'gives numbers in a group after %s, and nobody',
    async (typed) => {
      const user = createActor(lotse.world, { group: lotse.world.group({ title: 'Familie' }) })
      await user.sends(`${typed}@lotse_demo_bot`)
      user.sees('🆘 110, 112')
      user.sees('☎️ RSC Hochfeld: 0203 60802707')
      expect(await lotse.db.person.count()).toBe(0)
    },
  )

  it.each([
    ['Spanish', 'Hola, necesito ayuda con mi permiso de residencia'],
    ['Tigrinya', 'ሰላም፡ ሓገዝ የድልየኒ ኣሎ'],
    ['Vietnamese', 'Xin chào, tôi cần giúp đỡ'],
  ])('answers a first message in %s with a number and the way to addresses', async (_, typed) => {
    const user = createActor(lotse.world)
    await user.sends(typed)
    user.sees('0203 94065358')
    await user.taps('📍 Addresses')
    user.sees('Our counselling centres')
    user.sees('Duisburger Straße 241')
    expect(await lotse.db.person.count()).toBe(0)
  })

  it('takes note of a blocked and an unblocked bot', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    const reach = () =>
      lotse.db.$queryRawUnsafe<{ unreachable: string | null }[]>(
        'SELECT "unreachable" FROM "Person"',
      )
    await user.blocks()
    expect(await reach()).toEqual([{ unreachable: 'blocked' }])
    await user.unblocks()
    expect(await reach()).toEqual([{ unreachable: null }])
  })
})

describe('commands work in the middle of a talk', () => {
  it.each([
    ['/start', 'Hier geht es weiter'],
    ['/language', 'In welcher Sprache'],
    ['/appointment', 'Ist es dringend?'],
    ['/help', 'Lotse gibt Ihnen einen Termin'],
    ['/mydata', 'Das ist über Sie gespeichert'],
    ['/delete', 'Alles löschen?'],
  ])('%s', async (command, word) => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.sends(command)
    user.sees(word)
  })

  it('takes the talk up again days later', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.taps('Nicht dringend')
    lotse.clock.at += 3 * 86_400_000
    await user.sends('/start')
    user.sees('Worum geht es?')
  })

  it('changes the language and stays where the talk was', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.taps('Nicht dringend')
    await user.sends('/language')
    await user.taps('English')
    user.sees('What is it about?')
  })

  it('deletes everything at once and frees the appointment', async () => {
    const user = createActor(lotse.world)
    await bookSara(user)
    await user.sends('/delete')
    await user.taps('Ja, alles löschen')
    user.sees('Ihre Daten sind gelöscht')
    const people = await lotse.db.$queryRawUnsafe<unknown[]>('SELECT * FROM "Person"')
    const intakes = await lotse.db.$queryRawUnsafe<unknown[]>('SELECT * FROM "Intake"')
    const seats = await lotse.db.$queryRawUnsafe<unknown[]>(
      'SELECT * FROM "Booking" WHERE "seat" IS NOT NULL OR "personId" IS NOT NULL',
    )
    expect([...people, ...intakes, ...seats]).toEqual([])
    await user.taps('Neu anfangen')
    user.sees('Dürfen wir Ihre Antworten speichern?')
  })
})

type Actor = ReturnType<typeof createActor>

function screenOf(user: Actor) {
  const message = user.screen()
  if (!message) throw new Error('there is no screen')
  return message
}
