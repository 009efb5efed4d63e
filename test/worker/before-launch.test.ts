// The Worker as it is deployed, before a city has said who answers for the data: nobody comes in until it is entered.

import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { deployed, migratedCity } from '../support/deployed.ts'
import { withFacts } from '../support/with-facts.ts'

const SECRET = 'a-secret-of-the-tests'
const harness = createTestHarness({
  workers: [
    {
      config: {
        name: 'closed',
        ...deployed(),
        d1_databases: [
          { binding: 'DB', database_id: 'closed', migrations_dir: 'prisma/migrations' },
        ],
        vars: {
          ...{ BOT_TOKEN: '4242:test', WEBHOOK_SECRET: SECRET },
          PUBLIC_URL: 'https://lotse.example',
          DATA_KEY: randomBytes(32).toString('base64'),
        },
        send_metrics: false,
      },
    },
  ],
})
type Binding = {
  prepare: (sql: string) => {
    bind: (...values: unknown[]) => { run: () => Promise<unknown> }
    all: () => Promise<{ results: unknown[] }>
  }
}
const worker = () => harness.getWorker<{ DB: Binding }>('closed')
beforeAll(async () => {
  await harness.listen()
  await migratedCity(worker())
}, 300_000)
afterAll(() => harness.close())

async function asked(path: string, init?: { method: string; headers?: object; body?: string }) {
  const answer = await worker().fetch(`https://lotse.example${path}`, {
    redirect: 'manual',
    ...(init as object),
  })
  return { status: answer.status, text: await answer.text() }
}

// Of a form that is let go, so that nothing is sent to Telegram.
const update = (id: number) =>
  asked('/telegram', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'X-Telegram-Bot-Api-Secret-Token': SECRET },
    body: JSON.stringify({ update_id: id, edited_message: null }),
  })

test('says what is missing to whoever watches, and has Telegram come again', async () => {
  const { status, text } = await asked('/readyz')
  expect([status, JSON.parse(text)]).toEqual([
    503,
    { ready: false, why: 'facts', names: ['controller', 'officer', 'imprint'] },
  ])
  expect((await update(1)).status).toBe(503)
})

test.each(['/', '/a?t=nothing', '/l/HO', '/with/anything', '/nowhere'])(
  'whoever opens %s reads that it is not open yet, with the numbers for danger a press away',
  async (path) => {
    const { status, text } = await asked(path)
    expect(status).toBe(503)
    expect(text).toContain('Lotse ist hier noch nicht offen.')
    expect(text).toContain('href="/sos"')
  },
)

test('in their language where it is known, also where a form is sent', async () => {
  const sent = await asked('/a?lang=tr', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://lotse.example',
    },
    body: 't=anything',
  })
  expect(sent.status).toBe(503)
  expect(sent.text).toContain('<html lang="tr"')
  expect(sent.text).not.toContain('noch nicht offen')
  const { DB } = await worker().getEnv()
  expect((await DB.prepare('SELECT 1 FROM "Person"').all()).results).toEqual([])
})

test.each([
  ['/sos', 200],
  ['/healthz', 200],
  ['/privacy?lang=de', 200],
  ['/imprint?lang=de', 200],
  ['/accessibility?lang=de', 200],
  ['/icon.svg', 200],
  // Where the facts are entered: it asks who comes.
  ['/staff/admin/facts', 401],
  ['/api/v1/intakes', 401],
])('%s is open all the same', async (path, status) =>
  expect((await asked(path)).status).toBe(status),
)

test('is open once they are entered', async () => {
  const { DB } = await worker().getEnv()
  await DB.prepare('UPDATE "City" SET "version" = "version" + 1, "profile" = ?')
    .bind(JSON.stringify(withFacts()))
    .run()
  expect(JSON.parse((await asked('/readyz')).text)).toEqual({ ready: true })
  expect((await update(2)).status).toBe(200)
  expect((await asked('/?lang=de')).status).toBe(200)
  expect((await asked('/not-open?lang=de')).status).toBe(404)
})
