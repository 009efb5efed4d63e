// What whoever keeps the data tries: a backup that comes back, a restore in the way of something, a file that
// is damaged, a disk that is full.

import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backup, restore } from '../../src/runtime/node/backup.ts'
import { faultsOf } from '../../src/runtime/node/check-database.ts'
import { sweepOpenCopies } from '../../src/runtime/node/open-copies.ts'
import { lookAfterUncleanEnd, noteBegin } from '../../src/runtime/node/unclean-end.ts'
import { createActor } from '../support/actor.ts'
import { startLotse } from '../support/lotse.ts'
import { bareEnv } from '../support/own-process.ts'
import { bookSara } from '../support/talks.ts'

let folder: string
let file: string
let dataKey: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-drill-'))
  file = join(folder, 'lotse.db')
  dataKey = randomBytes(32).toString('base64')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function filled() {
  const lotse = await startLotse({ file, dataKey })
  await lotse.deps.store.meta.knowsKey()
  await bookSara(createActor(lotse.world))
  return lotse
}

function cli(...words: string[]) {
  const env = { ...bareEnv(), DATABASE_URL: `file:${file}`, DATA_KEY: dataKey }
  const ended = spawnSync(process.execPath, ['src/cli.ts', ...words], { env, encoding: 'utf8' })
  return { said: ended.stdout, faults: ended.stderr, code: ended.status }
}

describe('a backup', () => {
  it('holds where its audit ends', async () => {
    const { deps, stop } = await filled()
    const entry = { action: 'note', outcome: 'done', subject: 'r', centreId: 'hochfeld' } as const
    await deps.store.staff.audit.add({ ...entry, staffId: 's', client: null, at: 1 })
    await stop()
    const { said, faults } = cli('backup', join(folder, 'a.backup'))
    expect(faults).toBe('')
    expect(said).toMatch(/^The audit in it ends with 1:[0-9a-f]{8}\.[0-9a-f]{64}$/m)
  })

  it('of an older version is copied as it is, and changes nothing of it', async () => {
    const old = new Sqlite(file)
    old.exec('CREATE TABLE "d1_migrations" ("name" TEXT); CREATE TABLE "Person" ("id" TEXT)')
    old.close()
    const before = readFileSync(file)
    const { said, code, faults } = cli('backup', join(folder, 'a.backup'))
    expect([faults, code]).toEqual(['', 0])
    expect(said).toContain('copied as it is')
    expect(readFileSync(file)).toEqual(before)
    await restore(join(folder, 'a.backup'), join(folder, 'back.db'), dataKey, async () => {})
    expect(existsSync(join(folder, 'back.db'))).toBe(true)
  })
})

describe('a drill', () => {
  it('says what it compared, ends with 0 and leaves nothing, while Lotse runs', async () => {
    const lotse = await filled()
    const before = readdirSync(folder).sort()
    const { said, code, faults } = cli('drill')
    expect(faults).toBe('')
    for (const what of ['backup', 'rows', 'structure', 'keys', 'erased']) {
      expect(said).toMatch(new RegExp(`^right  ${what} `, 'm'))
    }
    expect(said).toContain('1 sealed texts opened')
    expect(code).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(before)
    await lotse.stop()
  })

  it('ends with 1 where a sealed text does not open', async () => {
    const lotse = await filled()
    await lotse.db.$executeRawUnsafe(`UPDATE "Intake" SET "sealed" = '1.AAAA.BBBB'`)
    const { said, code } = cli('drill')
    expect(said).toMatch(/^WRONG {2}keys +Intake.sealed: 1 do not open/m)
    expect(code).toBe(1)
    await lotse.stop()
  })
})

describe('a restore', () => {
  it('refuses what belongs to the database that was here, in one line', async () => {
    await (await filled()).stop()
    await backup(file, join(folder, 'a.backup'), dataKey)
    rmSync(file)
    writeFileSync(`${file}-wal`, 'the newest of it')
    const { faults, code } = cli('restore', join(folder, 'a.backup'))
    expect(faults).toMatch(/^.*lotse\.db-wal: belongs to the database that was here.*\n$/)
    expect([code, existsSync(file)]).toEqual([1, false])
  })

  it('of a process that ran is followed by a start that tells of no unclean end', async () => {
    const lotse = await filled()
    noteBegin(file)
    await backup(file, join(folder, 'a.backup'), dataKey)
    await lotse.stop()
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    const { said, code } = cli('restore', join(folder, 'a.backup'))
    expect([code, said]).toEqual([0, expect.stringContaining('restored.')])
    expect(lookAfterUncleanEnd(file)).toBeNull()
  })

  it('refuses by what `db check` would say of the copy, and leaves nothing', async () => {
    await (await filled()).stop()
    const db = new Sqlite(file)
    db.exec('CREATE TABLE "Planted" ("a"); INSERT INTO "Planted" VALUES (NULL)')
    db.unsafeMode()
    db.pragma('writable_schema = ON')
    db.prepare(`UPDATE sqlite_schema SET "sql" = replace("sql", '"a"', '"a" NOT NULL')
      WHERE "name" = 'Planted'`).run()
    db.close()
    const [wrong = ''] = faultsOf(file)
    expect(wrong).toContain('Planted')
    expect(cli('db', 'check').said).toContain(wrong)
    await backup(file, join(folder, 'a.backup'), dataKey)
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    const { faults, code } = cli('restore', join(folder, 'a.backup'))
    expect([code, faults]).toEqual([1, `the database in the backup is damaged: ${wrong}\n`])
    expect(readdirSync(folder).filter((name) => name.startsWith('lotse.db'))).toEqual([])
  })

  it('that was cut off is no start with an empty database, and is run again', async () => {
    await (await filled()).stop()
    await backup(file, join(folder, 'a.backup'), dataKey)
    rmSync(file)
    writeFileSync(`${file}.part`, 'half of it')
    expect(cli('db', 'seed').faults).toMatch(/a restore was cut off.*restore again\n$/)
    expect(existsSync(file)).toBe(false)
    await restore(join(folder, 'a.backup'), file, dataKey, async () => {})
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([true, false])
  })
})

it('an open copy that a killed backup left is swept, one that is being made is not', async () => {
  const lotse = await filled()
  mkdirSync(`${file}.open-killed`)
  copyFileSync(file, join(`${file}.open-killed`, 'copy.db'))
  const making = backup(file, join(folder, 'a.backup'), dataKey)
  sweepOpenCopies(file)
  expect(readdirSync(folder).filter((name) => name.includes('.open-'))).toHaveLength(1)
  expect(await making).toBeGreaterThan(0)
  await lotse.stop()
})

describe('after an unclean end', () => {
  const spoil = () => {
    const held = openSync(file, 'r+')
    for (let page = 5; page < 60; page++)
      writeSync(held, Buffer.alloc(2000, 0x5a), 0, 2000, page * 4096)
    closeSync(held)
  }

  it('a damaged file does not start, in one line that says what to do', async () => {
    await (await filled()).stop()
    spoil()
    const env = { ...bareEnv(), DATABASE_URL: `file:${file}`, DATA_KEY: dataKey }
    const ended = spawnSync(process.execPath, ['src/node.ts'], { env, encoding: 'utf8' })
    expect(ended.stderr).toMatch(
      /^Lotse cannot start\.\n.*is damaged: .* restore the last backup.*\n$/,
    )
    expect(ended.status).toBe(1)
  })

  const mounts = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0
  it.skipIf(!mounts).each([
    ['a full disk', 'dd if=/dev/zero of=/mnt/fill bs=4k', /its disk is full.*SQLITE_(FULL|IOERR)/],
    [
      'a read-only disk',
      'mount -o remount,ro /mnt',
      /is read-only, or.*no right.*SQLITE_(CANTOPEN|READONLY)/,
    ],
    ['a folder where the log belongs', 'mkdir /mnt/lotse.db-wal', /read-only, or.*SQLITE_CANTOPEN/],
  ])('%s is not called damage', async (_, spoils, says) => {
    await (await filled()).stop()
    // A disk of its own, which goes with the process.
    const steps = `mount -t tmpfs -o size=6m tmpfs /mnt && cp "$1" /mnt/lotse.db; ${spoils} 2>/dev/null; exec "$2" src/node.ts`
    const words = ['-rm', 'sh', '-c', steps, 'sh', file, process.execPath]
    const env = {
      ...bareEnv(),
      ...{ DATABASE_URL: 'file:/mnt/lotse.db', DATA_KEY: dataKey },
      ...{ DOORS: 'web', PUBLIC_URL: 'https://lotse.example', TRIAL: 'yes', PORT: '0' },
    }
    const ended = spawnSync('unshare', words, { env, encoding: 'utf8' })
    expect(ended.stderr).toMatch(says)
    expect(ended.stderr).toMatch(/^Lotse cannot start\.\n[^\n]+\n$/)
    expect(ended.stderr).not.toContain('damaged')
    expect(ended.status).toBe(1)
  })

  it('that never began, or of a process that goes on, is no end', async () => {
    const lotse = await filled()
    expect(lookAfterUncleanEnd(file)).toMatchObject({ wrong: null, isHeld: true })
    await lotse.stop()
    expect(lookAfterUncleanEnd(file)).toBeNull()
    noteBegin(file)
    expect(lookAfterUncleanEnd(file)).toMatchObject({ wrong: null, isHeld: false })
  })

  it('a sealed database without its key makes no new one', async () => {
    await (await filled()).stop()
    const env = { ...bareEnv(), DATABASE_URL: `file:${file}`, DATA_KEY: '' }
    const ended = spawnSync(process.execPath, ['src/node.ts'], { env, encoding: 'utf8' })
    expect(ended.stderr).toContain('DATA_KEY: missing or empty, and there is no lotse.key')
    expect(existsSync(join(folder, 'lotse.key'))).toBe(false)
  })

  it('the file is looked through, and not after a clean one', async () => {
    const lotse = await filled()
    const { meta } = lotse.deps.store
    expect(lookAfterUncleanEnd(file)).toMatchObject({ wrong: null })
    await meta.set('ended', '2026-03-16')
    expect(lookAfterUncleanEnd(file)).toMatchObject({ wrong: null })
    await lotse.deps.store.close()
    expect(lookAfterUncleanEnd(file)).toBeNull()
    const db = new Sqlite(file)
    db.exec(`UPDATE "Meta" SET "value" = '' WHERE "key" = 'ended'`)
    db.close()
    expect(lookAfterUncleanEnd(file)).toMatchObject({ wrong: null })
    await lotse.stop()
  })
})
