// A new version, as docs/operations.md says ("A new version"): today's Lotse with data inside, then one with a made-up
// next migration; and back.

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Demo, startDemo } from '../support/demo-process.ts'
import { createFormsOnly, type FormsOnly } from '../support/forms-only.ts'
import { layInstalled, THERE_ALONE } from '../support/installed.ts'
import { booksOnPage } from '../support/on-pages.ts'

const NEXT = '0002_made_up.sql'
const CHANGES = `CREATE TABLE "MadeUp" ("id" TEXT NOT NULL PRIMARY KEY);
ALTER TABLE "Person" ADD COLUMN "madeUp" TEXT;
`

let folder: string
let next: ReturnType<typeof layInstalled>
let running: Demo | undefined
let at = ''
let browser: FormsOnly
let settings: Record<string, string>
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-upgrade-'))
  settings = {
    ...{ DOORS: 'web', PUBLIC_URL: 'http://localhost' },
    DATABASE_URL: `file:${join(folder, 'lotse.db')}`,
  }
  next = layInstalled()
  writeFileSync(join(next.folder, 'prisma/migrations', NEXT), CHANGES)
  const stated = join(next.folder, 'package.json')
  const made = JSON.parse(readFileSync(stated, 'utf8'))
  writeFileSync(stated, JSON.stringify({ ...made, version: '0.99.0' }))
  execFileSync(process.execPath, [...THERE_ALONE, 'scripts/ready.mjs'], { cwd: next.folder })
  browser = createFormsOnly({
    request: (path, init) => fetch(`${at}${path}`, { ...init, redirect: 'manual' }),
  })
})
afterAll(async () => {
  await running?.stop()
  next.remove()
  rmSync(folder, { recursive: true, force: true })
})

async function runs(where: { cwd?: string; node?: readonly string[] } = {}): Promise<string> {
  running = await startDemo(settings, where)
  at = running.url
  return (await (await fetch(`${at}/healthz`)).json()).version
}

async function stops(): Promise<void> {
  expect(await running?.stop()).toBe(0)
  running = undefined
}

const cli = (...words: string[]) =>
  spawnSync(process.execPath, ['src/cli.ts', ...words], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...settings },
  })

let code = ''
it('today’s version has somebody’s appointment', async () => {
  await runs()
  await booksOnPage(browser)
  code = /\b[0-9A-Z]{3}-[0-9A-Z]{3}/.exec(browser.text)?.[0] ?? ''
  expect(code).not.toBe('')
  expect(cli('backup', join(folder, 'before.backup')).status).toBe(0)
  await stops()
})

it('the next version migrates at its start, and everything is there', async () => {
  expect(await runs({ cwd: next.folder, node: THERE_ALONE })).toBe('0.99.0')
  await browser.visit('/')
  expect(browser.text).toContain(code)
  const db = new Sqlite(join(folder, 'lotse.db'), { readonly: true })
  expect(db.prepare('SELECT "name" FROM "d1_migrations" ORDER BY "id"').pluck().all()).toEqual([
    '0001_baseline.sql',
    NEXT,
  ])
  db.close()
  await stops()
})

it('the older version refuses what the newer has made of it, in one line, and changes nothing', () => {
  const { status, stderr } = spawnSync(process.execPath, ['src/node.ts'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], PORT: '0', ...settings },
  })
  expect(status).toBe(1)
  expect(stderr).toContain(`migrated by a newer version of Lotse: start that one: ${NEXT}`)
  expect(cli('db', 'migrate').stderr).toContain('newer version')
})

it('and the backup that was made before leads back to it', async () => {
  for (const end of ['', '-wal', '-shm']) {
    const file = join(folder, `lotse.db${end}`)
    if (existsSync(file)) renameSync(file, `${file}.newer`)
  }
  expect(cli('restore', join(folder, 'before.backup'))).toMatchObject({ status: 0 })
  expect(await runs()).not.toBe('0.99.0')
  await browser.visit('/')
  expect(browser.text).toContain(code)
  await stops()
})
