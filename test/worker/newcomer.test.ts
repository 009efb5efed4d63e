// The steps of the README's "Go live on Cloudflare" as a newcomer types them, with the wrangler there is: tried on this
// machine, and deployed to an account that is made up.

import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { needed } from '../../src/generated/migrations.ts'
import { freePort } from '../support/demo-process.ts'
import { type FakeCloudflare, openFakeCloudflare } from '../support/fake-cloudflare.ts'
import { createFormsOnly } from '../support/forms-only.ts'
import { booksOnPage } from '../support/on-pages.ts'

const LINKED = ['node_modules', 'locales', 'prisma', 'voices']
const COPIED = ['src', 'scripts', 'package.json', 'tsconfig.json', 'wrangler.toml']
const ACCOUNT = '0123456789abcdef0123456789abcdef'
const DATABASE = '11111111-1111-4111-8111-111111111111'

let home: string
let cloudflare: FakeCloudflare
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'lotse-newcomer-'))
  for (const name of LINKED) symlinkSync(resolve(name), join(home, name))
  for (const name of COPIED) cpSync(name, join(home, name), { recursive: true })
  cloudflare = await openFakeCloudflare({ isMigrated: false })
})
afterAll(async () => {
  await cloudflare.close()
  rmSync(home, { recursive: true, force: true })
})

const words = (given: readonly string[]) => ['scripts/city.ts', ...given]
const options = (more: Record<string, string> = {}) => ({
  cwd: home,
  env: { PATH: process.env['PATH'], HOME: home, CI: '1', WRANGLER_SEND_METRICS: 'false', ...more },
})
/** A command in a process of its own, while the made-up account answers in this one. */
async function city(given: readonly string[], more: Record<string, string> = {}) {
  const child = spawn(process.execPath, words(given), options(more))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const code = await new Promise((resolve) => child.once('exit', resolve))
  return { code, said }
}
const secrets = () => parseEnv(readFileSync(join(home, 'cities/duisburg.env'), 'utf8'))
const edit = (file: string, changes: Readonly<Record<string, string>>) => {
  const path = join(home, 'cities', file)
  let text = readFileSync(path, 'utf8')
  for (const [before, after] of Object.entries(changes)) {
    expect(text).toContain(before)
    text = text.replace(before, after)
  }
  writeFileSync(path, text)
}

test('a city that is made is tried here, and somebody books on its pages', async () => {
  expect(await city(['new', 'duisburg'])).toMatchObject({ code: 0 })
  const port = String(await freePort())
  const child = spawn(process.execPath, words(['try', 'duisburg', port]), {
    ...options(),
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const at = `http://localhost:${port}`
  try {
    const ready = async () => (await fetch(`${at}/readyz`).catch(() => null))?.json()
    await expect.poll(ready, { timeout: 60_000, interval: 1000 }).toEqual({ ready: true })
    const browser = createFormsOnly({
      request: (path, init) => {
        // As a browser at this address says it.
        const headers = { ...(init?.headers as Record<string, string>), origin: at }
        return fetch(`${at}${path}`, { ...init, headers, redirect: 'manual' })
      },
    })
    await booksOnPage(browser)
    expect(browser.text).toContain('Ihr Termin steht fest')
    expect((await fetch(`${at}/__scheduled?cron=*+*+*+*+*`)).status).toBe(200)
    const { DATA_KEY = '' } = secrets()
    expect(said).not.toContain(DATA_KEY.slice(0, 12))
  } finally {
    if (child.pid) process.kill(-child.pid)
  }
})

test('it is deployed: migrated as D1 takes a text apart, seeded once, with its own secrets, and commands work on it', async () => {
  edit('duisburg.toml', {
    'database_id = ""': `database_id = "${DATABASE}"`,
    'PUBLIC_URL = ""': 'PUBLIC_URL = "https://lotse.example"',
    '# account_id = ""': `account_id = "${ACCOUNT}"`,
    'DOORS = ""': 'DOORS = "web"',
  })
  // Commands know one address of Cloudflare; wrangler has a setting for it.
  const LED = `const ask = fetch; globalThis.fetch = (url, init) =>
    ask(String(url).replace('https://api.cloudflare.com', '${cloudflare.url}'), init)`
  const cloud = {
    CLOUDFLARE_API_BASE_URL: `${cloudflare.url}/client/v4`,
    CLOUDFLARE_API_TOKEN: 'a-token',
    DATA_KEY: 'of another city, exported by the shell',
  }
  const deployed = await city(['deploy', 'duisburg'], cloud)
  expect(deployed, deployed.said).toMatchObject({ code: 0 })
  const made = cloudflare.db.prepare('SELECT count(*) FROM sqlite_schema WHERE "type" = ?').pluck()
  expect(made.get('trigger')).toBe(needed.filter(({ type }) => type === 'trigger').length)
  expect(cloudflare.db.prepare('SELECT "id" FROM "City"').pluck().all()).toEqual(['duisburg'])
  const upload = cloudflare.workers.get('lotse-duisburg') ?? ''
  const [uploaded = ''] = /^\{"main_module".*$/m.exec(upload) ?? []
  const env = secrets()
  expect(uploaded).toContain(env['DATA_KEY'])
  // What the shell has exported, and what only Telegram needs.
  expect(uploaded).not.toContain('of another city')
  expect(uploaded).not.toContain(env['WEBHOOK_SECRET'])
  expect(uploaded).toContain(DATABASE)

  const added = await city(
    ['run', 'duisburg', ...'staff add you@city.example --role administrator --name You'.split(' ')],
    { ...cloud, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(LED)}` },
  )
  expect(added, added.said).toMatchObject({ code: 0 })
  expect(added.said).toContain('https://lotse.example/staff/')
  const staff = cloudflare.db.prepare('SELECT "email" FROM "Staff"').pluck().all()
  expect(staff).toEqual(['you@city.example'])
})
