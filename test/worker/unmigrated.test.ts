// The Worker as it is deployed, over a D1 database that nobody has migrated.

import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'

const harness = createTestHarness({
  workers: [
    {
      config: {
        name: 'unmigrated',
        main: 'src/worker.ts',
        compatibility_date: '2026-10-01',
        compatibility_flags: ['nodejs_compat'],
        d1_databases: [
          { binding: 'DB', database_name: 'unmigrated', migrations_dir: 'prisma/migrations' },
        ],
        vars: {
          BOT_TOKEN: '4242:test',
          WEBHOOK_SECRET: 'a-secret-of-the-tests',
          PUBLIC_URL: 'https://bot.example',
          DATA_KEY: randomBytes(32).toString('base64'),
        },
        send_metrics: false,
      },
    },
  ],
})
beforeAll(() => harness.listen())
afterAll(() => harness.close())

const ready = async () => {
  const answer = await harness.fetch('http://localhost/readyz')
  return [answer.status, await answer.json()]
}

test('is not ready and says why, until it is migrated', async () => {
  expect(await ready()).toEqual([503, { ready: false, why: 'not-migrated' }])
  await harness.getWorker('unmigrated').applyD1Migrations('DB')
  expect(await ready()).toEqual([200, { ready: true }])
})
