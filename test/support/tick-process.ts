// One of several processes that tick over one file at the same moment: settings from the environment,
// "ready" when it is open, a tick on the first line of its input, then how many messages it sent.

import { once } from 'node:events'
import { readConfig } from '../../src/config/settings.ts'
import { createConversation } from '../../src/flows/conversation/conversation.ts'
import type { Messenger } from '../../src/flows/outbox/messenger.ts'
import { createTick } from '../../src/flows/upkeep/run-tick.ts'
import { openDeps } from '../../src/runtime/node/deps.ts'
import { createBot } from '../../src/telegram/bot.ts'

const read = readConfig(process.env)
if ('faults' in read) throw new Error(read.faults.join('\n'))
const { botToken: token = '', telegramApiRoot: apiRoot } = read.config
const deps = await openDeps(read.config, { now: () => Date.now() })
const { messenger } = createBot(deps, createConversation(deps), { token, apiRoot })
let sent = 0
const counting: Messenger = {
  send: (...message) => {
    sent += 1
    return messenger.send(...message)
  },
}
process.stdout.write('ready\n')
await once(process.stdin, 'data')
await createTick(deps, { telegram: counting })()
await deps.store.close()
process.stdout.write(`${sent}\n`)
process.exit(0)
