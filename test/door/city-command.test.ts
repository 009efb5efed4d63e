// Cities on Cloudflare, each a file: made, migrated and deployed with a wrangler that only notes what it is told.

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { unstable_readConfig, unstable_splitSqlQuery } from 'wrangler'
import {
  deployCities,
  makeCity,
  migrateCities,
  type Run,
  settingsOf,
  withoutSettings,
} from '../../scripts/city/acts.ts'
import { faultsOf, readCities } from '../../scripts/city/configs.ts'

let home: string
let ran: { words: readonly string[]; env: NodeJS.ProcessEnv }[]
let said: string[]
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lotse-cities-'))
  ran = []
  said = []
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true, force: true })
})

const say = (line: string) => said.push(line)
const run: Run = (words, env) => {
  ran.push({ words, env })
  return { code: 0 }
}

/** A city that is filled in. */
function filled(id: string, database: string): void {
  makeCity(home, id)
  const edit = (ending: string, before: string, after: string) => {
    const file = join(home, `${id}.${ending}`)
    writeFileSync(file, readFileSync(file, 'utf8').replace(before, after))
  }
  edit('toml', 'database_id = ""', `database_id = "${database}"`)
  edit('toml', 'PUBLIC_URL = ""', `PUBLIC_URL = "https://${id}.example"`)
  edit('env', 'BOT_TOKEN=', `BOT_TOKEN=4242:${id}`)
}
const [ONE, OTHER] = [
  '11111111-1111-4111-8111-111111111111',
  '22222222-2222-4222-8222-222222222222',
]
const both = () => {
  filled('duisburg', ONE)
  filled('duesseldorf', OTHER)
  return readCities(home)
}

test('a city is two files, the one with its secrets for nobody else to read, and none is replaced', () => {
  expect(makeCity(home, 'duisburg')).toEqual({
    files: [join(home, 'duisburg.toml'), join(home, 'duisburg.env')],
  })
  expect(statSync(join(home, 'duisburg.env')).mode & 0o077).toBe(0)
  expect(makeCity(home, 'duisburg')).toHaveProperty('fault')
  expect(makeCity(home, '../duisburg')).toHaveProperty('fault')
  const [city] = readCities(home)
  expect(city && faultsOf(city, [city]).map((fault) => fault.split(':')[0])).toEqual([
    ...['database_id', 'PUBLIC_URL', 'BOT_TOKEN'],
  ])
})

test('two cities share no name, database, address or secret', () => {
  const cities = both()
  expect(cities.flatMap((city) => faultsOf(city, cities))).toEqual([])
  filled('unna', ONE)
  const env = readFileSync(join(home, 'duisburg.env'), 'utf8')
  writeFileSync(join(home, 'unna.env'), env)
  const all = readCities(home)
  const unna = all.find(({ id }) => id === 'unna')
  const faults = unna ? faultsOf(unna, all) : []
  expect(faults.map((fault) => fault.split(':')[0])).toEqual([
    ...['PROFILE', 'database_id', 'BOT_TOKEN', 'WEBHOOK_SECRET', 'DATA_KEY'],
  ])
  for (const value of Object.values(unna?.secrets ?? {})) expect(faults.join()).not.toContain(value)
})

test('all are deployed one by one with files of their own, and nothing of the shell that is a setting', () => {
  const cities = both()
  vi.stubEnv('BOT_TOKEN', '4242:of-another')
  vi.stubEnv('DATA_KEY_DUISBURG', 'of another')
  vi.stubEnv('WEBHOOK_SECRET_FILE', '/of/another')
  vi.stubEnv('CLOUDFLARE_API_TOKEN', 'may')
  expect(deployCities(cities, cities, { run, say })).toEqual([])
  expect(ran.map(({ words }) => words[0])).toEqual(['d1', 'd1', 'deploy', 'd1', 'd1', 'deploy'])
  for (const { env } of ran) {
    expect(JSON.stringify(env)).not.toContain('of-another')
    expect(JSON.stringify(env)).not.toContain('of another')
    expect(env['CLOUDFLARE_API_TOKEN']).toBe('may')
    expect(env['PATH']).toBe(process.env['PATH'])
  }
  const configs = ran.filter(({ words }) => words[0] === 'deploy').map(({ words }) => words)
  for (const [at, words] of configs.entries()) {
    const city = cities[at]
    const config = unstable_readConfig({ config: words[words.indexOf('--config') + 1] ?? '' })
    expect([config.name, config.d1_databases[0]?.database_id]).toEqual([
      `lotse-${city?.id}`,
      city?.id === 'duisburg' ? ONE : OTHER,
    ])
    expect(config.main).toBe(join(process.cwd(), 'src/worker.ts'))
    const secrets = words[words.indexOf('--secrets-file') + 1] ?? ''
    expect(JSON.parse(readFileSync(secrets, 'utf8'))).toEqual(city?.secrets)
    expect(statSync(secrets).mode & 0o077).toBe(0)
  }
  expect(withoutSettings({ HTTPS_PROXY: 'p', PORT: '1', PROFILES: 'a,b' })).toEqual({
    HTTPS_PROXY: 'p',
  })
})

test('the profile goes in as one statement, also where its words have quotation marks and semicolons', () => {
  const cities = both()
  deployCities(cities, cities, { run, say })
  const file = ran[1]?.words.at(6) ?? ''
  expect(unstable_splitSqlQuery(readFileSync(file, 'utf8'))).toHaveLength(1)
})

test('one that cannot be deployed keeps none of the others from it', () => {
  filled('duisburg', ONE)
  makeCity(home, 'essen')
  const cities = readCities(home)
  expect(deployCities(cities, cities, { run, say })).toEqual(['essen'])
  expect(said.filter((line) => line.startsWith('essen: PROFILE'))).toHaveLength(1)
  const failing: Run = (words) => ({ code: words[0] === 'd1' ? 1 : 0 })
  expect(migrateCities(cities, cities, { run: failing, say })).toEqual(['duisburg', 'essen'])
  // What could not be migrated is not deployed.
  said = []
  expect(deployCities(cities, cities, { run: failing, say })).toEqual(['duisburg', 'essen'])
  expect(said.some((line) => line.includes('deployed'))).toBe(false)
})

test('a command works on the D1 of its city with its secrets, whatever the shell says', () => {
  const [city] = both()
  if (!city) throw new Error('no city')
  expect(settingsOf(city, { DATA_KEY: 'of another' })).toBeNull()
  const shell = { CLOUDFLARE_ACCOUNT_ID: 'acc', CLOUDFLARE_API_TOKEN: 't', DATA_KEY: 'of another' }
  expect(settingsOf(city, shell)).toMatchObject({
    ...{ DATABASE_URL: `d1:acc/${OTHER}`, PROFILE: 'duesseldorf', BOT_TOKEN: '4242:duesseldorf' },
    DATA_KEY: city.secrets['DATA_KEY'],
  })
})
