// Commands on a D1 over Cloudflare's API, which is asked too often now and then: whatever is cut off is gone on with by the
// same command.

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { exportCity } from '../../src/flows/upkeep/move-city.ts'
import { runCommand } from '../../src/runtime/node/command-line.ts'
import { createActor } from '../support/actor.ts'
import { type FakeCloudflare, openFakeCloudflare } from '../support/fake-cloudflare.ts'
import { startLotse } from '../support/lotse.ts'
import { bookSara } from '../support/talks.ts'

const key = () => randomBytes(32).toString('base64')
const [first, second] = [key(), key()]

let home: string
let cloudflare: FakeCloudflare
let refuses: (nth: number) => boolean
let said: string
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'lotse-commands-'))
  refuses = () => false
  cloudflare = await openFakeCloudflare({ refuses: (nth) => refuses(nth) })
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    real(url.replace('https://api.cloudflare.com', cloudflare.url), init),
  )
  said = ''
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += String(text)
      return true
    })
  }
})
afterEach(async () => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  process.exitCode = 0
  await cloudflare.close()
  rmSync(home, { recursive: true, force: true })
})

async function run(words: string, dataKey = first): Promise<boolean> {
  said = ''
  await runCommand(words.split(' '), {
    DATABASE_URL: 'd1:0123456789abcdef0123456789abcdef/11111111-2222-3333-4444-555555555555',
    ...{ CLOUDFLARE_API_TOKEN: 'a-token', DATA_KEY: dataKey, TRIAL: 'yes' },
  })
  return process.exitCode === 0
}
const rows = (sql: string) => cloudflare.db.prepare(sql).pluck().all()

/** A city with an appointment, as a file. */
async function exported(): Promise<string> {
  const lotse = await startLotse({ dataKey: first })
  await lotse.deps.store.meta.knowsKey()
  await bookSara(createActor(lotse.world))
  const file = join(home, 'city.jsonl')
  writeFileSync(file, `${(await exportCity(lotse.deps)).lines.join('\n')}\n`)
  await lotse.stop()
  return file
}

test('a city that is brought in is cut off, and the same command brings it in', async () => {
  const file = await exported()
  const begun = cloudflare.count.answered
  // Somewhere among its tables.
  refuses = (nth) => nth > begun + 60
  expect(await run(`import ${file}`), said).toBe(false)
  expect(said).toMatch(/^Cloudflare is asked too often.+\n$/)
  expect(rows('SELECT count(*) FROM "Unfinished"')).toEqual([0])
  refuses = (nth) => nth % 3 === 0
  expect(await run(`import ${file}`), said).toBe(true)
  expect(rows('SELECT "state" FROM "Booking"')).toEqual(['booked'])
  expect(rows(`SELECT count(*) FROM sqlite_schema WHERE "name" = 'Unfinished'`)).toEqual([0])
})

test('a profile goes in and a new key is put, however often a request is refused', async () => {
  expect(await run(`import ${await exported()}`), said).toBe(true)
  refuses = (nth) => nth % 3 === 0
  const before = cloudflare.count.answered
  expect(await run('profile import prisma/seed/duisburg.json'), said).toBe(true)
  // Far from the twelve hundred that Cloudflare answers in five minutes.
  expect(cloudflare.count.answered - before).toBeLessThan(60)
  expect(await run('key rotate', `2:${second},1:${first}`), said).toBe(true)
  expect(rows('SELECT "sealed" FROM "Address"').filter((one) => !/^2\./.test(String(one)))).toEqual(
    [],
  )
})
