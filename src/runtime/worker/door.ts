// What a Worker serves, built once for each isolate.

import type { Hono } from 'hono'
import { createApp } from '../../app.ts'
import type { Clock, Deps } from '../../deps.ts'
import { createConversation } from '../../flows/conversation/conversation.ts'
import type { Messengers } from '../../flows/outbox/messenger.ts'
import { createTick, type Tick } from '../../flows/upkeep/run-tick.ts'
import { createBot } from '../../telegram/bot.ts'
import { realTimer } from '../../telegram/pacer.ts'
import { noteBotName } from '../../telegram/register.ts'
import { pageMessenger } from '../../web/messenger.ts'
import { type Env, openDeps } from './deps.ts'

// D1 answers a thousand queries of one event, and a message takes four. So does a sound, which counts as one.
const MESSAGES_A_TICK = 200

export type Door = {
  app: Hono
  deps: Deps
  messengers: Messengers
  tick: Tick
  /** Asks Telegram for the bot's name and keeps it; nothing where Telegram is not open. */
  noteName: () => Promise<void>
}

/** Opens Lotse on the bindings of a Worker. Throws `CannotStart`. */
export async function openDoor(env: Env, clock: Clock, timer = realTimer): Promise<Door> {
  const deps = await openDeps(env, clock)
  const { config } = deps
  // A request may not wait for another one's promise; the version of the talk keeps the order.
  const conversation = createConversation(deps, (_, work) => work())
  const bot = config.doors.telegram
    ? createBot(deps, conversation, {
        token: config.botToken ?? '',
        apiRoot: config.telegramApiRoot,
        timer,
      })
    : undefined
  const messengers: Messengers = {
    ...(bot ? { telegram: bot.messenger } : {}),
    ...(config.doors.web ? { web: pageMessenger } : {}),
  }
  const app = createApp({
    deps,
    conversation,
    answer: bot?.answer,
    webhookSecret: config.webhookSecret,
  })
  const wait = (ms: number) => timer.sleep(ms)
  const tick = createTick(deps, messengers, { wait, most: MESSAGES_A_TICK })
  const noteName = async () => {
    if (bot) await noteBotName(deps, bot.api)
  }
  return { app, deps, messengers, tick, noteName }
}
