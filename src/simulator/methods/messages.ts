// Texts: sending, editing, deleting, and answering taps on their buttons.
import * as z from 'zod'
import { badRequest } from '../api-error.ts'
import type { Conversation } from '../conversations.ts'
import { formatted } from '../formatted-text.ts'
import { editedMarkup } from '../keyboard.ts'
import { method } from '../method.ts'
import { chatId, entities, flag, integer, structure } from '../schema.ts'
import type { Content, Message } from '../wire.ts'
import type { World } from '../world.ts'
import { post, sendParams } from './sending.ts'

const DELETABLE_SECONDS = 48 * 60 * 60
const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

const textParams = {
  text: z.string(),
  parse_mode: z.string().optional(),
  entities: entities.optional(),
  link_preview_options: structure(
    z.strictObject({
      is_disabled: flag.optional(),
      url: z.string().optional(),
      prefer_small_media: flag.optional(),
      prefer_large_media: flag.optional(),
      show_above_text: flag.optional(),
    }),
  ).optional(),
}

const target = {
  business_connection_id: z.string().optional(),
  chat_id: chatId,
  message_id: integer,
}

const answerParams = z.strictObject({
  callback_query_id: z.string(),
  text: z
    .string()
    .refine((text) => text.length <= 200, 'MESSAGE_TOO_LONG')
    .optional(),
  show_alert: flag.optional(),
  url: z.string().optional(),
  cache_time: integer.optional(),
})

export const messageMethods = {
  sendMessage: method(z.strictObject({ ...sendParams, ...textParams }), (world, params) =>
    post(world, params, content(params)),
  ),

  editMessageText: method(
    z.strictObject({ ...target, ...textParams, reply_markup: editedMarkup.optional() }),
    (world, params) => {
      const [conversation, message] = editable(world, params)
      if (message.text === undefined) throw badRequest('there is no text in the message to edit')
      return change(world, conversation, message, {
        ...content(params),
        reply_markup: keyboardOrNone(params.reply_markup),
      })
    },
  ),

  deleteMessage: method(
    z.strictObject({ chat_id: chatId, message_id: integer }),
    (world, { chat_id, message_id }) => {
      const conversation = world.chats.find(chat_id)
      if (!conversation.messages.has(message_id)) throw badRequest('message to delete not found')
      if (!isDeletable(world, conversation, message_id)) {
        throw badRequest("message can't be deleted for everyone")
      }
      world.chats.remove(conversation, message_id)
      return true
    },
  ),

  deleteMessages: method(
    z.strictObject({ chat_id: chatId, message_ids: structure(z.array(integer).min(1).max(100)) }),
    (world, { chat_id, message_ids }) => {
      const conversation = world.chats.find(chat_id)
      const found = message_ids.filter((id) => conversation.messages.has(id))
      if (found.some((id) => !isDeletable(world, conversation, id))) {
        throw badRequest("message can't be deleted for everyone")
      }
      for (const id of found) world.chats.remove(conversation, id)
      return true
    },
  ),

  answerCallbackQuery: method(answerParams, (world, params) => {
    world.answerQuery(params.callback_query_id, params.text ?? '', params.show_alert ?? false)
    return true
  }),
}

function isDeletable(world: World, conversation: Conversation, id: number): boolean {
  const message = conversation.messages.get(id)
  if (!message) return false
  const age = world.now() / 1000 - message.date
  // In groups the bot would need a right to delete what others wrote, and has none.
  const foreign = message.from.id !== world.bot.id && conversation.chat.type !== 'private'
  return age <= DELETABLE_SECONDS && !foreign
}

function content(params: z.output<z.ZodObject<typeof textParams>>): Content {
  return formatted('text', {
    text: params.text,
    parseMode: params.parse_mode,
    entities: params.entities,
  })
}

function keyboardOrNone(markup: Content['reply_markup']) {
  return markup?.inline_keyboard?.length ? markup : undefined
}

/** The message to edit, which must be there and the bot's own. */
function editable(
  world: World,
  params: { chat_id: number; message_id: number },
): [Conversation, Message] {
  const conversation = world.chats.reachable(params.chat_id)
  const message = conversation.messages.get(params.message_id)
  if (!message) throw badRequest('message to edit not found')
  if (message.from.id !== world.bot.id) throw badRequest("message can't be edited")
  return [conversation, message]
}

function change(world: World, conversation: Conversation, message: Message, edit: Content) {
  const before = JSON.stringify([message.text, message.entities, message.reply_markup])
  const next = { ...message, ...edit }
  if (before === JSON.stringify([next.text, next.entities, next.reply_markup])) {
    throw badRequest(NOT_MODIFIED)
  }
  return world.chats.edit(conversation, message, edit)
}
