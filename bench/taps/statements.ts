// How often an update asks the database and calls Telegram, over whole talks that end in a booking.

import type { AddressInfo } from 'node:net'
import { createApp } from '../../src/app.ts'
import { createConversation } from '../../src/flows/conversation/conversation.ts'
import { listen } from '../../src/runtime/node/serve.ts'
import { createTelegramWay } from '../../src/runtime/node/telegram-way.ts'
import { createBot } from '../../src/telegram/bot.ts'
import { openCounted } from '../counted-deps.ts'
import { table } from './figures.ts'
import { SECRET, walk } from './people.ts'
import { booking } from './programs.ts'
import { startTelegram, TOKEN } from './telegram.ts'

/** Mean over talks of eleven updates: to a booking with its calendar file, and cancelled again. */
export async function statements(): Promise<string> {
  const telegram = await startTelegram()
  const { deps, count, close } = await openCounted()
  const fetch = createTelegramWay(telegram.root).fetch as never
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
  await close()
  return table(
    ['updates', 'statements an update', 'Bot API calls an update'],
    [[`${updates}`, (count.statements / updates).toFixed(2), (calls / updates).toFixed(2)]],
  )
}
