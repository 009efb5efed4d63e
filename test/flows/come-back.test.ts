import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TRIES_OF_NETWORK } from '../../src/domain/people/allowance.ts'
import { DIGITS, pinText, readPin } from '../../src/domain/people/pin.ts'
import { currentCity } from '../../src/flows/city.ts'
import { createConversation } from '../../src/flows/conversation/conversation.ts'
import { comeBack } from '../../src/flows/return/come-back.ts'
import { anotherPin, pinFor } from '../../src/flows/return/pin.ts'
import { eraseDue } from '../../src/flows/upkeep/erase-due.ts'
import { rotateKeys } from '../../src/flows/upkeep/rotate-keys.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore } from '../../src/store/store.ts'
import { createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { agreed, books, createPage, does, type Page } from '../support/page.ts'
import { bookSara } from '../support/talks.ts'

const HOUR = 3_600_000
const key = randomBytes(32).toString('base64')

let lotse: TestLotse
let addresses = 0
beforeEach(async () => {
  lotse = await startLotse({ dataKey: key })
})
afterEach(() => lotse.stop())

const rows = (sql: string) => lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(sql)

async function booked(id = 'first-phone'): Promise<Page> {
  const page = await agreed(createConversation(lotse.deps), id)
  await books(page)
  return page
}

/** Code and PIN as they stand on the latest screen. */
function shownOn(page: Page): { code: string; pin: string } {
  const [code = '', pin = ''] = page
    .latest()
    .lines.flatMap((line) => ('mono' in line ? [line.mono] : []))
    .filter((mono) => /^(\w{3}-\w{3}|\d{3} \d{3} \d{3})$/.test(mono))
  return { code, pin: readPin(pin) ?? '' }
}

const wrong = (pin: string) => String((Number(pin) + 1) % 10 ** DIGITS).padStart(DIGITS, '0')

/** A try from a network, at an address that is new. */
function tries(code: string, pin: string, network = 'home', deps = lotse.deps) {
  const address = { channel: 'web', id: `new-${++addresses}` } as const
  return comeBack(deps, { code, pin, network, address })
}

/** What somebody sees who opens Lotse at the address of the latest try. */
async function opens(): Promise<Page> {
  const page = createPage(createConversation(lotse.deps), `new-${addresses}`)
  await page.send({ kind: 'command', command: 'appointment' })
  return page
}

describe('who comes back by code and PIN', () => {
  it('has their appointment on another device, and can go on with it', async () => {
    const first = await booked()
    const { code, pin } = shownOn(first)
    expect(await tries(code, pin)).toEqual({ of: 'in', language: 'de' })
    const second = await opens()
    expect(second.latest().id).toBe('appointment')
    expect(shownOn(second)).toEqual({ code, pin })
    await second.press(does('cancel'))
    await second.press(does('cancel-yes'))
    expect(second.latest().id).toBe('appointment.none')
    await first.send({ kind: 'command', command: 'appointment' })
    expect(first.latest().id).toBe('appointment.none')
    await second.send({ kind: 'tap', tap: { do: 'wait' } })
    expect(second.latest().id).toMatch(/^wish/)
    await second.send({ kind: 'command', command: 'mydata' })
    expect(second.latest().id).toBe('my-data')
    await second.send({ kind: 'tap', tap: { do: 'delete-yes' } })
    expect(await rows('SELECT "id" FROM "Person"')).toEqual([])
    expect(await rows('SELECT "key" FROM "Address"')).toEqual([])
  })

  it('comes alone where several stand behind the first address, and as who they are there', async () => {
    const page = await booked()
    const own = shownOn(page)
    await page.send({ kind: 'tap', tap: { do: 'bring', relation: 'child' } })
    await page.send({ kind: 'tap', tap: { do: 'vouch', relation: 'child' } })
    await page.send({ kind: 'text', text: 'Lina' })
    await books(page, 'last')
    const child = shownOn(page)
    expect(child.code).not.toBe(own.code)
    expect(child.pin).not.toBe(own.pin)
    expect(await tries(child.code, own.pin)).toEqual({ of: 'wrong' })
    expect((await tries(child.code, child.pin)).of).toBe('in')
    const back = await opens()
    expect(shownOn(back)).toEqual(child)
    const behind = await rows(
      `SELECT "relation" FROM "Address" ORDER BY "createdAt" DESC, "rowid" DESC LIMIT 1`,
    )
    expect(behind).toEqual([{ relation: 'child' }])
    await back.send({ kind: 'tap', tap: { do: 'people' } })
    expect(back.taps(back.latest()).filter(does('for'))).toHaveLength(0)
  })

  it('asks for another PIN, and the old one is over', async () => {
    const page = await booked()
    const before = shownOn(page)
    await page.press((tap) => tap.do === 'open' && tap.page === 'appointment-more')
    await page.press(does('new-pin'))
    const after = shownOn(page)
    expect(after.code).toBe(before.code)
    expect(after.pin).not.toBe(before.pin)
    expect(page.latest().lines[0]).toEqual({ text: { key: 'return.another' } })
    expect(await tries(before.code, before.pin)).toEqual({ of: 'wrong' })
    expect((await tries(after.code, after.pin)).of).toBe('in')
  })

  it('with another PIN knows only the page it was asked for on, and leaves whom they stood beside', async () => {
    const family = await booked()
    await family.send({ kind: 'tap', tap: { do: 'bring', relation: 'child' } })
    await family.send({ kind: 'tap', tap: { do: 'vouch', relation: 'child' } })
    await family.send({ kind: 'text', text: 'Lina' })
    await books(family, 'last')
    const child = shownOn(family)
    await tries(child.code, child.pin)
    const stranger = await opens()
    await tries(child.code, child.pin)
    const own = await opens()
    await own.press((tap) => tap.do === 'open' && tap.page === 'appointment-more')
    await own.press(does('new-pin'))
    expect(shownOn(own).pin).not.toBe(child.pin)
    await stranger.send({ kind: 'command', command: 'appointment' })
    expect(stranger.latest().id).toMatch(/^(lobby|languages)/)
    await family.send({ kind: 'command', command: 'appointment' })
    expect(shownOn(family).code).not.toBe(child.code)
    expect(family.latest().id).toBe('appointment')
    expect(await rows(`SELECT "key" FROM "Address" WHERE "channel" = 'web'`)).toHaveLength(2)
  })
})

describe('nothing is given out', () => {
  it('to a wrong PIN, an unknown code, and a request of a chat: one answer, as many statements', async () => {
    const { code, pin } = shownOn(await booked())
    await bookSara(createActor(lotse.world, { name: 'Sara' }))
    const [chat] = await rows(`SELECT i."ref", p."id" FROM "Intake" i JOIN "Person" p ON
      p."id" = i."personId" JOIN "Address" a ON a."personId" = p."id" AND a."channel" = 'telegram'`)
    const [ref, id] = [String(chat?.['ref']), String(chat?.['id'])]
    const inChat = await pinFor(lotse.deps, id, 0)
    const costs: number[] = []
    for (const [tried, digits, client] of [
      [code, wrong(pin), 'a'],
      ['777-777', pin, 'b'],
      [ref, inChat, 'c'],
    ] as const) {
      const before = lotse.count.statements
      expect(await tries(tried, digits, client)).toEqual({ of: 'wrong' })
      costs.push(lotse.count.statements - before)
    }
    expect(costs[0]).toBeGreaterThan(2)
    expect(costs).toEqual([costs[0], costs[0], costs[0]])
    expect(await rows(`SELECT "key" FROM "Address" WHERE "channel" = 'web'`)).toHaveLength(1)
  })

  it('a chat shows no PIN, and no way to another one', async () => {
    const sara = createActor(lotse.world, { name: 'Sara' })
    await bookSara(sara)
    const [{ id } = {}] = await rows('SELECT "id" FROM "Person"')
    const pin = await pinFor(lotse.deps, String(id), 0)
    await sara.sends('/appointment')
    await sara.sends('/mydata')
    await sara.tapsData(/~ex/)
    const sent = JSON.stringify(lotse.world.calls())
    expect(sent).not.toContain(pin)
    expect(sent).not.toContain(`${pinText(pin)}`)
    expect(sent).not.toContain('np')
  })

  it('no PIN, no client and no code is kept, exported or logged', async () => {
    const page = await booked()
    const { code, pin } = shownOn(page)
    await tries(code, wrong(pin), '203.0.113.7')
    await tries('777-777', pin, '203.0.113.7')
    await tries(code, pin, '203.0.113.7')
    const tables = await rows(`SELECT "name" FROM sqlite_schema WHERE "type" = 'table'`)
    const kept: string[] = []
    for (const { name } of tables) {
      if (String(name).startsWith('_cf_')) continue
      kept.push(JSON.stringify(await rows(`SELECT * FROM "${name}"`)))
    }
    const held = await lotse.deps.store.holdings.of(
      String((await rows('SELECT "id" FROM "Person"'))[0]?.['id']),
    )
    const all = [...kept, JSON.stringify(held), ...lotse.logged].join('\n')
    expect(all).not.toContain('203.0.113.7')
    expect(all).not.toContain('777-777')
    expect(all).not.toMatch(new RegExp(`(?<![\\d])${pin}(?![\\d])`))
    expect(JSON.stringify(held)).not.toContain('pin')
  })

  it('to whose request was erased in this very moment', async () => {
    const { code, pin } = shownOn(await booked())
    const { find } = lotse.deps.store.returns
    lotse.deps.store.returns.find = async (ref) => {
      const found = await find(ref)
      await lotse.db.person.deleteMany({})
      return found
    }
    expect(await tries(code, pin)).toEqual({ of: 'wrong' })
    expect(await rows('SELECT "key" FROM "Address"')).toEqual([])
  })
})

describe('guessing', () => {
  const { most, every } = TRIES_OF_NETWORK
  const guesses = async (code: string, pin: string, network: string, deps = lotse.deps) => {
    for (let i = 0; i < most; i++) {
      expect(await tries(code, pin, network, deps)).toEqual({ of: 'wrong' })
    }
  }

  it('at one code from a network waits after five, and keeps out nobody who comes from another', async () => {
    const { code, pin } = shownOn(await booked())
    await guesses(code, wrong(pin), 'theirs')
    expect(await tries(code, pin, 'theirs')).toEqual({ of: 'wait', ms: every })
    expect(await tries('777-777', pin, 'theirs')).toEqual({ of: 'wrong' })
    expect((await tries(code, pin, 'home')).of).toBe('in')
    lotse.clock.at += every - 1
    expect(await tries(code, pin, 'theirs')).toEqual({ of: 'wait', ms: 1 })
    lotse.clock.at += 1
    expect((await tries(code, pin, 'theirs')).of).toBe('in')
    // Counting begins anew there.
    await guesses(code, wrong(pin), 'theirs')
  })

  it('goes on from hundreds of networks for three days, and the owner comes in whenever they try', async () => {
    const { code, pin } = shownOn(await booked())
    for (let hour = 0; hour < 72; hour += 6) {
      for (let i = 0; i < 12; i++) await tries(code, wrong(pin), `network ${i}`)
      expect([hour, (await tries(code, pin, `home ${hour}`)).of]).toEqual([hour, 'in'])
      expect((await tries(code, pin, 'always the same')).of).toBe('in')
      lotse.clock.at += 6 * HOUR
    }
  })

  it('at a code that is nobody’s waits just so, so that waiting tells nothing', async () => {
    await booked()
    await guesses('777-777', '000000000', 'home')
    expect(await tries('777-777', '000000000', 'home')).toEqual({ of: 'wait', ms: every })
  })

  it('costs a network nothing where it was right', async () => {
    const { code, pin } = shownOn(await booked())
    for (let i = 0; i < 40; i++) expect((await tries(code, pin, 'shelter')).of).toBe('in')
    expect(await tries(code, wrong(pin), 'shelter')).toEqual({ of: 'wrong' })
  })

  it('is counted together by two processes, also at the same moment', async () => {
    const { code, pin } = shownOn(await booked())
    const store = createStore(lotse.db, await createSeal(key))
    const other = { ...lotse.deps, store }
    const all = await Promise.all(
      Array.from({ length: 24 }, (_, i) =>
        tries(code, wrong(pin), 'theirs', i % 2 === 0 ? other : lotse.deps),
      ),
    )
    expect(all.filter(({ of }) => of === 'wrong').length).toBeLessThanOrEqual(most)
    for (let i = 0; i < most; i++) await tries(code, wrong(pin), 'theirs', other)
    expect(await tries(code, pin, 'theirs')).toEqual({ of: 'wait', ms: every })
    expect(await tries(code, pin, 'theirs', other)).toEqual({ of: 'wait', ms: every })
  })

  it('at the same moment from many networks costs the owner no round', async () => {
    const { code, pin } = shownOn(await booked())
    const [own, ...others] = await Promise.all([
      tries(code, pin, 'home'),
      ...Array.from({ length: 40 }, (_, i) => tries(code, wrong(pin), `network ${i}`)),
    ])
    expect(own?.of).toBe('in')
    expect(new Set(others.map(({ of }) => of))).toEqual(new Set(['wrong']))
  })

  it.each([
    ['loses an hour', '2026-03-29T01:30+01:00'],
    ['gains an hour', '2026-10-25T02:30+02:00'],
    ['ends at midnight', '2026-12-24T23:30+01:00'],
  ])('waits two hours on the night that %s', async (_which, night) => {
    lotse.clock.at = Date.parse(night)
    await guesses('777-777', '000000000', 'home')
    expect(await tries('777-777', '000000000')).toEqual({ of: 'wait', ms: every })
    lotse.clock.at += every
    expect(await tries('777-777', '000000000')).toEqual({ of: 'wrong' })
  })

  it('is forgotten in the night after it counts no more', async () => {
    await tries('777-777', '000000000')
    const count = async () => (await rows('SELECT "key" FROM "CountedTry"')).length
    await eraseDue(lotse.deps, await currentCity(lotse.deps))
    expect(await count()).toBe(1)
    lotse.clock.at += every + 1
    await eraseDue(lotse.deps, await currentCity(lotse.deps))
    expect(await count()).toBe(0)
  })
})

describe('a PIN', () => {
  it('stays the same through a new key of the data, until the older one is gone and after', async () => {
    const { code, pin } = shownOn(await booked())
    const second = randomBytes(32).toString('base64')
    for (const keys of [`2:${second},1:${key}`, `2:${second}`]) {
      lotse.deps.store = createStore(lotse.db, await createSeal(keys))
      await rotateKeys(lotse.deps)
      expect((await tries(code, pin)).of).toBe('in')
    }
  })

  it('is one for two who begin at the same moment, and none for somebody who is gone', async () => {
    const other = { ...lotse.deps, store: createStore(lotse.db, await createSeal(key)) }
    const [one, two] = await Promise.all([pinFor(lotse.deps, 'p', 0), pinFor(other, 'p', 0)])
    expect(one).toBe(two)
    const nowhere = { channel: 'web', id: 'nowhere' } as const
    expect(await anotherPin(lotse.deps, 'nobody', nowhere)).toEqual({})
  })

  it('is made again after its secret could not be read once', async () => {
    const { meta } = lotse.db
    const before = await pinFor(lotse.deps, 'p', 0)
    await meta.updateMany({ where: { key: 'pin-secret' }, data: { value: 'broken' } })
    const store = createStore(lotse.db, await createSeal(key))
    await expect(pinFor({ ...lotse.deps, store }, 'p', 0)).rejects.toThrow('sealed')
    await meta.deleteMany({ where: { key: 'pin-secret' } })
    expect(await pinFor({ ...lotse.deps, store }, 'p', 0)).not.toBe(before)
  })
})
