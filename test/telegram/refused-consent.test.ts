// Who does not agree, or says that reading is hard: nothing is stored, so the buttons carry what is known.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { buttonsOf } from '../../src/simulator/acts.ts'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { lookAtAgreed, ownAnswers } from '../support/talks.ts'

const i18n = createI18n()
const word = (language: string, key: string) => i18n.t(language, { key }, 0)

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

async function refuses(language: string): Promise<Actor> {
  const user = createActor(lotse.world)
  await user.sends('/start')
  await user.tapsData(new RegExp(`lo~${language}~consent`))
  await user.tapsData(new RegExp(`lo~${language}~declined`))
  return user
}

const coloured = (user: Actor) =>
  buttonsOf(user.messages().at(-1)).filter((button) => 'style' in button)

const people = () => lotse.db.$queryRawUnsafe<unknown[]>('SELECT "id" FROM "Person"')

describe('who does not agree', () => {
  it('is not pointed to agreeing, and finds the addresses', async () => {
    const user = await refuses('ckb')
    user.sees(word('ckb', 'lobby.declined.title'))
    expect(coloured(user)).toEqual([])
    await user.taps(word('ckb', 'lobby.declined.button.centres'))
    user.sees('Duisburger Straße 241')
    await user.taps(word('ckb', 'common.button.back'))
    user.sees(word('ckb', 'lobby.declined.title'))
  })

  it.each(['/mydata', '/delete', '/appointment', '/help', 'سلام', 'voice', 'sticker'])(
    'hears that nothing is stored, in the language of the buttons: %s',
    async (said) => {
      const user = await refuses('prs')
      if (said === 'voice') await user.sendsVoice()
      else if (said === 'sticker') await user.sendsSticker()
      else await user.sends(said)
      user.sees(word('prs', 'lobby.nothing.title'))
      expect(coloured(user)).toEqual([])
      expect(await people()).toEqual([])
      await user.taps(word('prs', 'lobby.erased.button.again'))
      user.sees(word('prs', 'lobby.consent.ask'))
    },
  )

  // Another isolate of a Worker knows nothing of the buttons.
  it.each(['/mydata', '/delete', '/appointment'])(
    'hears it in every language where none is known: %s',
    async (said) => {
      const user = createActor(lotse.world)
      await user.sends(said)
      for (const { key } of i18n.languages) user.sees(word(key, 'lobby.nothing.title'))
      await user.taps('Türkçe')
      user.sees(word('tr', 'lobby.nothing.title'))
    },
  )

  it('begins anew with /start, in whatever language', async () => {
    const user = await refuses('prs')
    await user.sends('/start')
    user.sees(word('tr', 'lobby.language.choose'))
  })
})

describe('who finds reading hard', () => {
  async function says(language: string): Promise<Actor> {
    const user = createActor(lotse.world)
    await user.sends('/start poster7')
    await user.tapsData(new RegExp(`lo~${language}~consent`))
    await user.taps(`📖 ${word(language, 'questions.needs.option.cannot-read')}`)
    return user
  }

  it('says so before the consent: kept with the first answer, and nothing before', async () => {
    const user = await says('ckb')
    expect(user.buttons()).toContain(word('ckb', 'common.button.person'))
    expect(await people()).toEqual([])
    await user.taps(word('ckb', 'lobby.consent.button.agree'))
    const [row] = await lotse.db.$queryRawUnsafe<{ talk: string; source: string }[]>(
      'SELECT "talk", "source" FROM "Intake"',
    )
    expect(JSON.parse(row?.talk ?? '').answers).toEqual({ needs: ['cannot-read'] })
    expect(row?.source).toBe('poster7')
  })

  it('can take it back, alone', async () => {
    const user = await says('de')
    await user.taps(word('de', 'lobby.consent.button.agree'))
    expect(await ownAnswers(user)).toContain(word('de', 'questions.needs.option.cannot-read'))
    await lookAtAgreed(user)
    await user.taps(word('de', 'pages.my-data.button.withdraw'))
    const rows = await lotse.db.$queryRawUnsafe<{ talk: string }[]>('SELECT "talk" FROM "Intake"')
    expect(JSON.parse(rows[0]?.talk ?? '').answers).toEqual({})
  })

  it.each(['de', 'ar', 'uk'])(
    'reads less from then on, and has the telephone at once, in %s',
    async (language) => {
      const path = [/ag~/, /urgent~no/, /topics~housing/, /district~mitte/, /an~spoken/]
      const lengths = async (user: Actor) => {
        const all = [user.screen()?.text ?? '']
        for (const step of path) {
          await user.tapsData(step)
          all.push(user.screen()?.text ?? '')
        }
        return all.map((text) => text.length)
      }
      const other = createActor(lotse.world, { name: 'Other' })
      await other.sends('/start')
      await other.tapsData(new RegExp(`lo~${language}~consent`))
      const [all, little] = [await lengths(other), await lengths(await says(language))]
      for (const [nth, length] of little.entries())
        expect(length, `${nth}`).toBeLessThan(all[nth] ?? 0)
      const user = await says(language)
      await user.taps(word(language, 'common.button.person'))
      expect(user.screen()?.text).toMatch(/\d{3,}/)
    },
  )

  it('reads less, and can ask to be called at the first question', async () => {
    const user = await says('de')
    await user.taps(word('de', 'lobby.consent.button.agree'))
    user.sees(word('de', 'questions.urgent.title'))
    expect(user.messages().at(-1)?.text).not.toContain(word('de', 'questions.urgent.hint'))
    await user.taps(word('de', 'centres.person.button.phone'))
    user.sees(word('de', 'centres.phone-number.title'))
  })
})
