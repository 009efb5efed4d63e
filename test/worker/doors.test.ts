// The Worker as it is deployed, with each choice of doors.

import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { type Bound, deployed, migratedCity } from '../support/deployed.ts'

const web = {
  TRIAL: 'yes',
  PUBLIC_URL: 'https://lotse.example',
  DATA_KEY: randomBytes(32).toString('base64'),
}
const telegram = { BOT_TOKEN: '4242:test', WEBHOOK_SECRET: 'a-secret-of-the-tests' }
const SETTINGS: Record<string, Record<string, string>> = {
  web: { DOORS: 'web', ...web },
  telegram: { DOORS: 'telegram', ...web, ...telegram },
  both: { DOORS: '', ...web, ...telegram },
  tokenless: { ...web },
  half: { DOORS: 'web,telegram', ...web },
  contradictory: { DOORS: 'web', ...web, ...telegram },
}
const harness = createTestHarness({
  workers: Object.entries(SETTINGS).map(([name, vars]) => ({
    config: {
      name,
      ...deployed(),
      d1_databases: [{ binding: 'DB', database_id: name, migrations_dir: 'prisma/migrations' }],
      vars,
      send_metrics: false,
    },
  })),
})
// Six Workers begin, which a busy machine takes its time for.
beforeAll(() => harness.listen(), 300_000)
afterAll(() => harness.close())

const answers = async (name: string) => {
  const worker = harness.getWorker<Bound>(name)
  await migratedCity(worker)
  const status = async (path: string, init?: { method: string }) =>
    (await worker.fetch(`https://lotse.example${path}`, init)).status
  return [
    await status('/readyz'),
    await status('/telegram', { method: 'POST' }),
    await status('/sos'),
  ]
}

test.each([
  ['web', [200, 404, 200]],
  ['telegram', [200, 401, 200]],
  ['both', [200, 401, 200]],
  // A Worker has no demo: without a token it has to be said that the web alone is meant.
  ['tokenless', [503, 503, 503]],
  ['half', [503, 503, 503]],
  ['contradictory', [503, 503, 503]],
])('%s', async (name, expected) => expect(await answers(name)).toEqual(expected))

test('with the web alone its minute passes, and Telegram is asked nothing', async () => {
  const cron = { cron: '* * * * *', scheduledTime: new Date() }
  expect((await harness.getWorker('web').scheduled(cron)).outcome).toBe('ok')
})
