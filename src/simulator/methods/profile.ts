// How the bot presents itself: who it is, its commands and descriptions.
import * as z from 'zod'
import { method } from '../method.ts'
import { chatId, integer, structure } from '../schema.ts'

const scope = structure(
  z.strictObject({
    type: z.enum([
      'default',
      'all_private_chats',
      'all_group_chats',
      'all_chat_administrators',
      'chat',
      'chat_administrators',
      'chat_member',
    ]),
    chat_id: chatId.optional(),
    user_id: integer.optional(),
  }),
).optional()

const language = z
  .string()
  .refine((code) => /^([a-z]{2})?$/.test(code), 'invalid language code specified')
  .optional()

const command = z.strictObject({
  command: z
    .string()
    .transform((name) => name.replace(/^\//, ''))
    .refine((name) => /^[a-z0-9_]{1,32}$/.test(name), 'BOT_COMMAND_INVALID'),
  description: z
    .string()
    .refine((text) => text.length >= 1 && text.length <= 256, 'BOT_COMMAND_DESCRIPTION_INVALID'),
})

const limited = (longest: number, refusal: string) =>
  z
    .string()
    .refine((text) => text.length <= longest, refusal)
    .optional()

export const profileMethods = {
  getMe: method(z.strictObject({}), (world) => ({
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  })),

  setMyCommands: method(
    z.strictObject({
      commands: structure(
        z.array(command).refine((list) => list.length <= 100, 'BOT_COMMANDS_TOO_MUCH'),
      ),
      scope,
      language_code: language,
    }),
    (world, params) => {
      const type = params.scope?.type ?? 'default'
      world.profile.setCommands(type, params.language_code ?? '', params.commands)
      return true
    },
  ),

  setMyDescription: method(
    z.strictObject({
      description: limited(512, 'description is too long'),
      language_code: language,
    }),
    (world, params) => {
      world.profile.setText('description', params.language_code ?? '', params.description ?? '')
      return true
    },
  ),

  setMyShortDescription: method(
    z.strictObject({
      short_description: limited(120, 'short description is too long'),
      language_code: language,
    }),
    (world, params) => {
      const text = params.short_description ?? ''
      world.profile.setText('short_description', params.language_code ?? '', text)
      return true
    },
  ),
}
