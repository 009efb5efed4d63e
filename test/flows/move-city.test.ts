import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { layMadeUp } from '../../src/flows/upkeep/made-up.ts'
import { exportCity, importCity } from '../../src/flows/upkeep/move-city.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore } from '../../src/store/store.ts'
import { createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara } from '../support/talks.ts'

let lotse: TestLotse
let lines: string[]
beforeEach(async () => {
  lotse = await startLotse()
  await lotse.deps.store.meta.knowsKey()
  await bookSara(createActor(lotse.world))
  lines = (await exportCity(lotse.deps)).lines
})
afterEach(() => lotse.stop())

describe('an exported city', () => {
  it('is the same text as long as nothing happens', async () => {
    expect((await exportCity(lotse.deps)).lines).toEqual(lines)
  })

  it('tells no chat and nothing that is sealed', () => {
    const text = lines.join('\n')
    expect(text).toContain('"Person"')
    for (const { chat } of lotse.world.chats.all()) expect(text).not.toContain(String(chat.id))
    expect(text).not.toContain(lotse.dataKey)
  })

  it('is not taken into a database that is used', async () => {
    expect(await importCity(lotse.deps, lines)).toEqual({ not: 'in-use' })
  })

  it('that was cut off halfway is not ready, and is taken in when it comes again', async () => {
    const { copies, meta } = lotse.deps.store
    const cut = copies.bringingIn(async () => {
      await copies.clear('Intake')
      throw new Error('killed')
    })
    await expect(cut).rejects.toThrow('killed')
    expect(await meta.notReady()).toEqual({ why: 'unfinished', names: [] })
    expect(await importCity(lotse.deps, lines)).toMatchObject({ rows: expect.any(Number) })
    expect(await meta.notReady()).toBeNull()
    expect((await exportCity(lotse.deps)).lines).toEqual(lines)
  })

  it('of a demo loses what the demo has made up of who counsels', async () => {
    const { deps } = lotse
    await layMadeUp({ ...deps, config: { ...deps.config, mode: 'demo' } }, null)
    const made = (await exportCity(deps)).lines
    expect(made.join('\n')).toContain('Beispiel-Pool')
    const { copies } = deps.store
    const cut = copies.bringingIn(() => Promise.reject(new Error('killed')))
    await expect(cut).rejects.toThrow('killed')
    expect(await importCity(deps, made)).toMatchObject({ rows: expect.any(Number) })
    expect((await exportCity(deps)).lines.join('\n')).not.toContain('Beispiel-Pool')
  })

  it('is not taken in when a line was changed or is gone', async () => {
    const changed = lines.map((line) => line.replace('hochfeld', 'hamborn'))
    expect(await importCity(lotse.deps, changed)).toEqual({ not: 'damaged' })
    expect(await importCity(lotse.deps, lines.toSpliced(3, 1))).toEqual({ not: 'damaged' })
  })

  it('is not taken in under another key', async () => {
    const other = await createSeal(Buffer.alloc(32, 7).toString('base64'))
    const deps = { ...lotse.deps, store: createStore(lotse.db, other) }
    expect(await importCity(deps, lines)).toEqual({ not: 'other-key' })
  })
})
