// A Telegram update → what the dialog understands.

import type { Update as TelegramUpdate } from 'grammy/types'
import type { Input } from '../domain/dialog/reduce.ts'
import { decodeTap } from '../domain/dialog/tap-code.ts'
import type { Unreadable } from '../domain/dialog/unreadable.ts'
import { commandIn } from './commands.ts'

/** Only what is used is asked for. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
] as const

/** What an update is about; `chat` is the chat's id as text, `of` whom a pressed button is about. */
export type Read =
  | ({ kind: 'step'; chat: string; input: Input; from: Origin } & Beside)
  | { kind: 'membership'; chat: string; reachable: boolean }
  /** `code` is what was typed after /start, `topic` where; `movedTo` the number Telegram gave the group anew. */
  | {
      kind: 'group'
      chat: string
      addressed: boolean
      code?: string
      topic?: number
      movedTo?: string
    }
  | { kind: 'nothing' }

/** What a message tells beside its input. `group`: the album it is part of. */
type Beside = {
  source?: string
  /** Whom a pressed button is about. */
  of?: string
  group?: string
  /** The voice message, by what Telegram calls its file. */
  file?: string
  said?: { message: string; text: string }
}

/** What stands in a message of ours: its words, and the codes of its buttons. */
type Shows = { text: string; codes: readonly string[] }

/** Where the step came from, for the answer to it. */
export type Origin = {
  /** The pressed button, to be answered. */
  pressed?: { id: string; messageId?: number; keep: boolean; shows?: Shows }
  /** A message with content that must not stay in the chat. */
  unwanted?: number
  /** The message the person wrote. */
  own?: number
}

type Message = NonNullable<TelegramUpdate['message']>

/** Reads an update. Anything unknown is `nothing`, so that Telegram does not send it again. */
export function readUpdate(update: TelegramUpdate): Read {
  if (update.callback_query) return readPress(update.callback_query)
  if (update.my_chat_member) {
    const { chat, new_chat_member } = update.my_chat_member
    if (chat.type !== 'private') return { kind: 'nothing' }
    const reachable = new_chat_member?.status === 'member'
    return { kind: 'membership', chat: String(chat.id), reachable }
  }
  const message = update.message ?? update.edited_message
  if (!message?.chat) return { kind: 'nothing' }
  const chat = String(message.chat.id)
  if (message.chat.type !== 'private') {
    // In a group everybody reads along: only who speaks to the bot gets an answer, and none in it.
    const text = update.message?.text
    const code = /^\/start(?:@\w+)?\s+(\S+)/i.exec(text ?? '')?.[1]
    const { migrate_to_chat_id: moved, migrate_from_chat_id: old } = update.message ?? {}
    // Told in both: whichever comes first is followed.
    if (old) return { kind: 'group', chat: String(old), addressed: false, movedTo: chat }
    const topic = message.is_topic_message ? message.message_thread_id : undefined
    return {
      kind: 'group',
      chat,
      ...(topic ? { topic } : {}),
      addressed: Boolean(text?.startsWith('/')) && !isBot(message),
      ...(code ? { code } : {}),
      ...(moved ? { movedTo: String(moved) } : {}),
    }
  }
  if (isBot(message) || !saysSomething(message)) return { kind: 'nothing' }
  return update.edited_message ? readEdit(message, chat) : readMessage(message, chat)
}

// Two bots would answer each other without end. Who writes in a group for the group itself is no bot,
// though Telegram calls them one.
function isBot({ from, sender_chat }: Message): boolean {
  return from?.is_bot === true && sender_chat === undefined
}

function readPress(query: NonNullable<TelegramUpdate['callback_query']>): Read {
  const { message, data } = query
  const chat = message?.chat
  if (chat && chat.type !== 'private') return { kind: 'nothing' }
  const read = decodeTap(data ?? '')
  const pressed = {
    id: query.id,
    keep: read?.keep ?? true,
    ...(message ? { messageId: message.message_id } : {}),
    ...(message && 'text' in message ? { shows: showsOf(message) } : {}),
  }
  const input: Input = read ? { kind: 'tap', tap: read.tap } : { kind: 'unknown-button' }
  const of = read?.of === undefined ? {} : { of: read.of }
  return { kind: 'step', chat: String(chat?.id ?? query.from.id), input, ...of, from: { pressed } }
}

function showsOf({ text = '', reply_markup }: Pick<Message, 'text' | 'reply_markup'>): Shows {
  const buttons = reply_markup?.inline_keyboard.flat() ?? []
  const codes = buttons.map((one) => ('callback_data' in one ? one.callback_data : ''))
  return { text: text.trim(), codes }
}

// All that a person can put into a message (Bot API 10.1). What has none of it is Telegram's own notice:
// something was pinned, a timer set, a background chosen. New kinds of those come with every version.
const CONTENT = [
  ...['text', 'rich_message', 'photo', 'live_photo', 'paid_media', 'document', 'video'],
  ...[
    'animation',
    'audio',
    'voice',
    'video_note',
    'sticker',
    'story',
    'contact',
    'location',
    'venue',
  ],
  ...['poll', 'dice', 'game', 'checklist', 'giveaway', 'passport_data', 'web_app_data'],
]

const saysSomething = (message: Message) => CONTENT.some((kind) => kind in message)

/** A change: of the words, or one that brings what must not stay. A position that moves says nothing. */
function readEdit(message: Message, chat: string): Read {
  const what = message.text === undefined ? unreadable(message) : 'edited'
  if (isUnwanted(what)) return readMessage(message, chat)
  const text = message.text ?? message.caption
  if (text === undefined) return { kind: 'nothing' }
  const input: Input = { kind: 'unreadable', what: 'edited', text }
  return {
    kind: 'step',
    chat,
    input,
    said: { message: String(message.message_id), text },
    from: {},
  }
}

const isUnwanted = (what: Unreadable) => what === 'photo' || what === 'file'

function readMessage(message: Message, chat: string): Read {
  const { text, media_group_id: group } = message
  const from: Origin = { own: message.message_id }
  const shared = readShared(message)
  if (shared) return { kind: 'step', chat, input: shared, from }
  if (text === undefined) {
    const what = unreadable(message)
    const unwanted = isUnwanted(what) ? { unwanted: message.message_id } : from
    const sound = message.voice ?? message.audio
    const voice = sound && { seconds: sound.duration, bytes: sound.file_size }
    const input: Input = {
      kind: 'unreadable',
      what,
      text: message.caption,
      ...(voice && { voice }),
    }
    const beside = { ...(group ? { group } : {}), ...(sound ? { file: sound.file_id } : {}) }
    return { kind: 'step', chat, input, ...beside, from: unwanted }
  }
  const command = commandIn(text)
  const said = { message: String(message.message_id), text }
  if (!command) return { kind: 'step', chat, input: { kind: 'text', text }, said, from }
  const { name, rest } = command
  const source = name === 'start' ? /^[\w-]{1,16}$/.exec(command.text.trim())?.[0] : undefined
  // Whoever tells of a barrier in one go has told, and a cry for help is one behind any command.
  const told = source === undefined && command.text ? { text: command.text } : {}
  const input: Input = name
    ? { kind: 'command', command: name, ...told }
    : { kind: 'unreadable', what: 'other', text }
  const [, word] = /^tie_([\w-]{24})$/.exec((name === 'start' && rest) || '') ?? []
  // Nothing of it is kept: the word is as good as a key.
  if (word) return { kind: 'step', chat, input: { kind: 'tie', word }, from }
  return source
    ? { kind: 'step', chat, input, source, said, from }
    : { kind: 'step', chat, input, said, from }
}

/** A contact or a location; whose contact it is, where Telegram says so. */
function readShared({ contact, location, from }: Message): Input | undefined {
  if (contact) {
    const isOwn = contact.user_id === undefined || contact.user_id === from?.id
    return { kind: 'contact', phone: String(contact.phone_number ?? ''), isOwn }
  }
  if (!location) return undefined
  const { latitude, longitude } = location
  return { kind: 'location', latitude, longitude }
}

function unreadable(message: Message): Unreadable {
  if (message.photo || 'live_photo' in message || message.paid_media) return 'photo'
  if (message.voice || message.audio || message.video_note) return 'voice'
  if (message.sticker || message.animation) return 'sticker'
  if (message.document || message.video) return 'file'
  return 'other'
}
