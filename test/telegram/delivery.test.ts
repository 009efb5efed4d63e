import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createActor } from '../support/actor.ts'
import { SECRET, startLotse, type TestLotse } from '../support/lotse.ts'
import { runs } from '../support/runs.ts'
import { bookSara, introduce, reachTimes } from '../support/talks.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const post = (body: unknown, secret: string | null = SECRET) =>
  lotse.app.request('/telegram', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(secret === null ? {} : { 'X-Telegram-Bot-Api-Secret-Token': secret }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

describe('an update', () => {
  it.each([null, '', 'wrong', `${SECRET}x`])('is refused with the secret %j', async (secret) => {
    const response = await post({ update_id: 1 }, secret)
    expect(response.status).toBe(401)
  })

  it.each(['', 'no json', '[]', '{}', '{"update_id":"1"}', '{"update_id":-1}', 'null'])(
    'that is malformed (%s) gets a clear answer',
    async (body) => {
      const response = await post(body)
      expect(response.status).toBe(400)
      expect(await response.json()).toEqual({ error: 'malformed-update' })
    },
  )

  it.each([
    [{ callback_query: { id: 'a', from: { id: 7 }, data: 5 } }, 'callback_query.data'],
    [{ callback_query: {} }, 'callback_query.id'],
    [{ my_chat_member: {} }, 'my_chat_member.chat'],
    [{ message: { message_id: 1, chat: { type: 'private' } } }, 'message.chat.id'],
    [{ message: { message_id: 1, chat: { id: 7, type: 'private' }, text: [] } }, 'message.text'],
    [{ edited_message: null }, 'edited_message'],
  ])('of another form than Telegram’s (%j) is let go with one line', async (rest, path) => {
    const response = await post({ update_id: 1, ...rest })
    expect(response.status).toBe(200)
    const lines = lotse.logged.filter((line) => /"level":"(warn|error)"/.test(line))
    expect(lines).toEqual([expect.stringContaining(`"event":"malformed update","path":"${path}"`)])
    expect(lotse.world.calls().filter((call) => call.method !== 'setWebhook')).toEqual([])
  })

  it('that is too large is refused before it is read', async () => {
    const response = await post({ update_id: 1, message: { text: 'x'.repeat(300_000) } })
    expect(response.status).toBe(413)
  })

  it('of any shape is let go or answered, never a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.object(), async (update_id, rest) => {
        const response = await post({ ...rest, update_id })
        expect(response.status).toBe(200)
      }),
      { numRuns: runs(200) },
    )
  })

  it('delivered again changes nothing and sends nothing', async () => {
    const user = createActor(lotse.world)
    await bookSara(user)
    const calls = lotse.world.calls().length
    await lotse.world.delivery.again()
    expect(lotse.world.calls()).toHaveLength(calls)
    const rows = await lotse.db.$queryRawUnsafe<unknown[]>('SELECT 1 FROM "Booking"')
    expect(rows).toHaveLength(1)
  })

  it('whose answer got lost is answered again, and decided only once', async () => {
    const user = createActor(lotse.world)
    await reachTimes(user)
    await user.tapsData(/~tm~hochfeld/)
    lotse.world.faults.add({ method: 'editMessageText', times: 1, drop: 'before' })
    await user.tapsData(/~bo~/)
    user.sees('Ihr Termin steht fest')
    expect(user.documents()).toHaveLength(1)
    const rows = await lotse.db.$queryRawUnsafe<unknown[]>('SELECT 1 FROM "Booking"')
    expect(rows).toHaveLength(1)
  })

  it('whose answer arrived unseen is not stuck on "message is not modified"', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    lotse.world.faults.add({ method: 'editMessageText', times: 1, drop: 'after' })
    await user.taps('Nicht dringend')
    user.sees('Worum geht es?')
    await user.taps('Wohnung')
    user.sees('Wo wohnen Sie?')
  })

  it.each([429, 500])('is delivered again when Telegram answers %i', async (status) => {
    const user = createActor(lotse.world)
    await introduce(user)
    lotse.world.faults.add({ method: 'editMessageText', times: 1, status, retryAfter: 1 })
    await user.taps('Nicht dringend')
    user.sees('Worum geht es?')
  })

  it('of a person who blocks the bot meanwhile is let go and noted', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    lotse.world.faults.add({
      method: 'editMessageText',
      times: 1,
      status: 403,
      description: 'Forbidden: bot was blocked by the user',
    })
    await user.taps('Nicht dringend')
    const rows = await lotse.db.$queryRawUnsafe<unknown[]>('SELECT "unreachable" FROM "Person"')
    expect(rows).toEqual([{ unreachable: 'blocked' }])
  })

  it('that meets a fault is answered kindly, in the language of the person, with a number', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    lotse.disk.broken = true
    await user.taps('Nicht dringend')
    user.sees('Das hat nicht geklappt')
    user.sees('Worum geht es?')
    // Below what said that it failed.
    expect(user.messages().at(-1)?.text).toContain('Worum geht es?')
    expect(lotse.disk.broken).toBe(false)
    expect(lotse.logged.filter((line) => line.includes('"error"'))).toHaveLength(1)
  })
})
