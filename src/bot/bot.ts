// The bot: Telegram's API for sending, updates in by webhook or by polling.

import { Api } from 'grammy'
import type { Update } from 'grammy/types'
import type { Deps } from '../deps.ts'
import { createAnswerer } from './answer.ts'
import { createTurns, type InTurn } from './in-turn.ts'

type ApiOptions = NonNullable<ConstructorParameters<typeof Api>[1]>

export type TelegramUpdate = Update

export type Bot = {
  api: Api
  /**
   * Answers one update. Throws where it should be delivered again; what can never be answered is
   * taken note of and let go.
   */
  answer: (update: Update) => Promise<void>
}

/** A bot on the Bot API at `apiRoot`; `fetch` may lead elsewhere, as in tests. */
export function createBot(
  deps: Deps,
  options: {
    token: string
    apiRoot: string
    fetch?: ApiOptions['fetch']
    agent?: unknown
    inTurn?: InTurn
  },
): Bot {
  const api = new Api(options.token, {
    apiRoot: options.apiRoot,
    timeoutSeconds: 20,
    ...(options.fetch ? { fetch: options.fetch } : {}),
    ...(options.agent
      ? { baseFetchConfig: { agent: options.agent, compress: true } as never }
      : {}),
  })
  let username = ''
  const name = async () => {
    if (username === '') username = (await api.getMe()).username
    return username
  }
  return { api, answer: createAnswerer(deps, api, name, options.inTurn ?? createTurns()) }
}
