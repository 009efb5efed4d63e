// A trial without real people says so before anything is asked, in each language, and also to whoever listens.

import { afterEach, expect, test } from 'vitest'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { giveVoice } from '../support/voices.ts'

let lotse: TestLotse
let user: Actor
afterEach(() => lotse.stop())

async function opens(settings: Record<string, string>, without?: readonly string[]) {
  lotse = await startLotse({ settings })
  if (without) await giveVoice(lotse.db, lotse.deps, 'de', { without })
  user = createActor(lotse.world)
  await user.sends('/start')
}
const sentence = (language: string) => lotse.deps.i18n.t(language, { key: 'facts.trial' }, 0)
const heard = () => user.messages().filter(({ voice, from }) => voice !== undefined && from.is_bot)

test('the first thing that is read, before the consent, is that it is a trial', async () => {
  await opens({ TRIAL: 'yes' })
  await user.taps('Deutsch')
  const text = user.messages().at(-1)?.text ?? ''
  expect(text.startsWith(sentence('de'))).toBe(true)
  expect(text).toContain('Telegram')
  await user.taps(lotse.deps.i18n.t('de', { key: 'lobby.consent.button.languages' }, 0))
  await user.taps('العربية')
  user.sees(sentence('ar'))
})

test('whoever cannot read hears it, and the consent after it', async () => {
  await opens({ TRIAL: 'yes' }, [])
  await user.taps('Deutsch')
  await user.taps(lotse.deps.i18n.t('de', { key: 'questions.needs.option.cannot-read' }, 0))
  expect(heard()).toHaveLength(1)
})

test('where nobody has read the sentence aloud, the consent is not heard without it', async () => {
  await opens({ TRIAL: 'yes' }, ['facts.trial'])
  await user.taps('Deutsch')
  await user.taps(lotse.deps.i18n.t('de', { key: 'questions.needs.option.cannot-read' }, 0))
  expect(heard()).toEqual([])
})

test('where people come, nothing of it is said', async () => {
  await opens({})
  await user.taps('Deutsch')
  expect(user.messages().some(({ text }) => text?.includes(sentence('de')))).toBe(false)
})
