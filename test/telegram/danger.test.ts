import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara, introduce, ownAnswers, reachTimes } from '../support/talks.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const BEATS = 'Mein Mann schlägt mich'
const BEATS_FA = 'شوهرم منو میزنه'
const FUN = 'Das meinte ich nicht'

const word = (language: string, key: string) => lotse.deps.i18n.t(language, { key }, 0)
const shown = (user: Actor) => user.screen()?.text ?? ''
const data = (user: Actor) =>
  (user.screen()?.reply_markup?.inline_keyboard ?? [])
    .flat()
    .flatMap((button) => button.callback_data ?? [])

type Kept = { talk: string; sealed: string | null; urgency: string | null; callBack: string | null }
const kept = () =>
  lotse.db.$queryRawUnsafe<Kept[]>('SELECT "talk", "sealed", "urgency", "callBack" FROM "Intake"')
const answers = async () => JSON.parse((await kept())[0]?.talk ?? '{}').answers ?? {}

/** Everything the database holds, but the numbers of the updates that were answered. */
async function everything(): Promise<string> {
  const tables = await lotse.db.$queryRawUnsafe<{ name: string }[]>(
    `SELECT "name" FROM sqlite_master WHERE "type" = 'table' AND "name" NOT LIKE '\\_cf%' ESCAPE '\\'
      AND "name" NOT LIKE 'sqlite%' AND "name" <> 'AnsweredInput' ORDER BY "name"`,
  )
  const rows = []
  for (const { name } of tables) {
    rows.push([name, await lotse.db.$queryRawUnsafe<unknown[]>(`SELECT * FROM "${name}"`)])
  }
  return JSON.stringify(rows)
}

describe('a cry before the consent', () => {
  it('is answered with the numbers in the language of its words, and nothing is kept', async () => {
    const user = createActor(lotse.world)
    await user.sends('/start')
    const before = await everything()
    await user.sends(BEATS_FA)
    user.sees(word('fa', 'danger.title'))
    expect(shown(user)).toContain('110')
    expect(shown(user)).toContain('116 016')
    expect(await everything()).toBe(before)
    expect(lotse.logged.join('\n')).not.toContain(BEATS_FA)
  })

  it('is answered in the language that was chosen already', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    // The text has changed since they agreed: they are asked again before anything is kept.
    await lotse.db.$executeRawUnsafe(`UPDATE "Consent" SET "textHash" = 'old'`)
    const before = await everything()
    await user.sends(BEATS_FA)
    user.sees('Hilfe bei Gefahr')
    expect(await everything()).toBe(before)
  })

  it('leads on to the consent, and to places to go to without one', async () => {
    const user = createActor(lotse.world)
    await user.sends('/start')
    await user.sends(BEATS)
    await user.taps('Ohne Termin kommen')
    user.sees('Als Nächstes offen')
    await user.taps('RSC Hochfeld')
    user.sees('Brückenstraße 30')
    await user.taps('Zurück')
    await user.tapsData(/^1~lo~de~danger~/)
    await user.tapsData(/~lo~de~consent~/)
    user.sees(word('de', 'lobby.consent.ask'))
  })

  it.each([
    ['typed', BEATS_FA, 'fa', 'violence'],
    ['pressed', undefined, 'de', undefined],
  ])(
    'leads over the consent to a booked time in four taps: %s',
    async (_, cry, language, heard) => {
      const user = createActor(lotse.world)
      await user.sends('/start poster7')
      if (cry) await user.sends(cry)
      else for (const wanted of [/~sos~/, /~lo~de~danger~/]) await user.tapsData(wanted)
      await user.taps(word(language, 'danger.button.time'))
      await user.taps(word(language, 'lobby.consent.button.agree'))
      expect(await answers()).toEqual({ urgent: 'danger', ...(heard ? { heard: [heard] } : {}) })
      await user.tapsData(/~tm~/)
      await user.tapsData(/~bo~/)
      user.sees('✅')
      expect(await kept()).toMatchObject([{ urgency: 'red' }])
    },
  )

  it('is not forgotten by who changes the language or reads more on the way', async () => {
    const user = createActor(lotse.world)
    await user.sends('/start')
    await user.sends(BEATS)
    await user.taps('So bald wie möglich')
    await user.tapsData(/~languages~/)
    await user.tapsData(/~lo~fa~consent~/)
    await user.tapsData(/~more~/)
    await user.taps(word('fa', 'lobby.consent.button.agree'))
    expect(await answers()).toEqual({ urgent: 'danger', heard: ['violence'] })
  })
})

describe('a cry in the talk', () => {
  it('in front of a question with buttons keeps nothing of it, and leads back', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.taps('Nicht dringend')
    await user.sends(BEATS)
    user.sees('Hilfe bei Gefahr')
    expect(shown(user)).toMatch(/110[\s\S]*116 016/)
    expect(await answers()).toEqual({ urgent: 'no' })
    expect(JSON.stringify(await kept())).not.toContain('schlägt')
    await user.taps(FUN)
    user.sees('Worum geht es?')
    expect(await answers()).toEqual({ urgent: 'no' })
  })

  it('under a photo or behind an unknown command is heard too', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.sendsPhoto(BEATS)
    user.sees('Hilfe bei Gefahr')
    await user.taps(FUN)
    await user.sends(`/bitte ${BEATS}`)
    user.sees('Hilfe bei Gefahr')
    expect(JSON.stringify(await kept())).not.toContain('schlägt')
  })

  it.each(['start', 'help', 'appointment', 'mydata', 'delete', 'language', 'privacy'])(
    'behind /%s is heard, before the consent and after it',
    async (command) => {
      const user = createActor(lotse.world)
      await user.sends('/start')
      await user.sends(`/${command} ${BEATS}`)
      user.sees('Hilfe bei Gefahr')
      await introduce(user)
      await user.sends(`/${command} ${BEATS}`)
      user.sees('Hilfe bei Gefahr')
      await user.taps(FUN)
      await user.sends(`/${command} bitte`)
      expect(shown(user)).not.toContain('Hilfe bei Gefahr')
      expect(JSON.stringify(await kept())).not.toContain('schlägt')
    },
  )

  it('at the note stays as the answer, with the numbers above what comes next', async () => {
    const user = createActor(lotse.world)
    await reachTimes(user)
    await user.tapsData(/~tm~hochfeld/)
    await user.tapsData(/~bo~/)
    await user.tapsData('1~de')
    await user.tapsData('1~dy')
    for (let i = 0; i < 12 && !data(user).includes('1~sk~note'); i++) {
      await user.tapsData(/~sk~/)
    }
    await user.sends(BEATS)
    const text = shown(user)
    expect(text).toContain('Sind Sie in Gefahr?')
    expect(text).toContain('110')
    expect(text).not.toContain('Hilfe bei Gefahr')
    expect(await ownAnswers(user)).toContain(BEATS)
  })

  it('at the note that was not meant is as urgent as it was before; the note stays', async () => {
    const user = createActor(lotse.world)
    await reachTimes(user)
    await user.tapsData(/~tm~hochfeld/)
    await user.tapsData(/~bo~/)
    const before = await answers()
    await user.tapsData('1~de')
    await user.tapsData('1~dy')
    for (let i = 0; i < 12 && !data(user).includes('1~sk~note'); i++) {
      await user.tapsData(/~sk~/)
    }
    await user.sends(BEATS)
    expect(await kept()).toMatchObject([{ urgency: 'red' }])
    await user.taps(FUN)
    expect(shown(user)).not.toContain('110')
    expect(await kept()).toMatchObject([{ urgency: 'green' }])
    expect(await answers()).toMatchObject(before)
    expect(await answers()).not.toHaveProperty('heard')
    expect(await ownAnswers(user)).toContain(BEATS)
  })

  it.each([
    [
      'the district',
      async (user: Actor) => {
        await user.taps('Nicht dringend')
        await user.taps('Wohnung')
      },
      'Wo wohnen Sie?',
    ],
    [
      'the telephone number',
      async (user: Actor) => {
        await user.tapsData('1~op~person')
        await user.taps('Rufen Sie mich an')
      },
      'Unter welcher Nummer?',
    ],
  ])('at %s is heard as well', async (_, reach, back) => {
    const user = createActor(lotse.world)
    await introduce(user)
    await reach(user)
    await user.sends(BEATS)
    user.sees('Hilfe bei Gefahr')
    expect(JSON.stringify(await kept())).not.toContain('schlägt')
    await user.taps(FUN)
    user.sees(back)
  })

  it('that is no cry is met with a kind word, and 🆘 below it', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.sends('niemand schlägt mich')
    user.sees('Bitte tippen Sie auf einen der Knöpfe')
    expect(data(user)).toContain('1~op~danger')
  })

  it('come again is answered once, and changes nothing', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.sends(BEATS)
    const [before, calls] = [await everything(), lotse.world.calls().length]
    await lotse.world.delivery.again()
    expect(lotse.world.calls()).toHaveLength(calls)
    expect(await everything()).toBe(before)
  })

  it('puts "in their own words" into the record only of who goes on from there', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.sends(BEATS)
    await user.taps('So bald wie möglich')
    expect(await answers()).toEqual({ urgent: 'danger', heard: ['violence'] })
  })
})

describe('an older button for danger', () => {
  it('leads to the numbers from wherever the talk is, and changes no answer', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    const first = user.screen()
    if (!first) throw new Error('no question was asked')
    await user.sends('hallo')
    await user.taps('Nicht dringend')
    await user.taps('Wohnung')
    const before = await answers()
    await user.tapsData('1~an~urgent~danger', { message: first })
    // Where they have pressed, and not at the end of the chat.
    expect(user.sees('Hilfe bei Gefahr').text).toContain('110')
    expect(await answers()).toEqual(before)
    await user.taps('Zurück', { message: user.sees('Hilfe bei Gefahr') })
    user.sees('Wo wohnen Sie?')
  })

  it('does so beside an appointment', async () => {
    const user = createActor(lotse.world)
    await bookSara(user)
    await user.tapsData('1~an~urgent~danger')
    user.sees('Hilfe bei Gefahr')
  })
})

describe('on from the numbers', () => {
  it('takes the cry and the numbers out of the chat where others may read it', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.sends(BEATS)
    await user.taps('Diesen Chat leeren')
    user.sees(word('de', 'pages.hidden.title'))
    const left = user.messages().map(({ text }) => text ?? '')
    for (const gone of [BEATS, '110']) expect(left.join('\n')).not.toContain(gone)
  })

  it('takes them out of the chat before the consent, too, where nothing is known of it', async () => {
    const user = createActor(lotse.world)
    await user.sends('/start')
    await user.taps('Deutsch')
    await user.sends(BEATS)
    await user.sends('hallo?')
    const before = await everything()
    const old = user.messages().find(({ text }) => text?.includes('110'))
    if (old) await user.taps('Diesen Chat leeren', { message: old })
    user.sees(word('de', 'pages.hidden.title'))
    expect(user.messages()).toHaveLength(1)
    expect(await everything()).toBe(before)
    await user.taps('Weiter')
    user.sees(word('de', 'lobby.consent.ask'))
  })

  it('takes out what was cried before the consent once they have agreed', async () => {
    const user = createActor(lotse.world)
    await user.sends('/start')
    await user.taps('Deutsch')
    await user.sends(BEATS)
    const old = user.messages().find(({ text }) => text?.includes('110'))
    await user.taps('So bald wie möglich')
    await user.tapsData(/~ag~/)
    user.sees('Die nächsten freien Zeiten')
    await user.sends('/start')
    await user.taps('🆘')
    await user.taps('Diesen Chat leeren')
    user.sees(word('de', 'pages.hidden.title'))
    expect(user.messages()).toHaveLength(1)
    // By a button that an app still shows from before the consent.
    if (old) await user.taps('Diesen Chat leeren', { message: old })
    user.sees(word('de', 'pages.hidden.title'))
  })

  it('takes them out of the chat of somebody whose data are erased', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.sends(BEATS)
    const old = user.messages().findLast(({ text }) => text?.includes('110'))
    await user.sends('/delete')
    await user.taps('Ja, alles löschen')
    if (old) await user.taps('Diesen Chat leeren', { message: old })
    user.sees(word('de', 'pages.hidden.title'))
    expect(user.messages()).toHaveLength(1)
  })

  it('leads to a booked time in four taps, the soonest of all centres first', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.sends(BEATS)
    await user.taps('So bald wie möglich')
    user.sees('Die nächsten freien Zeiten')
    await user.tapsData(/~tm~/)
    await user.tapsData(/~bo~/)
    user.sees('Ihr Termin steht')
    expect(await kept()).toMatchObject([{ urgency: 'red' }])
  })

  it('says which centre a time is at, and that the Rhine lies between', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.sends(BEATS)
    await user.taps('So bald wie möglich')
    user.sees('Diese Termine sind an verschiedenen Orten')
    await user.tapsData('1~cs')
    await user.tapsData('1~ce~rheinhausen')
    await user.tapsData(/~tm~rheinhausen/)
    user.sees('liegt der Rhein')
  })

  it('leads to places to go to now', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.tapsData('1~op~danger')
    await user.taps('Ohne Termin kommen')
    user.sees('Als Nächstes offen')
    await user.taps('RSC Hochfeld')
    user.sees('Brückenstraße 30')
    expect(await answers()).toEqual({ urgent: 'danger' })
  })

  it('asks where, how and when it is safe before anybody writes', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.sends(BEATS)
    await user.taps('Melden Sie sich bei mir')
    user.sees('Wo und wie erreichen wir Sie sicher?')
    await user.taps('Hier schreiben')
    await user.tapsData('1~sf~chat~morning')
    user.sees(word('de', 'centres.sent.title'))
    expect(await answers()).toMatchObject({
      urgent: 'danger',
      safe: 'morning',
      heard: ['violence'],
    })
    expect(await kept()).toMatchObject([{ urgency: 'red', callBack: 'chat' }])
  })

  it('asks for the number only after when it is safe to call', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.tapsData('1~op~danger')
    await user.taps('Melden Sie sich bei mir')
    await user.taps('Anrufen')
    await user.tapsData('1~sf~phone~any')
    await user.sends('0203 123456')
    user.sees(word('de', 'centres.sent.title'))
    expect(await answers()).toMatchObject({ safe: 'any' })
    expect(await kept()).toMatchObject([{ urgency: 'red', callBack: 'phone' }])
  })
})

describe('a child who is alone', () => {
  const reachMinor = async (user: Actor) => {
    await introduce(user)
    await user.taps('Ja, dringend')
    await user.tapsData('1~an~reason~minor')
  }

  it('is asked where and when it is safe before anybody writes', async () => {
    const user = createActor(lotse.world)
    await reachMinor(user)
    await user.tapsData('1~rc')
    user.sees('Wo und wie erreichen wir Sie sicher?')
    await user.taps('Hier schreiben')
    await user.tapsData('1~sf~chat~afternoon')
    user.sees(word('de', 'centres.sent.title'))
    expect(await answers()).toMatchObject({ reason: 'minor', safe: 'afternoon' })
    expect(await kept()).toMatchObject([{ urgency: 'orange', callBack: 'chat' }])
  })

  it('can come instead of being written to', async () => {
    const user = createActor(lotse.world)
    await reachMinor(user)
    await user.tapsData('1~rc')
    await user.taps('Ohne Termin kommen')
    user.sees('Als Nächstes offen')
    expect(user.buttons()).toContain('RSC Hochfeld')
  })
})

const REASONS = [
  ...['letter', 'deportation', 'eviction', 'minor', 'no-bed', 'detention', 'illness'],
  ...['permit-ends', 'money-stopped', 'other'],
]

const dotsIn = (text: string): [step: number, of: number] => [
  text.match(/●/g)?.length ?? 0,
  text.match(/[●○]/g)?.length ?? 0,
]

describe('who is in a hurry', () => {
  it.each(['danger', ...REASONS])('has a time after at most eight taps: %s', async (why) => {
    const user = createActor(lotse.world)
    await user.sends('/start')
    let taps = 0
    const press = async (wanted: RegExp | string) => {
      taps++
      await user.tapsData(wanted)
    }
    await press(/lo~de~consent/)
    await press(/ag~de/)
    await press(why === 'danger' ? '1~an~urgent~danger' : '1~an~urgent~yes')
    if (why !== 'danger') await press(`1~an~reason~${why}`)
    for (const wanted of [/dg~times/, /ti$/, /an~topics~housing/, /an~district~mitte/]) {
      if (data(user).some((one) => /~tm~/.test(one))) break
      if (data(user).some((one) => wanted.test(one))) await press(wanted)
    }
    await press(/~tm~/)
    await press(/~bo~/)
    user.sees('Ihr Termin steht')
    expect(taps, `taps to a time with ${why}`).toBeLessThanOrEqual(8)
  })

  it.each(['no', ...REASONS])('sees dots that tell the truth: %s', async (why) => {
    const user = createActor(lotse.world)
    await introduce(user)
    const dots = [dotsIn(shown(user))]
    const chosen = why === 'no' ? ['urgent~no'] : ['urgent~yes', `reason~${why}`]
    for (const one of [...chosen, 'topics~housing', 'district~mitte', 'spoken~ar']) {
      const offered = data(user).find((tap) => tap === `1~an~${one}`)
      if (offered) await user.tapsData(offered)
      if (/[●○]/.test(shown(user))) dots.push(dotsIn(shown(user)))
    }
    // Each step is one further, and what is to come never grows.
    const steps = dots.filter(([step], i) => step !== dots[i - 1]?.[0])
    expect(steps.map(([step]) => step)).toEqual(steps.map((_, i) => i + 1))
    expect(steps.map(([, of]) => of)).toEqual(steps.map(([, of]) => of).toSorted((a, b) => b - a))
  })

  it('is asked afterwards what was left out, one short step each that can be skipped', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.taps('Ja, dringend')
    await user.tapsData('1~an~reason~letter')
    await user.tapsData(/~tm~/)
    await user.tapsData(/~bo~/)
    const asked: string[] = []
    for (let i = 0; i < 8; i++) {
      const skip = data(user).find((one) => /~sk~/.test(one))
      if (!skip) break
      expect(shown(user)).not.toMatch(/[●○]/)
      asked.push(skip.split('~')[2] ?? '')
      await user.tapsData(skip)
    }
    expect(asked).toEqual(['topics', 'district', 'spoken'])
  })
})
