// The chats the bot has: who is in them, whether they may be written to, which messages they hold.
import { ApiError, badRequest } from './api-error.ts'
import { isMadeUp } from './town/people.ts'
import type { Chat, Content, Message, User } from './wire.ts'

export type Person = { user: User; chat: Chat }
export type Group = { chat: Chat }

export type Conversation = {
  chat: Chat
  /** The person of a private chat; nobody for a group. */
  user: User | null
  /** Bots may not write first: a private chat opens with the person's first message. */
  started: boolean
  blocked: boolean
  messages: Map<number, Message>
}

/** What happened in a chat, for the page and for actors. */
export type ChatEvent =
  | { kind: 'message' | 'edited'; chatId: number; message: Message }
  | { kind: 'deleted'; chatId: number; messageId: number }
  | { kind: 'tapped'; chatId: number; queryId: string; messageId: number; data: string }
  | { kind: 'answered'; chatId: number; queryId: string; text: string; alert: boolean }
  | { kind: 'person'; chatId: number }
  | { kind: 'profile' }
  | { kind: 'clock'; now: number }

type Options = { now: () => number; emit: (event: ChatEvent) => void }

/** An empty Telegram. Dates in messages are whole seconds, as Telegram gives them. */
export function createConversations({ now, emit }: Options) {
  const conversations = new Map<number, Conversation>()
  // Ids go on from the clock, so that a restart never hands out one that the bot may remember.
  let lastMessageId = Math.floor(now() / 60_000)
  let lastPersonId = 7_000_000
  let lastGroupId = -5_000_000

  const seconds = () => Math.floor(now() / 1000)

  function add(chat: Chat, user: User | null) {
    const started = user === null
    conversations.set(chat.id, { chat, user, started, blocked: false, messages: new Map() })
    emit({ kind: 'person', chatId: chat.id })
    return chat
  }

  /** @throws ApiError 400, as for every chat the bot has never heard of */
  function find(chatId: number): Conversation {
    const conversation = conversations.get(chatId)
    if (!conversation) throw badRequest('chat not found')
    return conversation
  }

  return {
    all: () => [...conversations.values()],
    get: (chatId: number) => conversations.get(chatId),
    find,

    /** A person with a private chat they have not opened yet. */
    addPerson(options: { name: string; languageCode?: string | undefined; id?: number }): Person {
      if (options.id === undefined) lastPersonId += 1
      const user: User = {
        id: options.id ?? lastPersonId,
        is_bot: false,
        first_name: options.name,
        ...(options.languageCode ? { language_code: options.languageCode } : {}),
      }
      const chat: Chat = { id: user.id, type: 'private', first_name: options.name }
      return { user, chat: add(chat, user) }
    },

    /** A group the bot is a member of. */
    addGroup(title: string): Group {
      lastGroupId -= 1
      return { chat: add({ id: lastGroupId, type: 'group', title }, null) }
    },

    /**
     * The chat, if the bot may write to it.
     * @throws ApiError 400 unknown, 403 blocked, never started, or left
     */
    reachable(chatId: number): Conversation {
      // Whoever is made up has a chat that nobody looks at.
      if (isMadeUp(chatId) && !conversations.has(chatId)) add({ id: chatId, type: 'private' }, null)
      const conversation = find(chatId)
      if (conversation.blocked) {
        throw new ApiError(
          403,
          conversation.user
            ? 'Forbidden: bot was blocked by the user'
            : 'Forbidden: bot is not a member of the group chat',
        )
      }
      if (!conversation.started) {
        throw new ApiError(403, "Forbidden: bot can't initiate conversation with a user")
      }
      return conversation
    },

    setBlocked(conversation: Conversation, blocked: boolean) {
      conversation.blocked = blocked
      emit({ kind: 'person', chatId: conversation.chat.id })
    },

    post(conversation: Conversation, from: User, content: Content): Message {
      lastMessageId += 1
      const message: Message = {
        message_id: lastMessageId,
        from,
        chat: conversation.chat,
        date: seconds(),
        ...content,
      }
      if (!from.is_bot && !conversation.started) {
        conversation.started = true
        emit({ kind: 'person', chatId: conversation.chat.id })
      }
      conversation.messages.set(message.message_id, message)
      emit({ kind: 'message', chatId: conversation.chat.id, message })
      return message
    },

    edit(conversation: Conversation, message: Message, change: Content): Message {
      const edited = { ...message, ...change, edit_date: seconds() }
      conversation.messages.set(message.message_id, edited)
      emit({ kind: 'edited', chatId: conversation.chat.id, message: edited })
      return edited
    },

    remove(conversation: Conversation, messageId: number) {
      conversation.messages.delete(messageId)
      emit({ kind: 'deleted', chatId: conversation.chat.id, messageId })
    },
  }
}
