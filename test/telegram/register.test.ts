// What Telegram is told about the bot: once, at the pace it asks for, and on from where it stopped.
import { GrammyError } from 'grammy/web'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setUpRefused } from '../../src/flows/set-up-refused.ts'
import { unlessLately } from '../../src/flows/unless-lately.ts'
import { keepTrying } from '../../src/runtime/node/keep-trying.ts'
import { describeBot, noteBotName } from '../../src/telegram/register.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

/** An API that notes its calls, and refuses those that `refuse` says. */
function noting(
  token = '4242:test',
  refuse: (call: string, nth: number) => GrammyError | null = () => null,
) {
  const calls: string[] = []
  const call = (name: string) => async (text: unknown, more: object) => {
    const { language_code: code = '' } = more as { language_code?: string }
    calls.push(`${name} ${code}`.trim())
    const fault = refuse(name, calls.length)
    if (fault) throw fault
    return text
  }
  const api = {
    token,
    setMyCommands: call('commands'),
    setMyShortDescription: call('short'),
    setMyDescription: call('long'),
  }
  return { calls, api: api as never }
}

const refusal = (code: number, description: string, parameters = {}) =>
  new GrammyError(
    '',
    { ok: false, error_code: code, description, parameters },
    'setMyDescription',
    {},
  )

test('what has not changed is not told again; another word, or another bot, is', async () => {
  const { meta } = lotse.deps.store
  const first = noting()
  await describeBot(lotse.deps, first.api, meta)
  expect(first.calls.length).toBe(new Set(first.calls).size)
  expect(first.calls.length).toBeGreaterThan(20)
  const again = noting()
  await describeBot(lotse.deps, again.api, meta)
  expect(again.calls).toEqual([])
  const i18n = {
    ...lotse.deps.i18n,
    t: (...asked: Parameters<typeof lotse.deps.i18n.t>) =>
      asked[0] === 'tr' && asked[1].key === 'bot.description'
        ? 'Merhaba'
        : lotse.deps.i18n.t(...asked),
  }
  const changed = noting()
  await describeBot({ ...lotse.deps, i18n }, changed.api, meta)
  expect(changed.calls).toEqual(['long tr'])
  const other = noting('7:other')
  await describeBot({ ...lotse.deps, i18n }, other.api, meta)
  expect(other.calls).toHaveLength(first.calls.length)
})

test('a wait is obeyed to the second, and what was told before it is not told again', async () => {
  const { calls, api } = noting('4242:test', (_, nth) =>
    nth === 5 ? refusal(429, 'Too Many Requests: retry after 600', { retry_after: 600 }) : null,
  )
  const waits: number[] = []
  await keepTrying(
    lotse.deps,
    'describe bot',
    () => describeBot(lotse.deps, api, lotse.deps.store.meta),
    async (ms) => {
      waits.push(ms)
      return true
    },
  )
  expect(waits).toEqual([600_000])
  expect(calls.length - 1).toBe(new Set(calls).size)
  expect(calls[5]).toBe(calls[4])
  expect(await setUpRefused(lotse.deps)).toBeNull()
})

test('webhook and name are asked for once an hour at most, and at once for another address, secret or bot', async () => {
  const calls: string[] = []
  const apiOf = (token: string) => {
    const getMe = async () => {
      calls.push('name')
      return { username: 'lotse_bot' }
    }
    return { token, getMe } as never
  }
  const start = async (says: unknown, token = '4242:test') => {
    calls.length = 0
    const api = apiOf(token)
    await unlessLately(lotse.deps, 'webhook', [token, says], async () => calls.push('webhook'))
    await noteBotName(lotse.deps, api)
    return [...calls]
  }
  const told = ['https://lotse.example/telegram', 'a-secret']
  expect(await start(told)).toEqual(['webhook', 'name'])
  expect(await start(told)).toEqual([])
  expect(await start([told[0], 'another-secret'])).toEqual(['webhook'])
  expect(await start(told, '7:other')).toEqual(['webhook', 'name'])
  // What somebody else did to it in the meantime is put right by a later start.
  lotse.clock.at += 3_600_000
  expect(await start(told, '7:other')).toEqual(['webhook', 'name'])
  // A clock set back says nothing of how long ago it was.
  lotse.clock.at -= 7_200_000
  expect(await start(told, '7:other')).toEqual(['webhook', 'name'])
})

test('a webhook that was refused is asked for again', async () => {
  const refused = async () => {
    throw refusal(429, 'Too Many Requests: retry after 1', { retry_after: 1 })
  }
  await expect(unlessLately(lotse.deps, 'webhook', 'here', refused)).rejects.toThrow()
  let calls = 0
  const taken = async () => {
    calls += 1
  }
  await unlessLately(lotse.deps, 'webhook', 'here', taken)
  await unlessLately(lotse.deps, 'webhook', 'here', taken)
  expect(calls).toBe(1)
})

test('why a call was refused stands in the log and on the page until it goes through', async () => {
  let tries = 0
  const work = async () => {
    tries += 1
    if (tries < 3) throw refusal(400, 'Bad Request: bad webhook: IP address is reserved')
  }
  const kept: unknown[] = []
  await keepTrying(lotse.deps, 'register webhook', work, async () => {
    kept.push(await setUpRefused(lotse.deps))
    return true
  })
  expect(kept).toMatchObject([
    { code: 400, description: 'Bad Request: bad webhook: IP address is reserved', count: 1 },
    { count: 2 },
  ])
  expect(lotse.logged.join('\n')).toContain('"code":400')
  expect(lotse.logged.join('\n')).toContain('IP address is reserved')
  expect(await setUpRefused(lotse.deps)).toBeNull()
})
