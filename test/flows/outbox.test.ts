import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { enqueue } from '../../src/flows/outbox/outbox.ts'
import { FOR_UPKEEP } from '../../src/flows/query-budget.ts'
import { createTick } from '../../src/flows/upkeep/run-tick.ts'
import { chat } from '../support/chat.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

const MINUTE = 60_000

let lotse: TestLotse
const personId = 'p1'
beforeEach(async () => {
  lotse = await startLotse()
  await lotse.deps.store.people.begin(personId, chat(77), 'ar', lotse.clock.at)
})
afterEach(() => lotse.stop())

const owed = (key: string, more: object = {}) => ({
  key,
  kind: 'test',
  personId,
  payload: { code: 'x' },
  dueAt: lotse.clock.at,
  ...more,
})
const outbox = () => lotse.deps.store.outbox

describe('a message that is owed', () => {
  it('is queued once, however often it is noticed', async () => {
    expect(await enqueue(lotse.deps, owed('a'))).toBe(true)
    expect(await enqueue(lotse.deps, owed('a'))).toBe(false)
    const claimed = await outbox().claim(lotse.clock.at)
    expect(claimed).toMatchObject({
      key: 'a',
      address: chat(77),
      language: 'ar',
      payload: { code: 'x' },
    })
    await outbox().settle(claimed ?? { id: 0, attempts: 0 }, { status: 'sent' }, lotse.clock.at)
    expect(await enqueue(lotse.deps, owed('a'))).toBe(false)
    expect(await outbox().claim(lotse.clock.at)).toBeNull()
  })

  it('goes to one of two senders', async () => {
    await enqueue(lotse.deps, owed('a'))
    const claims = await Promise.all([1, 2, 3].map(() => outbox().claim(lotse.clock.at)))
    expect(claims.filter(Boolean)).toHaveLength(1)
  })

  it('waits for the next tick where the queries of one go to their end', async () => {
    for (const key of ['a', 'b', 'c']) await enqueue(lotse.deps, owed(key))
    // A look for webhooks and two messages, of four queries each, then none.
    let spare = 0
    const hold = () => {
      spare -= 4
      return () => {}
    }
    const queries = { spare: () => spare, hold }
    const tick = async () => {
      spare = FOR_UPKEEP + 34
      await createTick({ ...lotse.deps, queries }, { telegram: lotse.bot.messenger })()
    }
    const left = () =>
      lotse.db.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM "Outbox" WHERE "status" = 'queued'`)
    await tick()
    expect(await left()).toHaveLength(1)
    await tick()
    expect(await left()).toHaveLength(0)
  })

  it('waits until it is due, and the pressing one goes first', async () => {
    await enqueue(lotse.deps, owed('reminder'))
    await enqueue(lotse.deps, owed('later', { dueAt: lotse.clock.at + MINUTE }))
    await enqueue(lotse.deps, owed('offer', { rank: 0 }))
    expect((await outbox().claim(lotse.clock.at))?.key).toBe('offer')
    expect((await outbox().claim(lotse.clock.at))?.key).toBe('reminder')
    expect(await outbox().claim(lotse.clock.at)).toBeNull()
    expect(await outbox().nextDue()).toBe(lotse.clock.at + MINUTE)
  })

  it('keeps what a person wrote sealed', async () => {
    await enqueue(lotse.deps, owed('a', { text: 'Frau Amal' }))
    const rows = await lotse.db.$queryRawUnsafe<{ sealed: string }[]>(
      'SELECT "sealed" FROM "Outbox"',
    )
    expect(rows[0]?.sealed).not.toContain('Amal')
    expect((await outbox().claim(lotse.clock.at))?.text).toBe('Frau Amal')
  })

  it('comes back when its sender died, and the dead one can change nothing any more', async () => {
    await enqueue(lotse.deps, owed('a'))
    const lost = await outbox().claim(lotse.clock.at)
    lotse.clock.at += 11 * MINUTE
    expect(
      await outbox().giveBack(lotse.clock.at - 10 * MINUTE, lotse.clock.at + 10 * MINUTE),
    ).toBe(1)
    const again = await outbox().claim(lotse.clock.at)
    expect(again).toMatchObject({ key: 'a', attempts: 2 })
    await outbox().settle(lost ?? { id: 0, attempts: 0 }, { status: 'failed' }, lotse.clock.at)
    const rows = await lotse.db.$queryRawUnsafe<{ status: string }[]>(
      'SELECT "status" FROM "Outbox"',
    )
    expect(rows).toEqual([{ status: 'sending' }])
  })

  it('is forgotten with its person, and never queued for one who is gone', async () => {
    await enqueue(lotse.deps, owed('a'))
    await lotse.deps.store.forgetting.person(personId, [], 96, lotse.clock.at)
    expect(await outbox().claim(lotse.clock.at)).toBeNull()
    expect(await enqueue(lotse.deps, owed('b'))).toBe(false)
  })
})
