// The product's Worker several times in workerd, all bound to one D1.

import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { PrismaD1 } from '@prisma/adapter-d1'
import { createTestHarness } from 'wrangler'
import { PrismaClient } from '../../src/generated/node/client.ts'
import { openOnD1 } from '../../src/store/engine/open-d1.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore } from '../../src/store/store.ts'
import { startTelegram } from './calm-telegram.ts'
import { deployed, migratedCity } from './deployed.ts'
import { heldBatches } from './held-batch.ts'
import type { Several } from './several.ts'

const SECRET = 'a-secret-of-the-tests'

type Binding = Extract<ConstructorParameters<typeof PrismaD1>[0], { prepare: unknown }>

export async function startWorkers(count: number): Promise<Several> {
  const telegram = await startTelegram()
  const dataKey = randomBytes(32).toString('base64')
  const vars = {
    BOT_TOKEN: '4242:test',
    TRIAL: 'yes',
    PUBLIC_URL: 'https://lotse.example',
    WEBHOOK_SECRET: SECRET,
    DATA_KEY: dataKey,
    TELEGRAM_API_ROOT: telegram.root,
  }
  const harness = createTestHarness({
    workers: Array.from({ length: count }, (_, index) => ({
      config: {
        name: `lotse-${index}`,
        ...deployed(),
        d1_databases: [
          { binding: 'DB', database_id: 'lotse', migrations_dir: 'prisma/migrations' },
        ],
        vars,
        send_metrics: false,
      },
    })),
  })
  await harness.listen()
  const first = harness.getWorker<{ DB: Binding }>()
  await migratedCity(first)
  const db = heldBatches((await first.getEnv()).DB)
  const workers = Array.from({ length: count }, (_, index) => harness.getWorker(`lotse-${index}`))
  return {
    store: createStore(
      await openOnD1(
        new PrismaD1(db),
        db as never,
        new AsyncLocalStorage(),
        (adapter) => new PrismaClient({ adapter }),
      ),
      await createSeal(dataKey),
    ),
    async tickAll() {
      const cron = { cron: '* * * * *', scheduledTime: new Date() }
      const ticks = await Promise.all(workers.map((worker) => worker.scheduled(cron)))
      for (const { outcome } of ticks) if (outcome !== 'ok') throw new Error(`a tick: ${outcome}`)
      return []
    },
    told: (chat) => telegram.chats.get(chat) ?? [],
    answering: telegram.answering,
    rows: async (sql) => (await db.prepare(sql).all()).results,
    async deliver(which, update) {
      const worker = harness.getWorker(`lotse-${which % count}`)
      const { status } = await worker.fetch('https://lotse.example/telegram', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'X-Telegram-Bot-Api-Secret-Token': SECRET,
        },
        body: JSON.stringify(update),
      })
      return status
    },
    async reach(which, request) {
      const worker = harness.getWorker(`lotse-${which % count}`)
      const { pathname, search } = new URL(request.url)
      const { method } = request
      const headers = Object.fromEntries(request.headers)
      if ('origin' in headers) headers['origin'] = 'https://lotse.example'
      const body = method === 'POST' ? await request.text() : null
      const url = `https://lotse.example${pathname}${search}`
      const came = await worker.fetch(url, { method, headers, body, redirect: 'manual' })
      return came as unknown as Response
    },
    async stop() {
      await harness.close()
      telegram.stop()
    },
  }
}
