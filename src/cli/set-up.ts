// `lotse telegram register`, `lotse db …`: what has to be there before the first person comes.

import { existsSync } from 'node:fs'
import { createI18n } from '../i18n/index.ts'
import { faultsOf } from '../runtime/node/check-database.ts'
import { createTelegramWay } from '../runtime/node/telegram-way.ts'
import { createApi } from '../telegram/bot.ts'
import { describeBot, registerWebhook } from '../telegram/register.ts'
import { type Command, command } from './command.ts'
import { CommandFault } from './terminal.ts'

export const setUpCommands: readonly Command[] = [
  command({
    usage: 'telegram register',
    what: 'leads the bot to PUBLIC_URL and names its commands; needs BOT_TOKEN, WEBHOOK_SECRET',
    run: async (terminal) => {
      const { botToken, publicUrl, webhookSecret, telegramApiRoot, doors, proxy } =
        terminal.settings()
      if (!doors.telegram)
        throw new CommandFault('DOORS: Telegram is not open, nothing to register')
      if (!botToken || !publicUrl || !webhookSecret) {
        throw new CommandFault('BOT_TOKEN, PUBLIC_URL, WEBHOOK_SECRET: all three are needed')
      }
      const api = createApi({
        token: botToken,
        apiRoot: telegramApiRoot,
        fetch: createTelegramWay(telegramApiRoot, proxy).fetch as never,
      })
      await registerWebhook(api, `${publicUrl}/telegram`, webhookSecret).catch(toFault)
      await describeBot({ i18n: createI18n(), clock: { now: Date.now } }, api).catch(toFault)
      const { url, pending_update_count: pending } = await api.getWebhookInfo().catch(toFault)
      terminal.print(`Telegram delivers to ${url}; ${pending} updates are waiting.`)
      return true
    },
  }),
  command({
    usage: 'db migrate',
    what: 'brings the file of DATABASE_URL up to date (D1: wrangler d1 migrations apply)',
    mayBegin: true,
    run: async (terminal) => {
      const { store } = await terminal.open()
      const migrations = await store.copies.migrations()
      terminal.print(`${migrations.length} migrations are applied, last ${migrations.at(-1)}.`)
      return true
    },
  }),
  command({
    usage: 'db check',
    what: 'says whether the file of DATABASE_URL is whole, while Lotse runs; `sqlite3` before 3.44 cannot',
    run: async (terminal) => {
      const { remote, databaseFile } = terminal.settings()
      if (remote) throw new CommandFault('DATABASE_URL: D1 is no file, and looks after itself')
      if (!existsSync(databaseFile))
        throw new CommandFault(`${databaseFile}: there is no such file`)
      const faults = faultsOf(databaseFile)
      for (const fault of faults) terminal.print(fault)
      terminal.print(
        faults.length === 0
          ? `${databaseFile} is whole.`
          : `${databaseFile} is damaged: stop Lotse, copy it aside with its -wal, then restore a backup.`,
      )
      return faults.length === 0
    },
  }),
  command({
    usage: 'db seed',
    what: 'puts the profile that PROFILE names into a database that has none',
    mayBegin: true,
    run: async (terminal) => {
      const deps = await terminal.open()
      const city = await deps.store.cities.load(deps.config.profile)
      terminal.print(`${deps.config.profile} is at version ${city?.version}.`)
      return city !== null
    },
  }),
]

function toFault(fault: unknown): never {
  throw new CommandFault(`Telegram: ${fault instanceof Error ? fault.message : 'no answer'}`)
}
