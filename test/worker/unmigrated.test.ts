// The Worker as it is deployed, over a D1 database that nobody has migrated, that holds half of a city, or a city
// that cannot be read.

import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { type Bound, deployed, withProfile } from '../support/deployed.ts'

const vars = {
  BOT_TOKEN: '4242:test',
  TRIAL: 'yes',
  WEBHOOK_SECRET: 'a-secret-of-the-tests',
  PUBLIC_URL: 'https://bot.example',
  DATA_KEY: randomBytes(32).toString('base64'),
}
const harness = createTestHarness({
  workers: [
    {
      config: {
        name: 'unmigrated',
        ...deployed(),
        d1_databases: [
          {
            binding: 'DB',
            database_id: 'unmigrated',
            database_name: 'unmigrated',
            migrations_dir: 'prisma/migrations',
          },
        ],
        vars,
        send_metrics: false,
      },
    },
  ],
})
beforeAll(() => harness.listen())
afterAll(() => harness.close())

const answered = async (updateId: number) => {
  const answer = await harness.fetch('http://localhost/telegram', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'X-Telegram-Bot-Api-Secret-Token': 'a-secret-of-the-tests',
    },
    // Of a form that is let go, so that nothing is sent to Telegram.
    body: JSON.stringify({ update_id: updateId, edited_message: null }),
  })
  return answer.status
}
const ready = async () => {
  const answer = await harness.fetch('http://localhost/readyz')
  return [answer.status, await answer.json()]
}

const minute = async () => {
  const cron = { cron: '* * * * *', scheduledTime: new Date() }
  return (await harness.getWorker('unmigrated').scheduled(cron)).outcome
}

test('is not ready and says why, until it is migrated and its profile is in the database', async () => {
  expect(await ready()).toEqual([503, { ready: false, why: 'not-migrated' }])
  expect(await minute()).toBe('ok')
  const worker = harness.getWorker<Bound>('unmigrated')
  await worker.applyD1Migrations('DB')
  expect(await ready()).toEqual([503, { ready: false, why: 'no-profile' }])
  expect(await minute()).toBe('ok')
  await withProfile(worker)
  expect(await ready()).toEqual([200, { ready: true }])
})

test('answers nothing while a city is being brought in: Telegram sends it again', async () => {
  type Binding = { exec: (sql: string) => Promise<unknown> }
  const { DB } = await harness.getWorker<{ DB: Binding }>('unmigrated').getEnv()
  expect(await answered(1)).toBe(200)
  await DB.exec('CREATE TABLE "Unfinished" ("at" TEXT)')
  expect(await answered(2)).toBe(503)
  expect(await ready()).toEqual([503, { ready: false, why: 'unfinished' }])
  await DB.exec('DROP TABLE "Unfinished"')
  expect(await answered(2)).toBe(200)
})

test('a minute in which the city cannot be read ends as any other, and the next one has it again', async () => {
  type Binding = { exec: (sql: string) => Promise<unknown> }
  const { DB } = await harness.getWorker<{ DB: Binding }>('unmigrated').getEnv()
  await DB.exec('UPDATE "City" SET "version" = "version" + 1, "profile" = \'[]\' || "profile"')
  expect(await minute()).toBe('ok')
  await DB.exec('UPDATE "City" SET "version" = "version" + 1, "profile" = substr("profile", 3)')
  expect(await minute()).toBe('ok')
})
