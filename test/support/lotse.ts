// Lotse as it runs, for tests: real database, real bot, a simulated Telegram, a clock that stands still.

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { duisburgProfile, MONDAY } from '../../scripts/gallery/talk-facts.ts'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/settings.ts'
import type { Deps } from '../../src/deps.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { createConversation } from '../../src/flows/conversation/conversation.ts'
import { createTick } from '../../src/flows/upkeep/run-tick.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { createLog } from '../../src/log.ts'
import { moveClock } from '../../src/runtime/node/demo-clock.ts'
import { encoder } from '../../src/runtime/node/deps.ts'
import { createWebhookCaller } from '../../src/runtime/node/webhook-caller.ts'
import { createSimulator } from '../../src/simulator/simulator.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore } from '../../src/store/store.ts'
import { createBot } from '../../src/telegram/bot.ts'
import { registerWebhook } from '../../src/telegram/register.ts'
import { virtualTimer } from '../../src/telegram/virtual-timer.ts'
import { pageMessenger } from '../../src/web/messenger.ts'
import { failOnce } from './broken-disk.ts'
import { counted } from './counted.ts'
import { engine, type Requests } from './engine.ts'

const TOKEN = '4242:test'
const i18n = createI18n()
export const SECRET = 'a-secret-of-the-tests'

export type TestLotse = Awaited<ReturnType<typeof startLotse>>

/** A Monday morning in Duisburg unless told otherwise. `stop` leaves nothing behind. */
export async function startLotse(
  options: {
    now?: number
    file?: string
    dataKey?: string
    profile?: Profile
    settings?: Record<string, string>
  } = {},
) {
  const home = mkdtempSync(join(tmpdir(), 'lotse-'))
  const file = options.file ?? join(home, 'lotse.db')
  const clock = { at: options.now ?? MONDAY, now: () => clock.at }
  const profile = options.profile ?? duisburgProfile()
  const read = readConfig({
    BOT_TOKEN: TOKEN,
    DATABASE_URL: `file:${file}`,
    PROFILE: profile.id,
    WEBHOOKS_PRIVATE: 'yes',
    ...options.settings,
  })
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  const db = await engine.open(file, options.file !== undefined)
  const dataKey = options.dataKey ?? randomBytes(32).toString('base64')
  const count = { statements: 0 }
  const store = createStore(counted(db, count), await createSeal(dataKey))
  const disk = { broken: false }
  failOnce(store, disk)
  const logged: string[] = []
  let ids = 0
  const deps: Deps = {
    config: read.config,
    store,
    clock,
    i18n,
    log: createLog('debug', clock.now, (line) => logged.push(line)),
    version: '0.0.0',
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    callWebhook: createWebhookCaller(true),
    encoder,
    random: (below) => Math.floor(Math.random() * below),
  }
  await store.cities.seed(profile.id, profile, clock.at)
  const advance = (ms: number) => {
    clock.at += ms
  }
  const simulator = createSimulator({
    token: TOKEN,
    clock: { now: clock.now, advance },
    fetch: (url, init) => app.request(url, init),
    sleep: async () => {},
    staffUrl: '/staff',
  })
  const conversation = createConversation(deps)
  const bot = createBot(deps, conversation, {
    token: TOKEN,
    apiRoot: 'https://telegram.example',
    fetch: simulator.telegramFetch as never,
    timer: virtualTimer(),
  })
  const settings = {
    PROFILE: profile.id,
    BOT_TOKEN: TOKEN,
    WEBHOOK_SECRET: SECRET,
    PUBLIC_URL: 'http://localhost',
    DATA_KEY: dataKey,
    WEBHOOKS_PRIVATE: 'yes',
    LOG_LEVEL: 'debug',
    ...options.settings,
  }
  const far = await engine.serve?.({
    settings,
    clock,
    disk,
    count,
    telegram: simulator.api,
    logged,
  })
  const tick =
    far?.tick ??
    createTick(deps, {
      ...(read.config.doors.telegram ? { telegram: bot.messenger } : {}),
      ...(read.config.doors.web ? { web: pageMessenger } : {}),
    })
  const here = createApp({
    deps,
    conversation,
    answer: read.config.doors.telegram ? bot.answer : undefined,
    webhookSecret: SECRET,
  })
  const app: Requests & Pick<typeof here, 'fetch' | 'routes'> = far
    ? { ...far, fetch: here.fetch, routes: here.routes }
    : here
  await registerWebhook(bot.api, 'https://bot.example/telegram', SECRET)
  return {
    deps,
    db,
    app,
    bot,
    clock,
    disk,
    count,
    file,
    dataKey,
    logged,
    world: simulator.world,
    /** The chat in the browser, to be mounted at /simulator. */
    chats: simulator.page,
    tick,
    /** Moves the clock as the demo does: what falls due on the way happens at its own time. */
    passes: (ms: number) => moveClock(deps, tick, advance, ms, engine.step),
    stop: async () => {
      await far?.stop()
      await store.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
