// A whole Lotse in this process for long runs: real database in a folder, virtual clock.

import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { duisburgProfile, MONDAY } from '../../scripts/gallery/talk-facts.ts'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/settings.ts'
import type { Deps } from '../../src/deps.ts'
import { createConversation } from '../../src/flows/conversation/conversation.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { createLog } from '../../src/log.ts'
import { openDatabase } from '../../src/store/engine/open-node.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore } from '../../src/store/store.ts'
import { createBot } from '../../src/telegram/bot.ts'
import type { createLightTelegram } from './light-telegram.ts'

export const SECRET = 'a-secret-of-the-fuzz'

export type LongRun = Awaited<ReturnType<typeof openLongRun>>

export async function openLongRun(
  telegram: ReturnType<typeof createLightTelegram>,
  { mail, callWebhook }: Pick<Deps, 'mail' | 'callWebhook'> = {},
) {
  const home = mkdtempSync(join(tmpdir(), 'lotse-long-'))
  const file = join(home, 'lotse.db')
  const clock = { at: MONDAY, now: () => clock.at }
  const read = readConfig({ BOT_TOKEN: '1:fuzz', DATABASE_URL: `file:${file}` })
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  const { config } = read
  const errors: string[] = []
  // Telegram's pace is kept in virtual time: nobody waits for it here.
  let elapsed = 0
  const timer = {
    now: () => elapsed++,
    sleep: async (ms: number) => {
      elapsed += ms
    },
  }
  const dataKey = randomBytes(32).toString('base64')

  async function open() {
    // Once it is over nothing of it is heard any more, whatever its promises still do: it was killed.
    const life = { over: false }
    const db = await openDatabase(file)
    const store = createStore(db, await createSeal(dataKey))
    const deps: Deps = {
      config,
      store,
      clock,
      i18n: createI18n(),
      log: createLog('error', clock.now, (line) => life.over || errors.push(line)),
      version: '0.0.0',
      newId: randomUUID,
      random: randomInt,
      ...(mail ? { mail } : {}),
      ...(callWebhook ? { callWebhook } : {}),
    }
    const fetch: typeof telegram.fetch = async (...asked) => {
      if (life.over) throw new Error('this process was killed')
      return await telegram.fetch(...asked)
    }
    await store.cities.seed('duisburg', duisburgProfile(), clock.at)
    const conversation = createConversation(deps)
    const bot = createBot(deps, conversation, {
      token: '1:fuzz',
      apiRoot: 'https://telegram.example',
      fetch: fetch as never,
      timer,
    })
    const app = createApp({ deps, conversation, answer: bot.answer, webhookSecret: SECRET })
    return { db, deps, bot, app, life }
  }

  const run = {
    ...(await open()),
    clock,
    errors,
    /** Where every file of it stands. */
    home,
    /** Ends it in the middle of whatever it does, and starts it again on the same file. */
    async restart(): Promise<void> {
      run.life.over = true
      await run.deps.store.close()
      Object.assign(run, await open())
    },
    /** Delivers an update as Telegram does; the status it is answered with, 503 where the process was killed. */
    async deliver(update: unknown): Promise<number> {
      const { life } = run
      const response = await run.app.request('/telegram', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'X-Telegram-Bot-Api-Secret-Token': SECRET,
        },
        body: typeof update === 'string' ? update : JSON.stringify(update),
      })
      return life.over ? 503 : response.status
    },
    async stop(): Promise<void> {
      await run.deps.store.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
  return run
}
