// Lotse as it runs on Node, in a process that can be killed: the same parts as src/node.ts, with a
// clock that may run ahead, so that ten minutes need not be waited for.

import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/settings.ts'
import { createConversation } from '../../src/flows/conversation/conversation.ts'
import { createTick } from '../../src/flows/upkeep/run-tick.ts'
import { openDeps } from '../../src/runtime/node/deps.ts'
import { createTelegramWay } from '../../src/runtime/node/telegram-way.ts'
import { createBot } from '../../src/telegram/bot.ts'

const [port = '4602', ahead = '0', batch = 'batch'] = process.argv.slice(2)
const read = readConfig(process.env)
if ('faults' in read) throw new Error(read.faults.join('\n'))
const clock = { now: () => Date.now() + Number(ahead) }
const deps = await openDeps(read.config, clock)
const conversation = createConversation(deps)
const bot = createBot(deps, conversation, {
  token: read.config.botToken ?? '',
  apiRoot: read.config.telegramApiRoot,
  fetch: createTelegramWay(read.config.telegramApiRoot).fetch as never,
})
const app = createApp({
  deps,
  conversation,
  answer: bot.answer,
  webhookSecret: read.config.webhookSecret,
})
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' }, () => {
  process.stdout.write('ready\n')
})
const tick = createTick(deps, { telegram: bot.messenger }, { wait: (ms) => sleep(ms) })
if (batch === 'batch') {
  await tick()
  process.stdout.write('done\n')
}
