// Which doors are open: settings of each combination, and a start on Node with each.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { setUpCommands } from '../../src/cli/set-up.ts'
import { readCities } from '../../src/config/cities.ts'
import { readConfig } from '../../src/config/settings.ts'
import type { Deps } from '../../src/deps.ts'
import { type Demo, startDemo } from '../support/demo-process.ts'
import { testTerminal } from '../support/terminal.ts'

const token = { BOT_TOKEN: '1:secret-token' }
const address = { PUBLIC_URL: 'https://lotse.example' }
const secret = { WEBHOOK_SECRET: 'a-secret-of-the-tests' }
const read = (env: Record<string, string>) => {
  const result = readConfig(env)
  return 'config' in result
    ? { mode: result.config.mode, ...result.config.doors }
    : { faults: result.faults }
}

describe('settings', () => {
  const both = { telegram: true, web: true }
  test.each<[string, Record<string, string>, object]>([
    ['nothing is the demo, with both', {}, { mode: 'demo', ...both }],
    ['an empty DOORS is none', { DOORS: '' }, { mode: 'demo', ...both }],
    ['an address alone is the demo still', address, { mode: 'demo', ...both }],
    ['a token opens both', token, { mode: 'live', ...both }],
    ['a token with an address too', { ...token, ...address, ...secret }, { mode: 'live', ...both }],
    [
      'Telegram alone',
      { DOORS: 'telegram', ...token },
      { mode: 'live', telegram: true, web: false },
    ],
    [
      'the web alone, with no token',
      { DOORS: 'web', ...address },
      { mode: 'live', telegram: false, web: true },
    ],
    [
      'the web on this machine, to try it',
      { DOORS: 'web', PUBLIC_URL: 'http://localhost:3000' },
      { mode: 'live', telegram: false, web: true },
    ],
    [
      'both by name, in any order',
      { DOORS: ' web, telegram', ...token, ...address, ...secret },
      { mode: 'live', ...both },
    ],
  ])('%s', (_, env, expected) => expect(read(env)).toEqual(expected))

  test.each<[string, Record<string, string>, string[]]>([
    [
      'Telegram without a token',
      { DOORS: 'telegram' },
      ['BOT_TOKEN: missing: DOORS opens Telegram'],
    ],
    [
      'the web without an address',
      { DOORS: 'web' },
      ['PUBLIC_URL: missing: DOORS opens the web, and links have to lead somewhere'],
    ],
    [
      'both without anything: both are named at once',
      { DOORS: 'telegram,web' },
      [
        'BOT_TOKEN: missing: DOORS opens Telegram',
        'PUBLIC_URL: missing: DOORS opens the web, and links have to lead somewhere',
      ],
    ],
    [
      'both with an address alone',
      { DOORS: 'telegram,web', ...address },
      ['BOT_TOKEN: missing: DOORS opens Telegram'],
    ],
    [
      'both with a token alone',
      { DOORS: 'telegram,web', ...token },
      ['PUBLIC_URL: missing: DOORS opens the web, and links have to lead somewhere'],
    ],
    [
      'both without the secret',
      { DOORS: 'telegram,web', ...token, ...address },
      ['WEBHOOK_SECRET: missing: with PUBLIC_URL, Telegram must prove itself by a secret'],
    ],
    [
      'the web over plain http',
      { DOORS: 'web', PUBLIC_URL: 'http://lotse.example' },
      ['PUBLIC_URL: expected https://: DOORS opens the web, and others could read on the way'],
    ],
    [
      'a host that only begins like this machine',
      { DOORS: 'web', PUBLIC_URL: 'http://localhost.example' },
      ['PUBLIC_URL: expected https://: DOORS opens the web, and others could read on the way'],
    ],
    [
      'the web with what is Telegram’s',
      { DOORS: 'web', ...address, ...token, ...secret },
      [
        'BOT_TOKEN: given, but DOORS does not open Telegram: take one of them out',
        'WEBHOOK_SECRET: given, but DOORS does not open Telegram: take one of them out',
      ],
    ],
    ['another door', { DOORS: 'fax' }, ['DOORS: expected telegram, web or telegram,web']],
    [
      'no door between commas',
      { DOORS: 'web,' },
      ['DOORS: expected telegram, web or telegram,web'],
    ],
    ['a door twice', { DOORS: 'web,web', ...address }, ['DOORS: a door is named twice']],
  ])('%s is refused by name', (_, env, faults) => {
    const result = read(env)
    expect(result).toEqual({ faults })
    expect(JSON.stringify(result)).not.toContain('secret-token')
  })

  it('of several cities are each city’s own, else the same for all', () => {
    const cities = readCities({
      PROFILES: 'duisburg,kreis-unna',
      DOORS: 'web',
      PUBLIC_URL_DUISBURG: 'https://duisburg.example',
      DOORS_KREIS_UNNA: 'telegram',
      BOT_TOKEN_KREIS_UNNA: '2:B',
    })
    expect(cities).toMatchObject({
      cities: [
        { profile: 'duisburg', mode: 'live', doors: { telegram: false, web: true } },
        { profile: 'kreis-unna', mode: 'live', doors: { telegram: true, web: false } },
      ],
    })
    expect(readCities({ PROFILES: 'duisburg', DOORS: 'web' })).toEqual({
      faults: [
        'PUBLIC_URL_DUISBURG: missing: DOORS opens the web, and links have to lead somewhere',
      ],
    })
  })
})

describe('telegram register', () => {
  test.each([
    ['where it is not open', { DOORS: 'web', ...address }, 'DOORS: Telegram is not open'],
    ['in a demo', {}, 'BOT_TOKEN, PUBLIC_URL, WEBHOOK_SECRET: all three are needed'],
    ['without an address', token, 'BOT_TOKEN, PUBLIC_URL, WEBHOOK_SECRET: all three are needed'],
  ])('%s registers nothing and says why', async (_, env, why) => {
    const result = readConfig(env)
    const deps = ('config' in result ? { config: result.config } : {}) as Deps
    const { run } = testTerminal({ deps })
    await expect(run(setUpCommands, 'telegram register')).rejects.toThrow(why)
  })
})

describe('a start', () => {
  let folder: string
  let lotse: Demo | undefined
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lotse-doors-'))
  })
  afterEach(async () => {
    await lotse?.kill()
    await rm(folder, { recursive: true, force: true })
  })
  const starts = async (settings: Record<string, string>) => {
    const database = { DATABASE_URL: `file:${join(folder, 'lotse.db')}` }
    lotse = await startDemo({ ...database, TELEGRAM_API_ROOT: 'http://127.0.0.1:9', ...settings })
    const status = async (path: string, init?: RequestInit) =>
      (await fetch(`${lotse?.url}${path}`, { redirect: 'manual', ...init })).status
    return {
      output: lotse.output,
      telegram: await status('/telegram', { method: 'POST' }),
      simulator: await status('/simulator'),
      sos: await status('/sos'),
      ready: await status('/readyz'),
    }
  }

  it('with the web alone needs no token, takes no update and asks Telegram nothing', async () => {
    const { output, ...found } = await starts({ DOORS: 'web', ...address })
    expect(found).toEqual({ telegram: 404, simulator: 404, sos: 200, ready: 200 })
    expect(output()).toContain('"telegram":"closed"')
    expect(output()).toContain('"web":"open"')
    expect(output()).not.toMatch(/bot name|describe bot|register webhook|leave webhook/)
    // What ran live is no demo afterwards, without a token too.
    await lotse?.stop()
    lotse = undefined
    const database = { DATABASE_URL: `file:${join(folder, 'lotse.db')}` }
    await expect(startDemo(database)).rejects.toThrow('this database is no demo')
  })

  it('with Telegram alone', async () => {
    const { output, ...found } = await starts({
      DOORS: 'telegram',
      ...token,
      ...secret,
      ...address,
    })
    expect(found).toEqual({ telegram: 401, simulator: 404, sos: 200, ready: 200 })
    expect(output()).toContain('"web":"closed"')
  })

  it('with both', async () => {
    const { output, ...found } = await starts({ ...token, ...secret, ...address })
    expect(found).toEqual({ telegram: 401, simulator: 404, sos: 200, ready: 200 })
    expect(output()).toContain('"telegram":"webhook"')
    expect(output()).toContain('"web":"open"')
  })
})
