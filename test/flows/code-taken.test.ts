import { afterEach, beforeEach, expect, it } from 'vitest'
import { chat } from '../support/chat.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

it('one code is given to one request, and the second is told that it is taken', async () => {
  const { store } = lotse.deps
  const request = (id: string, personId: string) => ({
    ...{ id, personId, version: 0, input: null, questionnaire: 1, ref: 'HO-2222' },
    ...{ talk: { answers: {}, place: { at: 'sent' } as const, trail: [] }, secrets: {} },
    ...{ callBack: null, source: null, centre: 'hochfeld', counsellor: null, urgency: null },
    ...{ submitted: true, given: [], isNews: false, owesNotice: false, counts: [] },
    now: lotse.clock.at,
  })
  const [ada, bo] = ['p-1', 'p-2']
  await store.people.begin(ada, chat(1001), 'de', lotse.clock.at)
  await store.people.begin(bo, chat(1002), 'de', lotse.clock.at)
  expect(await store.talks.save(request('i-1', ada))).toBe('saved')
  expect(await store.talks.save(request('i-2', bo))).toBe('code-taken')
  expect(await store.talks.save({ ...request('i-2', bo), ref: 'HO-2223' })).toBe('saved')
  expect(await store.talks.save(request('i-1', ada))).toBe('stale')
})
