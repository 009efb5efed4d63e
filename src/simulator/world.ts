// Telegram made small: one bot, its chats and files, the way updates reach it, and its troubles.
import { badRequest } from './api-error.ts'
import { type ChatEvent, createConversations } from './conversations.ts'
import { createDelivery, type Fetch } from './delivery.ts'
import { createFaults } from './faults.ts'
import { createFiles } from './files.ts'
import { createProfile } from './profile.ts'
import type { User } from './wire.ts'

export type WorldOptions = {
  /** Epoch milliseconds; the only clock of messages, edits and deadlines. */
  now: () => number
  /** Carries updates to the webhook. */
  fetch: Fetch
  /** Waits before a retry or a slow answer; real time unless a test gives its own. */
  sleep?: (ms: number) => Promise<void>
  random?: () => number
  botName?: string
  botUsername?: string
}

/** A call the bot made, in the order of arrival. */
export type Call = { method: string; params: Record<string, unknown>; error?: string }

type Query = { chatId: number; messageId: number; at: number; answered: boolean }

const KEPT_CALLS = 1000
// Telegram does not publish how long it waits for an answer; a minute is on the strict side.
const QUERY_LIFETIME_MS = 60_000

export type World = ReturnType<typeof createWorld>

/** Carries out a call that a webhook answered with. */
type Perform = (world: World, name: string, params: Record<string, unknown>) => Promise<unknown>

/** An empty world around one bot. */
export function createWorld(options: WorldOptions, perform: Perform) {
  const { now } = options
  const sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)))
  const listeners = new Set<(event: ChatEvent) => void>()
  const emit = (event: ChatEvent) => {
    for (const listener of listeners) listener(event)
  }
  const bot: User = {
    id: 4242,
    is_bot: true,
    first_name: options.botName ?? 'Lotse',
    username: options.botUsername ?? 'lotse_demo_bot',
  }
  const queries = new Map<string, Query>()
  const calls: Call[] = []
  let lastQuery = 0

  const chats = createConversations({ now, emit })
  const delivery = createDelivery({
    now,
    fetch: options.fetch,
    sleep,
    perform: (method, params) => perform(world, method, params),
  })

  const world = {
    bot,
    now,
    emit,
    chats,
    delivery,
    files: createFiles(),
    faults: createFaults(sleep, options.random),
    profile: createProfile(() => emit({ kind: 'profile' })),

    /** Calls `listener` for all that happens; returns how to stop that. */
    listen(listener: (event: ChatEvent) => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },

    /** The last calls of the bot, of one method or of all. */
    calls: (method?: string) => calls.filter((call) => !method || call.method === method),
    noteCall(call: Call) {
      calls.push(call)
      if (calls.length > KEPT_CALLS) calls.shift()
    },

    /** A new person, who has not written to the bot yet. */
    person: chats.addPerson,
    /** A group chat with the bot in it. */
    group: ({ title = 'Group' } = {}) => chats.addGroup(title),

    /** Opens the question behind a tap, which the bot has to answer; returns its id. */
    openQuery(chatId: number, messageId: number, data: string) {
      lastQuery += 1
      const queryId = `${Math.floor(now() / 1000)}${lastQuery}`
      queries.set(queryId, { chatId, messageId, at: now(), answered: false })
      emit({ kind: 'tapped', chatId, queryId, messageId, data })
      return queryId
    },

    /** @throws ApiError 400 for a question that is unknown or too old */
    answerQuery(queryId: string, text: string, alert: boolean) {
      const query = queries.get(queryId)
      if (!query || now() - query.at > QUERY_LIFETIME_MS) {
        throw badRequest('query is too old and response timeout expired or query ID is invalid')
      }
      query.answered = true
      emit({ kind: 'answered', chatId: query.chatId, queryId, text, alert })
    },

    /** How many taps in a chat still spin because the bot has not answered them. */
    unansweredTaps: (chatId: number) =>
      [...queries.values()].filter((query) => query.chatId === chatId && !query.answered).length,
  }
  return world
}
