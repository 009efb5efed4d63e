// A D1 over Cloudflare's API: every method of the store answers as on a file, however often a request is one too many.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDatabase } from '../../src/store/engine/open-node.ts'
import { openRemote } from '../../src/store/engine/open-remote-node.ts'
import { RemoteRefused } from '../../src/store/engine/remote-d1-node.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore } from '../../src/store/store.ts'
import { layEmpty } from '../support/empty-database.ts'
import { type FakeCloudflare, openFakeCloudflare } from '../support/fake-cloudflare.ts'
import { begin, CALLS } from '../support/store-calls.ts'

const REMOTE = { account: 'a', database: 'd', token: 'a-token' }
// What these give is drawn anew in each database.
const AT_RANDOM = ['returns.pinBytes', 'returns.tries', 'staff.access.secret']
const KEY = Buffer.alloc(32, 1).toString('base64')

let cloudflare: FakeCloudflare
beforeEach(async () => {
  // Every third.
  cloudflare = await openFakeCloudflare({ refuses: (nth) => nth % 3 === 0 })
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    real(url.replace('https://api.cloudflare.com', cloudflare.url), init),
  )
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await cloudflare.close()
})

test('every method of the store answers as on a file, though every third request is refused', async () => {
  const home = mkdtempSync(join(tmpdir(), 'lotse-near-'))
  const file = join(home, 'lotse.db')
  layEmpty(file)
  const seal = await createSeal(KEY)
  const [near, far] = [
    createStore(await openDatabase(file), seal),
    createStore(await openRemote(REMOTE), seal),
  ]
  await begin(near)
  await begin(far)
  for (const [name, call] of Object.entries(CALLS)) {
    const [here, there] = [await told(() => call(near)), await told(() => call(far))]
    if (!AT_RANDOM.includes(name)) expect.soft(there, name).toEqual(here)
  }
  expect(cloudflare.count.refused).toBeGreaterThan(100)
  await near.close()
  rmSync(home, { recursive: true, force: true })
})

test('a model that is refused for good says why in the words of an operator', async () => {
  const { meta } = createStore(
    await openRemote({ ...REMOTE, token: 'another' }),
    await createSeal(KEY),
  )
  await expect(meta.set('k', 'v')).rejects.toThrow(RemoteRefused)
})

/** What it gave, or that it was refused. */
async function told(work: () => unknown): Promise<unknown> {
  try {
    return await work()
  } catch (fault) {
    return /constraint/i.test(String(fault)) ? 'refused' : String(fault)
  }
}
