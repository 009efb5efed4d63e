// What a Worker serves, built once for each isolate.

import type { Hono } from 'hono'
import { createApp } from '../../app.ts'
import type { Clock, Deps } from '../../deps.ts'
import { createConversation } from '../../flows/conversation/conversation.ts'
import type { Messengers } from '../../flows/outbox/messenger.ts'
import { createTick } from '../../flows/upkeep/run-tick.ts'
import { createBot } from '../../telegram/bot.ts'
import { realTimer } from '../../telegram/pacer.ts'
import { noteBotName } from '../../telegram/register.ts'
import { pageMessenger } from '../../web/messenger.ts'
import { type Env, openDeps } from './deps.ts'

export type Door = {
  app: Hono
  deps: Deps
  /**
   * Does what is due, by ways to people of its own: what one event waits for, such as its place in the pace of
   * messages, no other event can be handed. `wait` for what falls due in moments; `null` where that is left alone.
   */
  tick: (wait?: ((ms: number) => Promise<void>) | null) => Promise<void>
  /** Asks Telegram for the bot's name and keeps it; nothing where Telegram is not open. */
  noteName: () => Promise<void>
}

/** Opens Lotse on the bindings of a Worker. `clientOver`: who has a client brings it. Throws `CannotStart`. */
export async function openDoor(
  env: Env,
  clock: Clock,
  timer = realTimer,
  clientOver?: Parameters<typeof openDeps>[2],
): Promise<Door> {
  const deps = await openDeps(env, clock, clientOver)
  const { config } = deps
  // A request may not wait for another one's promise; the version of the talk keeps the order.
  const conversation = createConversation(deps, (_, work) => work())
  const botOf = () =>
    config.doors.telegram
      ? createBot(deps, conversation, {
          token: config.botToken ?? '',
          apiRoot: config.telegramApiRoot,
          timer,
        })
      : undefined
  const bot = botOf()
  const app = createApp({
    deps,
    conversation,
    answer: bot?.answer,
    webhookSecret: config.webhookSecret,
  })
  const tick: Door['tick'] = async (wait = (ms) => timer.sleep(ms)) => {
    const own = botOf()
    const messengers: Messengers = {
      ...(own ? { telegram: own.messenger } : {}),
      ...(config.doors.web ? { web: pageMessenger } : {}),
    }
    await createTick(deps, messengers, wait ? { wait } : {})()
  }
  const noteName = async () => {
    if (bot) await noteBotName(deps, bot.api)
  }
  return { app, deps, tick, noteName }
}
