// What breaks under Lotse: the disk, the database, Telegram, the clock. Nothing is lost, and the
// log says what it was.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readConfig } from '../../src/config/settings.ts'
import { openDeps } from '../../src/runtime/node/deps.ts'
import { createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { migrate } from '../support/migrate-file.ts'
import { bookSara, introduce, reachTimes } from '../support/talks.ts'

let folder: string
let lotse: TestLotse
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-faults-'))
  lotse = await startLotse()
})
afterEach(async () => {
  await lotse.stop()
  rmSync(folder, { recursive: true, force: true })
})

const errors = () => lotse.logged.filter((line) => line.includes('"level":"error"'))
const bookings = () => lotse.db.$queryRawUnsafe<unknown[]>('SELECT * FROM "Booking"')

describe('a disk that is full', () => {
  it('is told kindly, stands in the log, and the talk goes on once there is room', async () => {
    const user = createActor(lotse.world)
    await reachTimes(user)
    await user.tapsData(/~tm~hochfeld/)
    const [size] = await lotse.db.$queryRawUnsafe<{ page_count: bigint }[]>('PRAGMA page_count')
    await fill(Number(size?.page_count))
    // What is left inside the pages is used up by people who come meanwhile.
    for (let i = 0; i < 100 && errors().length === 0; i++) {
      await introduce(createActor(lotse.world, { name: `Gast ${i}` })).catch(() => {})
    }
    expect(errors()[0]).toMatch(/update failed.*faultId/)
    await user.tapsData(/~bo~/)
    await lotse.db.$queryRawUnsafe('PRAGMA max_page_count = 1000000')
    await user.tapsData(/~bo~/).catch(() => lotse.world.delivery.again())
    await user.sends('/appointment')
    user.sees('Ihr Termin steht fest')
    expect(await bookings()).toHaveLength(1)
  })

  it('does not say that a press failed that was carried out and answered', async () => {
    const user = createActor(lotse.world)
    await bookSara(user)
    vi.spyOn(lotse.deps.store.told, 'note').mockRejectedValue(new Error('disk is full'))
    await user.tapsData(/~ca$/)
    await user.tapsData(/~cy~/)
    user.sees('Ihr Termin ist abgesagt')
    expect(user.messages().at(-1)?.text).toContain('Ihr Termin ist abgesagt')
    expect(errors().every((line) => line.includes('chat not corrected'))).toBe(true)
    expect(errors()).not.toEqual([])
  })

  it('shows nothing twice that it could not note', async () => {
    const { inputs } = lotse.deps.store
    const full = vi.spyOn(inputs, 'markAnswered').mockRejectedValue(new Error('disk is full'))
    const guest = createActor(lotse.world, { name: 'Gast' })
    await guest.sends('/start')
    await lotse.world.delivery.again()
    expect(lotse.world.calls('sendMessage')).toHaveLength(1)
    full.mockRestore()
    await lotse.world.delivery.again()
    expect(lotse.world.calls('sendMessage')).toHaveLength(1)
    await guest.taps('Deutsch')
    guest.sees('Dürfen wir Ihre Antworten speichern?')
  })

  it('is not ready until it can be written again', async () => {
    const [size] = await lotse.db.$queryRawUnsafe<{ page_count: bigint }[]>('PRAGMA page_count')
    await fill(Number(size?.page_count))
    await lotse.db
      .$executeRawUnsafe(`CREATE TRIGGER "Full" BEFORE INSERT ON "Meta" BEGIN
      SELECT RAISE(ABORT, 'database or disk is full'); END`)
      .catch(() => {})
    const full = await lotse.app.request('/readyz')
    expect(full.status).toBe(503)
    await lotse.db.$queryRawUnsafe('PRAGMA max_page_count = 1000000')
    await lotse.db.$executeRawUnsafe('DROP TRIGGER IF EXISTS "Full"')
    expect((await lotse.app.request('/readyz')).status).toBe(200)
  })

  /** Leaves no free page and allows no new one. */
  async function fill(pages: number): Promise<void> {
    await lotse.db.$executeRawUnsafe('CREATE TABLE "Ballast" ("x" BLOB)')
    await lotse.db.$queryRawUnsafe(`PRAGMA max_page_count = ${pages + 4}`)
    for (const bytes of [4000, 1000, 100, 1]) {
      for (let i = 0; i < 200; i++) {
        try {
          await lotse.db.$executeRawUnsafe(`INSERT INTO "Ballast" VALUES (zeroblob(${bytes}))`)
        } catch {
          break
        }
      }
    }
  }
})

describe('a database that another process holds', () => {
  it('is waited for, and nobody notices', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    const other = new Sqlite(lotse.file)
    other.exec('BEGIN IMMEDIATE')
    // The engine waits without giving way, so the other process ends by its own clock.
    const freed = Promise.resolve().then(() => other.exec('COMMIT'))
    await user.taps('Nicht dringend')
    await freed
    other.close()
    user.sees('Worum geht es?')
    expect(errors()).toEqual([])
  })

  it('for too long is told, and the update comes again', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    await lotse.db.$queryRawUnsafe('PRAGMA busy_timeout = 1')
    const other = new Sqlite(lotse.file)
    other.exec('BEGIN IMMEDIATE')
    await user.taps('Nicht dringend')
    expect(errors().length).toBeGreaterThan(0)
    other.exec('COMMIT')
    other.close()
    await lotse.world.delivery.again()
    user.sees('Worum geht es?')
  })
})

describe('a file that is no database', () => {
  const settings = (file: string) => {
    const read = readConfig({ DATABASE_URL: `file:${file}`, LOG_LEVEL: 'error' })
    if ('faults' in read) throw new Error('settings')
    return read.config
  }
  const start = (file: string) => openDeps(settings(file), { now: () => lotse.clock.at })

  it.each([
    ['of other content', 'this is no database, and never was one'.repeat(200)],
    ['cut off after its head', 'SQLite format 3\u0000'.padEnd(100, '\u0001')],
  ])('(%s) is named at start in one line', async (_, content) => {
    const file = join(folder, 'lotse.db')
    writeFileSync(file, content)
    await expect(start(file)).rejects.toThrow(
      /^DATABASE_URL: .*: this database is damaged: .*\(SQLITE_[A-Z]+\)$/,
    )
  })

  it.each([
    [
      'an unreleased state',
      '0001_init.sql',
      true,
      /of a state before the first release.*0001_init/,
    ],
    ['a newer version', '9999_later.sql', false, /by a newer version of Lotse.*9999_later/],
  ])('of %s is named at start in one line and left as it is', async (_, name, instead, line) => {
    const file = join(folder, 'lotse.db')
    migrate(file)
    const db = new Sqlite(file)
    if (instead) db.exec('DELETE FROM "d1_migrations"')
    db.prepare('INSERT INTO "d1_migrations" ("name") VALUES (?)').run(name)
    db.close()
    const before = readFileSync(file)
    await expect(start(file)).rejects.toThrow(line)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('in the middle of the work is told by /readyz', async () => {
    expect((await lotse.app.request('/readyz')).status).toBe(200)
    await lotse.db.$executeRawUnsafe('DELETE FROM "d1_migrations" WHERE "name" LIKE \'0001%\'')
    const behind = await lotse.app.request('/readyz')
    expect([behind.status, await behind.json()]).toEqual([
      503,
      { ready: false, why: 'not-migrated', names: ['0001_baseline.sql'] },
    ])
    await lotse.db.$executeRawUnsafe('DROP TABLE "d1_migrations"')
    expect(await (await lotse.app.request('/readyz')).json()).toMatchObject({ why: 'not-migrated' })
    await lotse.deps.store.close()
    const broken = await lotse.app.request('/readyz')
    expect([broken.status, await broken.json()]).toEqual([503, { ready: false, why: 'database' }])
    expect((await lotse.app.request('/healthz')).status).toBe(200)
  })
})

describe('a clock that jumps', () => {
  it.each([
    ['back by a day', -86_400_000],
    ['back to 1970', -Number.MAX_SAFE_INTEGER],
    ['forward by a year', 365 * 86_400_000],
  ])('%s books nothing twice and leaves nobody stuck', async (_, by) => {
    const user = createActor(lotse.world)
    await bookSara(user)
    lotse.clock.at = Math.max(0, lotse.clock.at + by)
    await user.sends('/appointment')
    await user.sends('/mydata')
    user.sees('Das ist über Sie gespeichert')
    expect(await bookings()).toHaveLength(1)
    expect(errors()).toEqual([])
  })
})

it('Telegram that is down for an hour loses nothing: what was tapped is answered after it', async () => {
  const user = createActor(lotse.world)
  await introduce(user)
  // Telegram brings an update a dozen times at most; the waits between them take no time here.
  lotse.world.faults.add({ method: 'editMessageText', status: 502, times: 8 })
  const tapped = user.taps('Nicht dringend')
  lotse.clock.at += 3_600_000
  await tapped
  expect(errors().length).toBeGreaterThan(0)
  user.sees('Worum geht es?')
  expect(await lotse.db.$queryRawUnsafe<unknown[]>('SELECT 1 FROM "Intake"')).toHaveLength(1)
})
