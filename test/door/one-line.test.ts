// What an operator types that cannot work is met with one line, and never with the inside of Lotse.

import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bareEnv } from '../support/own-process.ts'

const dataKey = randomBytes(32).toString('base64')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-line-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a command in a shell, so that its output can lead anywhere. */
function cli(words: string, into = '', settings: object = {}): SpawnSyncReturns<string> {
  const env = {
    ...bareEnv(),
    DATABASE_URL: `file:${join(folder, 'lotse.db')}`,
    DATA_KEY: dataKey,
    ...settings,
  }
  // `pipefail`: what counts is how Lotse ended, not who read along.
  const script = `set -o pipefail; "${process.execPath}" src/cli.ts ${words} ${into}`
  return spawnSync('bash', ['--norc', '-c', script], { env, encoding: 'utf8' })
}

it.each(['/proc/no/such/a.backup', '/dev/null/a.backup'])(
  'a backup to %s',
  (path) => {
    expect(cli('db migrate').status).toBe(0)
    const { status, stderr, stdout } = cli(`backup ${path}`)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    // The line of the file system, which names the path.
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^ENO(ENT|TDIR): .*(proc|null)/),
    ])
    expect(readdirSync(folder).filter((name) => name.includes('.open-'))).toEqual([])
  },
  120_000,
)

// What a city's database holds is asked or changed by them: with DATA_KEY and without, which would be made.
const OF_A_CITY = [
  'audit verify',
  'erase due',
  'db check',
  'staff list',
  'staff add a@b.example --role administrator --name A',
  'token list',
  'token create x --role coordinator',
  'profile diff prisma/seed/duisburg.json',
  'release-check',
  'dossier /tmp/lotse-never-made',
]

it.each(OF_A_CITY)(
  '%s on a database that is not there says what it looked for, and makes nothing',
  (words) => {
    for (const key of [dataKey, '']) {
      const { status, stderr, stdout } = cli(words, '', { DATA_KEY: key })
      expect([status, stdout]).toEqual([1, ''])
      expect(stderr).toMatch(/^[^\n]*lotse\.db[^\n]*( not there|no such file)[^\n]*\n$/)
      expect(readdirSync(folder)).toEqual([])
    }
  },
  120_000,
)

it('staff list on a file that is none of Lotse leaves it as it is', () => {
  const file = join(folder, 'lotse.db')
  for (const text of ['', 'a text, and no database at all'.repeat(200)]) {
    writeFileSync(file, text)
    const { status, stderr, stdout } = cli('staff list', '', { DATA_KEY: '' })
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^DATABASE_URL: [^\n]*lotse\.db[^\n]*\n$/)
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect(readdirSync(folder).filter((name) => name !== 'lotse.db')).toEqual([])
  }
}, 120_000)

it.each(['db migrate', 'db seed', 'staff list'])(
  '%s for a PROFILE that is none makes neither a key nor a database',
  (words) => {
    const { status, stderr } = cli(words, '', { DATA_KEY: '', PROFILE: 'essen' })
    expect([status, stderr.split('\n').length]).toEqual([1, 2])
    expect(stderr).toMatch(/essen/)
    expect(readdirSync(folder)).toEqual([])
  },
  120_000,
)

it('a database that is whole, and one that is not', () => {
  expect(cli('db migrate').status).toBe(0)
  expect(cli('db check')).toMatchObject({ status: 0, stdout: expect.stringContaining('is whole.') })
  const file = join(folder, 'lotse.db')
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0xa5, 40_960, 81_920))
  const { status, stdout, stderr } = cli('db check')
  expect(status).toBe(1)
  expect(`${stdout}${stderr}`).toMatch(/damaged|malformed/)
}, 120_000)

it('nothing is said where nobody reads along any more', () => {
  const { stderr, status } = cli('profile schema', '| true')
  expect([stderr, status === 0 || status === 1]).toEqual(['', true])
}, 120_000)
