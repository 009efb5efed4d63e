// The Worker as it is deployed, over a D1 database that nobody has migrated, that holds half of a city, or a city
// that cannot be read.

import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { deployed } from '../support/deployed.ts'

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
        main: 'src/worker.ts',
        compatibility_date: '2026-10-01',
        compatibility_flags: ['nodejs_compat'],
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
    {
      config: {
        name: 'essen',
        main: 'src/worker.ts',
        ...deployed,
        d1_databases: [
          {
            binding: 'DB',
            database_id: 'essen',
            database_name: 'essen',
            migrations_dir: 'prisma/migrations',
          },
        ],
        // A city of which this version has no profile.
        vars: { ...vars, PROFILE: 'essen' },
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

test('is not ready and says why, until it is migrated', async () => {
  expect(await ready()).toEqual([503, { ready: false, why: 'not-migrated' }])
  expect(await minute()).toBe('ok')
  await harness.getWorker('unmigrated').applyD1Migrations('DB')
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

test('a city without a profile is not ready, until its profile is in the database', async () => {
  const worker = harness.getWorker<{
    DB: { prepare: (sql: string) => { run: () => Promise<unknown> } }
  }>('essen')
  await worker.applyD1Migrations('DB')
  const essen = async () => {
    const answer = await worker.fetch('http://localhost/readyz')
    return [answer.status, await answer.json()]
  }
  expect(await essen()).toEqual([503, { ready: false, why: 'no-profile' }])
  const { DB } = await worker.getEnv()
  const profile = readFileSync('prisma/seed/kreis-unna.json', 'utf8').replace(
    '"kreis-unna"',
    '"essen"',
  )
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`
  await DB.prepare(
    `INSERT INTO "City" ("id", "profile", "updatedAt") VALUES ('essen', ${text(profile)}, '')`,
  ).run()
  expect(await essen()).toEqual([200, { ready: true }])
})
