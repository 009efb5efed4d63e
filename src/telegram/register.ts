// What Telegram is told about the bot: where updates go, commands and descriptions by language.

import type { Api } from 'grammy/web'
import type { Deps } from '../deps.ts'
import { COMMANDS, type Command } from '../domain/dialog/commanded.ts'
import { keepBotName } from '../flows/bot-name.ts'
import { fingerprintOf } from '../flows/fingerprint.ts'
import { unlessLately } from '../flows/unless-lately.ts'
import { ALLOWED_UPDATES } from './read-update.ts'

// Telegram takes two-letter codes only. `ku` is the one code for readers of either Kurdish; the
// default stands for every language without a code of its own.
const CODES: Record<string, readonly string[]> = {
  ar: ['ar'],
  fa: ['fa'],
  de: ['de'],
  en: ['en'],
  tr: ['tr'],
  uk: ['uk'],
  bg: ['bg'],
  ro: ['ro'],
  ku: ['kmr', 'ckb'],
}

const LONGEST_COMMAND_TEXT = 256
const LONGEST_SHORT = 120
const LONGEST_DESCRIPTION = 512

/** Leads updates to the webhook, with the secret by which Telegram proves itself. */
export async function registerWebhook(api: Api, url: string, secret: string): Promise<void> {
  await api.setWebhook(url, {
    secret_token: secret,
    allowed_updates: ALLOWED_UPDATES,
    max_connections: 40,
  })
}

type Spoken = Pick<Deps, 'i18n' | 'clock'>

/** Keeps the bot's name, which links and posters lead to. */
export async function noteBotName(deps: Pick<Deps, 'store' | 'clock'>, api: Api): Promise<void> {
  await unlessLately(deps, 'name', api.token, async () =>
    keepBotName(deps, (await api.getMe()).username),
  )
}

/** Remembers what Telegram was told; `get` and `set` by name. */
type Told = Pick<Deps['store']['meta'], 'get' | 'set'>

/** One call, named so that it can be told whether it says anything new. */
type Describing = { name: string; says: unknown; call: () => Promise<unknown> }

const TOLD = 'bot-told'

/**
 * Tells Telegram commands and descriptions in every language it has a code for.
 * @param told what it was told before is not told again; called anew after a refusal, it goes on there
 */
export async function describeBot(deps: Spoken, api: Api, told?: Told): Promise<void> {
  const offered = (keys: readonly string[]) => keys.filter((key) => deps.i18n.speaks(key))
  const calls = describing(deps, api, offered(['ar', 'de']), undefined)
  for (const [code, keys] of Object.entries(CODES)) {
    if (offered(keys).length > 0) calls.push(...describing(deps, api, offered(keys), code))
  }
  const known = JSON.parse((await told?.get(TOLD)) ?? '{}') as Record<string, string>
  for (const { name, says, call } of calls) {
    // Another token is another bot.
    const fingerprint = await fingerprintOf(JSON.stringify([api.token, says]))
    if (known[name] === fingerprint) continue
    await call()
    known[name] = fingerprint
    await told?.set(TOLD, JSON.stringify(known))
  }
}

// What it leads to is called the same there.
const ELSEWHERE: { [K in Command]?: string } = {
  privacy: 'standing.data',
  barrier: 'barrier.title',
}

const describedBy = (command: Command) => ELSEWHERE[command] ?? `bot.command.${command}`

function describing(
  deps: Spoken,
  api: Api,
  keys: readonly string[],
  code: string | undefined,
): Describing[] {
  const now = deps.clock.now()
  const words = (key: string, most: number, separator: string) =>
    keys
      .map((language) => deps.i18n.t(language, { key }, now))
      .join(separator)
      .slice(0, most)
  const language = code ? { language_code: code as never } : {}
  const commands = COMMANDS.map((command) => ({
    command,
    description: words(describedBy(command), LONGEST_COMMAND_TEXT, ' · '),
  }))
  const scope = { type: 'all_private_chats' } as const
  const short = words('bot.short-description', LONGEST_SHORT, '\n')
  const long = words('bot.description', LONGEST_DESCRIPTION, '\n\n')
  const named = (what: string, says: unknown, call: () => Promise<unknown>): Describing => {
    return { name: `${what} ${code ?? ''}`.trim(), says, call }
  }
  return [
    named('commands', commands, () => api.setMyCommands(commands, { scope, ...language })),
    named('short', short, () => api.setMyShortDescription(short, language)),
    named('long', long, () => api.setMyDescription(long, language)),
  ]
}
