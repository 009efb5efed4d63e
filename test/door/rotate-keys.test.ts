import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currentCity } from '../../src/flows/city.ts'
import { rotateKeys, rotateWhenAsked } from '../../src/flows/upkeep/rotate-keys.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { SEALED } from '../../src/store/keys.ts'
import { createStore } from '../../src/store/store.ts'
import { createActor } from '../support/actor.ts'
import { chat } from '../support/chat.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { readsNow } from '../support/reads.ts'
import { bookSara, introduce } from '../support/talks.ts'

const newKey = () => randomBytes(32).toString('base64')
const first = newKey()
const second = newKey()

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse({ dataKey: first })
})
afterEach(() => lotse.stop())

/** As a new process: the same database, other keys. */
async function restart(dataKey: string): Promise<boolean> {
  lotse.deps.store = createStore(lotse.db, await createSeal(dataKey))
  return lotse.deps.store.meta.knowsKey()
}

async function oldTexts(): Promise<number> {
  let found = 0
  for (const [table, column] of SEALED) {
    const rows = await lotse.db.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "${table}" WHERE "${column}" LIKE '1.%'`,
    )
    found += rows.length
  }
  return found
}

describe('a new key', () => {
  it('is named by the schema for every column that holds sealed text', () => {
    const sql = readdirSync('prisma/migrations')
      .map((name) => readFileSync(`prisma/migrations/${name}`, 'utf8'))
      .join('\n')
    const columns = [...sql.matchAll(/CREATE TABLE "(\w+)" \(([\s\S]*?)\n\);/g)].flatMap(
      ([, table, body]) =>
        [...(body ?? '').matchAll(/"(sealed\w*|\w+Sealed)" TEXT/g)].map(
          ([, column]) => `${table}.${column}`,
        ),
    )
    const added = [...sql.matchAll(/ALTER TABLE "(\w+)" ADD COLUMN "(sealed\w*)"/g)].map(
      ([, table, column]) => `${table}.${column}`,
    )
    expect(SEALED.map((both) => both.join('.')).sort()).toEqual([...columns, ...added].sort())
  })

  it('takes over while people go on, and the older one can go', async () => {
    await lotse.deps.store.meta.knowsKey()
    const sara = createActor(lotse.world, { name: 'Sara' })
    const azad = createActor(lotse.world, { name: 'Azad' })
    await bookSara(sara)
    await introduce(azad)
    await azad.taps('Nicht dringend')
    await sara.sends('/barrier')
    await sara.sends('Der Text ist zu lang')
    expect(await restart(`2:${second},1:${first}`)).toBe(true)
    expect(await oldTexts()).toBe(3)
    const [rotated] = await Promise.all([rotateKeys(lotse.deps), azad.taps('Wohnung')])
    // With the older key of the audit, which is kept sealed.
    expect(rotated).toBe(4)
    expect(await oldTexts()).toBe(0)
    expect(await restart(`2:${second}`)).toBe(true)
    await azad.taps('Mitte')
    azad.sees('Sprache')
    await sara.sends('/appointment')
    sara.sees('RSC Hochfeld')
    const [report] = await lotse.deps.store.barriers.list(9)
    expect(report?.text).toBe('Der Text ist zu lang')
  })

  it('goes on where a kill cut it off', async () => {
    await lotse.deps.store.meta.knowsKey()
    const seal = await createSeal(first)
    for (let i = 0; i < 250; i++) {
      await lotse.deps.store.people.begin(`p${i}`, chat(900_000 + i), 'de', lotse.clock.at)
    }
    expect(seal.newest.prefix).toBe('1.')
    await restart(`2:${second},1:${first}`)
    expect(await lotse.deps.store.keys.rotateSome()).toBe(101)
    await restart(`2:${second},1:${first}`)
    await rotateWhenAsked(lotse.deps, await currentCity(lotse.deps), await readsNow(lotse.deps))
    expect(await oldTexts()).toBe(0)
    const times = { since: 0, writtenSince: 0, now: lotse.clock.at }
    const found = await lotse.deps.store.talks.load('duisburg', chat(900_249), 'telegram:1', times)
    expect(found.person?.id).toBe('p249')
  })

  it('leaves several people behind one chat, each found and called as before', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.sends('/help')
    await user.taps('Für jemand anderen')
    await user.taps('Mein Kind')
    await user.taps('Ja, sie stimmt zu')
    await user.sends('Amina')
    await restart(`2:${second},1:${first}`)
    await rotateKeys(lotse.deps)
    expect(await oldTexts()).toBe(0)
    await restart(`2:${second}`)
    await user.sends('/help')
    user.sees('Person: Amina')
    await user.taps('Andere Person')
    await user.taps('Ich selbst')
    user.sees('Person: 🙋 Ich selbst')
  })

  it('finds somebody who agrees again in the middle of it, once', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await lotse.db.$executeRawUnsafe(`UPDATE "Consent" SET "textHash" = 'an older text'`)
    await restart(`2:${second},1:${first}`)
    await user.sends('/start')
    await user.taps('Ich stimme zu')
    user.sees('Ist es dringend?')
    await rotateKeys(lotse.deps)
    expect(await lotse.db.$queryRawUnsafe<unknown[]>('SELECT 1 FROM "Person"')).toHaveLength(1)
  })

  it('is refused where it is another one, and where the older one is still needed', async () => {
    await lotse.deps.store.meta.knowsKey()
    expect(await restart(newKey())).toBe(false)
    expect(await restart(`2:${second}`)).toBe(false)
    expect(await restart(first)).toBe(true)
  })

  it('must have a name of its own', async () => {
    await expect(createSeal(`${first},${second}`)).rejects.toThrow('two keys of the same name')
    await expect(createSeal(`1:${first},2:${second},3:${first}`)).rejects.toThrow('one or two')
    await expect(createSeal('short')).rejects.not.toThrow('short')
  })
})
