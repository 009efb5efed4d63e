// The way of updates from Telegram to Lotse.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Deps } from '../../deps.ts'
import { unlessLately } from '../../flows/unless-lately.ts'
import type { Bot } from '../../telegram/bot.ts'
import { startPolling } from '../../telegram/poll.ts'
import { describeBot, noteBotName, registerWebhook } from '../../telegram/register.ts'
import { keepTrying } from './keep-trying.ts'

/** Webhook where there is an address, else polling. Telegram may be down: it is asked again. */
export async function connect(
  deps: Deps,
  bot: Bot,
  url: string | undefined,
  secret: string,
): Promise<{ stop: () => Promise<void> } | undefined> {
  const untilDone = (what: string, work: () => Promise<unknown>) =>
    keepTrying(deps, what, work, (ms) => sleep(ms, true, { ref: false }))
  // The Telegram of a demo is made anew with each start, and remembers nothing.
  const isDemo = deps.config.mode === 'demo'
  const told = isDemo ? undefined : deps.store.meta
  const leading = (says: unknown, call: () => Promise<unknown>) =>
    isDemo ? call() : unlessLately(deps, 'webhook', [bot.api.token, says], call)
  void untilDone('describe bot', () => describeBot(deps, bot.api, told))
  void untilDone('ask for the bot name', () => noteBotName(deps, bot.api))
  if (url) {
    const registered = untilDone('register webhook', () =>
      leading([url, secret], () => registerWebhook(bot.api, url, secret)),
    )
    if (isDemo) await registered
    return undefined
  }
  await untilDone('leave webhook', () => leading(null, () => bot.api.deleteWebhook()))
  return startPolling(deps, bot, (ms) => sleep(ms))
}
