// Starting as an operator does: a process of its own, good and bad settings, a kill in the middle.

import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/store/engine/open-node.ts'
import { startDemo } from '../support/demo-process.ts'
import { duisburgJson } from '../support/duisburg.ts'
import { bareEnv } from '../support/own-process.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lotse-start-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Runs the door until it ends by itself. */
function run(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['src/node.ts'], {
      env: { ...bareEnv(), PORT: '0', ...settings },
    })
    let said = ''
    child.stdout.on('data', (data) => {
      said += data
    })
    child.stderr.on('data', (data) => {
      said += data
    })
    child.once('exit', (code) => resolve({ code, said }))
  })
}

describe('starting', () => {
  it('says where the chat and the dashboard are, and ends cleanly when told to', async () => {
    const demo = await startDemo()
    expect(demo.output()).toContain(`${demo.url}/\n`)
    expect(demo.output()).toContain(`${demo.url}/simulator`)
    expect(demo.output()).toContain(`${demo.url}/staff`)
    expect(await demo.stop()).toBe(0)
  })

  it('finds the data of the first start at the second', async () => {
    const settings = { DATABASE_URL: `file:${join(folder, 'lotse.db')}` }
    const first = await startDemo(settings)
    expect(await first.stop()).toBe(0)
    const second = await startDemo(settings)
    expect(second.output()).not.toContain('key made')
    expect(await second.stop()).toBe(0)
  })

  it('takes away what the demo has made up before its database goes live', async () => {
    const file = join(folder, 'lotse.db')
    const settings = { DATABASE_URL: `file:${file}` }
    const cityIn = async () => {
      const db = await openDatabase(file)
      const { profile } = await db.city.findFirstOrThrow()
      await db.$disconnect()
      return profile
    }
    const demo = await startDemo(settings)
    expect(await demo.stop()).toBe(0)
    expect(await cityIn()).toContain('Beispiel-Pool')
    const live = await startDemo({ ...settings, DOORS: 'web', PUBLIC_URL: 'https://lotse.example' })
    expect(await live.stop()).toBe(0)
    expect(JSON.parse(await cityIn())).toEqual(duisburgJson())
  })

  it('names all missing and bad settings at once, without their values', async () => {
    const { code, said } = await run({
      BOT_TOKEN: 'my-secret-token',
      PUBLIC_URL: 'ftp://x',
      PORT: 'http',
      LOG_LEVEL: 'loud',
    })
    expect(code).toBe(1)
    for (const name of ['BOT_TOKEN', 'PUBLIC_URL', 'PORT', 'LOG_LEVEL'])
      expect(said).toContain(name)
    expect(said).not.toContain('my-secret-token')
  })

  it('asks for a secret where Telegram is to reach it', async () => {
    const { code, said } = await run({ BOT_TOKEN: '1:T', PUBLIC_URL: 'https://bot.example' })
    expect(code).toBe(1)
    expect(said).toContain('WEBHOOK_SECRET')
  })

  it('says so when the database cannot be written', async () => {
    const file = join(folder, 'not-a-database.db')
    await writeFile(
      file,
      'this is a letter, not a database, and it is long enough to be read as one',
    )
    const { code, said } = await run({ DATABASE_URL: `file:${file}` })
    expect(code).toBe(1)
    expect(said).toContain('DATABASE_URL')
  })

  it('says so when there is no place for the database', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    await chmod(file, 0o400)
    const { code, said } = await run({ DATABASE_URL: `file:${join(file, 'lotse.db')}` })
    expect(code).toBe(1)
    expect(said).toMatch(/DATA_KEY|DATABASE_URL/)
  })

  it('refuses a key that is none, and a database sealed with another', async () => {
    const bad = await run({ DATA_KEY: 'short', DATABASE_URL: `file:${join(folder, 'a.db')}` })
    expect(bad.code).toBe(1)
    expect(bad.said).toContain('DATA_KEY')
    const settings = { DATABASE_URL: `file:${join(folder, 'b.db')}` }
    const first = await startDemo(settings)
    await first.stop()
    const other = await run({ ...settings, DATA_KEY: Buffer.alloc(32, 7).toString('base64') })
    expect(other.code).toBe(1)
    expect(other.said).toContain('another key')
  })

  it('opens no demo on a database that has been live', async () => {
    const settings = { DATABASE_URL: `file:${join(folder, 'live.db')}` }
    const telegram = {
      BOT_TOKEN: '1:T',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
      PUBLIC_URL: 'https://bot.example',
      WEBHOOK_SECRET: 'a-secret-of-the-tests',
    }
    const live = await startDemo({ ...settings, ...telegram })
    await live.kill()
    const { code, said } = await run(settings)
    expect(code).toBe(1)
    expect(said).toContain('this database is no demo')
  })

  it('refuses a profile that is not there', async () => {
    const { code, said } = await run({
      PROFILE: 'atlantis',
      DATABASE_URL: `file:${join(folder, 'lotse.db')}`,
    })
    expect(code).toBe(1)
    expect(said).toContain('PROFILE')
    expect(await readdir(folder)).not.toContain('lotse.key')
  })
})
