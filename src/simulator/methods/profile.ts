// How the bot presents itself: who it is, its commands, descriptions and menu button.
import * as z from 'zod'
import { badRequest } from '../api-error.ts'
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

const commandScope = { scope, language_code: language }

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

const https = z
  .string()
  .refine((url) => url.startsWith('https://'), 'menu button Web App URL must be HTTPS')

const menuButton = structure(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('commands') }),
    z.strictObject({ type: z.literal('default') }),
    z.strictObject({
      type: z.literal('web_app'),
      text: z.string().min(1),
      web_app: z.strictObject({ url: https }),
    }),
  ]),
)

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
      ...commandScope,
    }),
    (world, params) => {
      const type = params.scope?.type ?? 'default'
      world.profile.setCommands(type, params.language_code ?? '', params.commands)
      return true
    },
  ),

  getMyCommands: method(z.strictObject(commandScope), (world, params) =>
    world.profile.commands(params.scope?.type ?? 'default', params.language_code ?? ''),
  ),

  deleteMyCommands: method(z.strictObject(commandScope), (world, params) => {
    world.profile.setCommands(params.scope?.type ?? 'default', params.language_code ?? '', [])
    return true
  }),

  setMyName: method(
    z.strictObject({ name: limited(64, 'name is too long'), language_code: language }),
    (world, params) => {
      world.profile.setText('name', params.language_code ?? '', params.name ?? '')
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

  setChatMenuButton: method(
    z.strictObject({ chat_id: chatId.optional(), menu_button: menuButton.optional() }),
    (world, params) => {
      if (params.chat_id !== undefined) world.chats.find(params.chat_id)
      world.profile.setMenuButton(params.menu_button ?? { type: 'default' })
      return true
    },
  ),

  leaveChat: method(z.strictObject({ chat_id: chatId }), (world, params) => {
    const group = world.chats.reachable(params.chat_id)
    if (group.user) throw badRequest("chat member status can't be changed in private chats")
    world.chats.setBlocked(group, true)
    return true
  }),
}
