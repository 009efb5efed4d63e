// The parameters all send methods share, and the last step they share: into the chat.
import * as z from 'zod'
import { badRequest } from '../api-error.ts'
import { newMarkup } from '../keyboard.ts'
import { chatId, flag, integer, structure } from '../schema.ts'
import type { Content } from '../wire.ts'
import type { World } from '../world.ts'

const reply = structure(
  z.strictObject({
    message_id: integer,
    chat_id: chatId.optional(),
    allow_sending_without_reply: flag.optional(),
    quote: z.string().optional(),
    quote_parse_mode: z.string().optional(),
    quote_entities: z.unknown().optional(),
    quote_position: integer.optional(),
    checklist_task_id: integer.optional(),
    poll_option_id: z.string().optional(),
  }),
)

export const sendParams = {
  business_connection_id: z.string().optional(),
  chat_id: chatId,
  message_thread_id: integer.optional(),
  direct_messages_topic_id: integer.optional(),
  disable_notification: flag.optional(),
  protect_content: flag.optional(),
  allow_paid_broadcast: flag.optional(),
  message_effect_id: z.string().optional(),
  suggested_post_parameters: z.unknown().optional(),
  reply_parameters: reply.optional(),
  reply_markup: newMarkup.optional(),
}

type SendParams = Pick<
  z.output<z.ZodObject<typeof sendParams>>,
  'chat_id' | 'reply_parameters' | 'reply_markup'
>

/**
 * Puts a message of the bot into its chat.
 * @throws ApiError 400 or 403 when the chat cannot be written to
 */
export function post(world: World, params: SendParams, content: Content) {
  const conversation = world.chats.reachable(params.chat_id)
  const answered = params.reply_parameters
  if (
    answered &&
    !answered.allow_sending_without_reply &&
    !conversation.messages.has(answered.message_id)
  ) {
    throw badRequest('message to be replied not found')
  }
  return world.chats.post(conversation, world.bot, { ...content, ...shown(params.reply_markup) })
}

/** Only inline keyboards come back with a message; the others live in the person's client. */
function shown(markup: Content['reply_markup']): Content {
  return markup?.inline_keyboard ? { reply_markup: markup } : {}
}
