// How often an update asks the database and calls Telegram, over whole talks that end in a booking.

import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { duisburgProfile } from '../../scripts/gallery/talk-facts.ts'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/settings.ts'
import { createConversation } from '../../src/flows/conversation/conversation.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { createLog } from '../../src/log.ts'
import { listen } from '../../src/runtime/node/serve.ts'
import { createTelegramFetch } from '../../src/runtime/node/telegram-fetch.ts'
import { openDatabase } from '../../src/store/engine/open-node.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore } from '../../src/store/store.ts'
import { createBot } from '../../src/telegram/bot.ts'
import { counted } from '../../test/support/counted.ts'
import { table } from './figures.ts'
import { SECRET, walk } from './people.ts'
import { booking } from './programs.ts'
import { startTelegram, TOKEN } from './telegram.ts'

/** Mean over talks of eleven updates: to a booking with its calendar file, and cancelled again. */
export async function statements(): Promise<string> {
  const telegram = await startTelegram()
  const home = mkdtempSync(join(tmpdir(), 'lotse-statements-'))
  const db = await openDatabase(join(home, 'bench.db'))
  const count = { statements: 0 }
  const read = readConfig({ BOT_TOKEN: TOKEN })
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  const clock = { now: () => Date.now() }
  const deps = {
    config: read.config,
    store: createStore(counted(db, count), await createSeal(randomBytes(32).toString('base64'))),
    clock,
    i18n: createI18n(),
    log: createLog('error', clock.now, () => {}),
    newId: randomUUID,
    random: randomInt,
  }
  await deps.store.cities.seed('duisburg', duisburgProfile(), clock.now())
  const fetch = createTelegramFetch(telegram.root) as never
  const conversation = createConversation(deps)
  const bot = createBot(deps, conversation, {
    token: TOKEN,
    apiRoot: telegram.root,
    fetch,
  })
  const app = createApp({ deps, conversation, answer: bot.answer, webhookSecret: SECRET })
  const server = await listen(app.fetch, 0, '127.0.0.1')
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  count.statements = 0
  const load = { people: 1, updates: 110 }
  const { updates, failures } = await walk(telegram, { root }, booking, load)
  if (failures[0]) throw new Error(failures[0])
  const calls = [...telegram.calls.values()].reduce((sum, count) => sum + count, 0)
  server.close()
  telegram.stop()
  await deps.store.close()
  rmSync(home, { recursive: true, force: true })
  return table(
    ['updates', 'statements an update', 'Bot API calls an update'],
    [[`${updates}`, (count.statements / updates).toFixed(2), (calls / updates).toFixed(2)]],
  )
}
