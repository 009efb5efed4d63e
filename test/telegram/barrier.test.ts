// A barrier told of in the chat: sealed, with nobody's request, theirs to see and to delete.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { say } from '../../src/domain/dialog/text.ts'
import { LONGEST_BARRIER, MOST_BARRIERS } from '../../src/domain/people/barrier-report.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { introduce } from '../support/talks.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const TEXT = 'Der Text ist zu lang für meinen Screenreader, ruf an: 0203 5551234'
const kept = () => lotse.deps.store.barriers.list(99)
const word = (key: string) => lotse.deps.i18n.t('de', { key }, 0)

test('typed after /barrier it is kept sealed and once, and the talk goes on where it was', async () => {
  const user = createActor(lotse.world)
  await introduce(user)
  await user.sends('/barrier')
  user.sees(word('barrier.what'))
  user.sees(word('barrier.reach'))
  await user.sends(TEXT)
  user.sees(word('barrier.sent'))
  user.sees(word('barrier.next'))
  await lotse.world.delivery.again()
  expect(await kept()).toMatchObject([{ text: TEXT, channel: 'telegram', language: 'de' }])
  expect(JSON.stringify(await lotse.db.barrierReport.findMany())).not.toContain('Screenreader')
  expect(lotse.logged.join()).not.toContain('Screenreader')
  await user.taps(word('danger.button.on'))
  user.sees(word('questions.urgent.title'))
})

test('the notice on data leads there, and back leads out', async () => {
  const user = createActor(lotse.world)
  await introduce(user)
  await user.sends('/privacy')
  await user.taps(word('lobby.consent.button.more'))
  await user.taps(word('barrier.title'))
  user.sees(word('barrier.what'))
  await user.taps('Zurück')
  user.sees(word('lobby.privacy.title'))
  expect(await kept()).toEqual([])
})

test('a cry for help there shows the numbers, and is kept', async () => {
  const user = createActor(lotse.world)
  await introduce(user)
  await user.sends('/barrier')
  await user.sends('Mein Mann schlägt mich')
  user.sees('110')
  expect(await kept()).toHaveLength(1)
})

describe('before the consent', () => {
  const reads = async (user: Actor, language: string) => {
    await user.sends('/start')
    await user.tapsData(new RegExp(`lo~${language}~consent`))
  }
  const i18n = createI18n()

  test.each(i18n.languages.map(({ key }) => key))(
    'in %s it is asked for, kept without a person, and said to be here',
    async (language) => {
      const user = createActor(lotse.world)
      await reads(user, language)
      await user.sends('/barrier')
      const said = (key: string) => i18n.t(language, { key }, 0)
      for (const key of ['barrier.title', 'barrier.what', 'barrier.reach']) user.sees(said(key))
      await user.sends(TEXT)
      user.sees(said('barrier.sent'))
      user.sees(said('barrier.next'))
      await lotse.world.delivery.again()
      expect(await kept()).toMatchObject([{ text: TEXT, channel: 'telegram', language }])
      expect(await lotse.db.barrierReport.findMany()).toMatchObject([{ personId: null }])
      expect(await lotse.db.person.count()).toBe(0)
      expect(lotse.logged.join()).not.toContain('Screenreader')
      await user.taps(said('danger.button.on'))
      user.sees(said('lobby.consent.ask'))
    },
  )

  test.each(['/barrier', '/barriere', '/accessibility'])(
    'behind %s in one go it is told',
    async (command) => {
      const user = createActor(lotse.world)
      await reads(user, 'de')
      await user.sends(`${command} ${TEXT}`)
      user.sees(word('barrier.sent'))
      expect(await kept()).toMatchObject([{ text: TEXT }])
    },
  )

  test('a stranger who has chosen no language is heard as well', async () => {
    const user = createActor(lotse.world)
    await user.sends('/barrier')
    await user.sends(TEXT)
    user.sees(`✅ ${i18n.t('ckb', { key: 'lobby.language.choose' }, 0)}`)
    await user.tapsData(/lo~ar~barrier-sent/)
    user.sees(i18n.t('ar', { key: 'barrier.next' }, 0))
    expect(await kept()).toMatchObject([{ text: TEXT }])
  })

  test('who chooses a language first is asked in it', async () => {
    const user = createActor(lotse.world)
    await user.sends('/barrier')
    await user.sends('Türkçe')
    user.sees(i18n.t('tr', { key: 'barrier.what' }, 0))
    expect(await kept()).toEqual([])
  })

  test.each(['Mein Mann schlägt mich', '/barrier Mein Mann schlägt mich'])(
    'a cry for help shows the numbers, and is kept: %s',
    async (text) => {
      const user = createActor(lotse.world)
      await reads(user, 'de')
      await user.sends('/barrier')
      await user.sends(text)
      user.sees('110')
      expect(await kept()).toMatchObject([{ text: 'Mein Mann schlägt mich' }])
      await user.taps(word('danger.button.not-meant'))
      user.sees(word('barrier.sent'))
    },
  )

  test('back is back, and what is typed elsewhere is no report', async () => {
    const user = createActor(lotse.world)
    await reads(user, 'de')
    await user.sends('/barrier')
    await user.sends('zurück')
    user.sees(word('lobby.consent.ask'))
    await user.sends(TEXT)
    expect(await kept()).toEqual([])
  })

  test('the notice on data leads there', async () => {
    const user = createActor(lotse.world)
    await reads(user, 'de')
    await user.taps(word('lobby.consent.button.more'))
    for (let nth = 0; nth < 6; nth++) await user.taps(word('lobby.consent.button.more'))
    user.sees(word('standing.accessibility.link'))
    await user.taps(word('barrier.title'))
    user.sees(word('barrier.what'))
  })

  test('one chat can tell five times a day, and is asked to call then', async () => {
    const user = createActor(lotse.world)
    await reads(user, 'de')
    for (let nth = 0; nth <= MOST_BARRIERS; nth++)
      await user.sends(`/barrier Knopf ${nth} ist klein`)
    user.sees(word('message.reply.enough'))
    expect(await kept()).toHaveLength(MOST_BARRIERS)
    lotse.clock.at += 86_400_001
    await user.sends(`/barrier ${TEXT}`)
    user.sees(word('barrier.sent'))
    expect(await kept()).toHaveLength(MOST_BARRIERS + 1)
  })

  test('too long a text is said to be, and nothing of it is kept', async () => {
    const user = createActor(lotse.world)
    await reads(user, 'de')
    await user.sends('/barrier')
    await user.sends('zu klein '.repeat(LONGEST_BARRIER / 8))
    user.sees(i18n.t('de', say('notice.too-long', { most: String(LONGEST_BARRIER) }), 0))
    user.sees(word('barrier.what'))
    await user.sends(TEXT)
    expect(await kept()).toMatchObject([{ text: TEXT }])
  })
})

test.each(['/barrier', '/Barriere'])('with a consent %s takes it in one go, too', async (typed) => {
  const user = createActor(lotse.world)
  await introduce(user)
  await user.sends(`${typed} ${TEXT}`)
  user.sees(word('barrier.sent'))
  await user.sends(`${typed} Mein Mann schlägt mich`)
  user.sees('110')
  expect(await kept()).toMatchObject([{ text: TEXT }, { text: 'Mein Mann schlägt mich' }])
})

test('whoever has told of many is asked to call', async () => {
  const user = createActor(lotse.world)
  await introduce(user)
  for (let nth = 0; nth <= MOST_BARRIERS; nth++) {
    await user.sends('/barrier')
    await user.sends(`Knopf ${nth} ist klein`)
  }
  user.sees(word('message.reply.enough'))
  user.sees(word('centres.person.title'))
  expect(await kept()).toHaveLength(MOST_BARRIERS)
})

test('it stands in the file of /mydata, and goes with /delete', async () => {
  const user = createActor(lotse.world)
  await introduce(user)
  await user.sends('/barrier')
  await user.sends(TEXT)
  await user.sends('/mydata')
  await user.taps('Als Datei')
  const file = user.documents().find(({ name }) => name === 'lotse.json')
  expect(JSON.parse(file?.text ?? '{}').barriers).toMatchObject([
    { text: TEXT, channel: 'telegram', settledAt: null },
  ])
  await user.sends('/delete')
  await user.taps('Ja, alles löschen')
  expect(await lotse.db.barrierReport.count()).toBe(0)
})
