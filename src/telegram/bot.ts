// The bot: Telegram's API for sending, updates in by webhook or by polling.

import type { Update } from 'grammy/types'
import { Api, type Transformer } from 'grammy/web'
import type { Deps } from '../deps.ts'
import type { Conversation } from '../flows/conversation/conversation.ts'
import type { Messenger } from '../flows/outbox/messenger.ts'
import { createAnswerer } from './answer.ts'
import { createFetchFile } from './fetch-file.ts'
import { createMessenger } from './messenger.ts'
import { createPacer, type Timer } from './pacer.ts'

type ApiOptions = NonNullable<ConstructorParameters<typeof Api>[1]>

export type TelegramUpdate = Update

// What Telegram counts against its limits.
const COUNTED = /^(send(?!ChatAction)|edit|copy|forward)/

export type Bot = {
  api: Api
  /**
   * Answers one update. Throws where it should be delivered again; what can never be answered is
   * taken note of and let go.
   */
  answer: (update: Update) => Promise<void>
  /** For what nobody asked for just now: paced, and giving way to answers. */
  messenger: Messenger
}

/** Where the Bot API is; `fetch` may lead elsewhere, as in tests. `by`: another way for some calls. */
export type ApiAt = {
  token: string
  apiRoot: string
  fetch?: ApiOptions['fetch']
  by?: Transformer
}

export function createApi({ token, apiRoot, fetch, by }: ApiAt): Api {
  const api = new Api(token, {
    apiRoot,
    timeoutSeconds: 20,
    ...(fetch ? { fetch } : {}),
  })
  if (by) api.config.use(by)
  return api
}

type BotOptions = ApiAt & {
  /** The clock of the pace; only tests have another. */
  timer?: Timer
}

/** A bot on the Bot API at `apiRoot`, as a door to the conversation. */
export function createBot(deps: Deps, conversation: Conversation, options: BotOptions): Bot {
  const api = createApi(options)
  const pacer = createPacer(options.timer)
  api.config.use(async (call, method, payload, signal) => {
    const chat = 'chat_id' in payload ? String(payload.chat_id) : undefined
    if (chat === undefined || !COUNTED.test(method)) return await call(method, payload, signal)
    const sent = await pacer.reply(chat)
    const answer = await call(method, payload, signal)
    if (answer.ok) sent.accepted()
    else if (answer.parameters?.retry_after) sent.refused(answer.parameters.retry_after * 1000)
    return answer
  })
  let username = ''
  const name = async () => {
    if (username === '') username = (await api.getMe()).username
    return username
  }
  return {
    api,
    answer: createAnswerer(deps, conversation, api, name, createFetchFile(api, options)),
    messenger: createMessenger(deps, createApi(options), pacer),
  }
}
