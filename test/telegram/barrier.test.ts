// A barrier told of in the chat: sealed, with nobody's request, theirs to see and to delete.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { MOST_BARRIERS } from '../../src/domain/people/barrier-report.ts'
import { createActor } from '../support/actor.ts'
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

test('before the consent nothing is kept: it says where to tell', async () => {
  const user = createActor(lotse.world)
  await user.sends('/start')
  await user.taps('Deutsch')
  await user.sends('/barrier')
  user.sees(word('standing.accessibility.tell'))
  await user.sends(TEXT)
  expect(await kept()).toEqual([])
  expect(await lotse.db.person.count()).toBe(0)
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
