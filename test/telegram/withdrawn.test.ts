import { afterEach, expect, it } from 'vitest'
import { createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara, lookAtAgreed, ownAnswers } from '../support/talks.ts'

let lotse: TestLotse
afterEach(() => lotse.stop())

it('what was agreed to or taken back stands on the page at once', async () => {
  lotse = await startLotse()
  const user = createActor(lotse.world)
  await bookSara(user, '2026-03-25')
  const { i18n } = lotse.deps
  const purpose = i18n.t('de', { key: 'pages.my-data.reminders' }, 0)
  const lists = () =>
    (user.screen()?.text ?? '').split('\n').filter((one) => one.includes(purpose)).length
  await lookAtAgreed(user)
  expect(lists()).toBe(1)
  await user.tapsData(/~wd~reminders/)
  expect(lists()).toBe(0)
  await user.tapsData(/~re$/)
  expect(lists()).toBe(1)
  await lookAtAgreed(user)
  expect(lists()).toBe(1)
})

it('what is asked of one’s own accord is not kept once that was withdrawn, by no way back', async () => {
  lotse = await startLotse()
  const user = createActor(lotse.world)
  await bookSara(user)
  await user.tapsData('1~de')
  await user.tapsData('1~dy')
  user.sees('Wie dürfen wir Sie nennen?')
  await lookAtAgreed(user)
  await user.tapsData('1~wd~details')
  const ways = ['1~bk', '1~bk', '1~an~age~18-26', '1~sk~alias', '1~an~needs~wheelchair']
  for (const way of ways) {
    await user.tapsData(way)
    await user.sends('Sara')
  }
  const [kept] = await lotse.db.$queryRawUnsafe<{ talk: string; sealed: string | null }[]>(
    'SELECT "talk", "sealed" FROM "Intake"',
  )
  expect(kept?.sealed).toBeNull()
  const { answers } = JSON.parse(kept?.talk ?? '') as { answers: object }
  expect(Object.keys(answers).sort()).toEqual(['district', 'spoken', 'topics', 'urgent'])
  // Whoever agrees again can say it.
  await user.tapsData('1~de')
  await user.tapsData('1~dy')
  await user.sends('Sara')
  expect(await ownAnswers(user)).toContain('Sara')
})
