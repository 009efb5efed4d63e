// Which keyboards Telegram takes: https://core.telegram.org/bots/api#inlinekeyboardmarkup
import * as z from 'zod'
import { flag, structure, wordsFor } from './schema.ts'
import type { Markup } from './wire.ts'

const MAX_BUTTONS = 100
const STYLES = ['danger', 'success', 'primary']
const BUTTON = "can't parse inline keyboard button: "
const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
] as const

const style = z
  .string()
  .refine((value) => STYLES.includes(value), `${BUTTON}invalid button style specified`)
const label = (prefix: string) =>
  z.string().refine((text) => text.trim() !== '', `${prefix}Button text must be non-empty`)

const url = z.string().refine((value) => /^(https?|tg):\/\/\S+$|^[\w-]+(\.[\w-]+)+/.test(value), {
  error: ({ input }) => `inline keyboard button URL '${input}' is invalid: Wrong HTTP URL`,
})

const inlineButton = z
  .strictObject({
    text: label(BUTTON),
    icon_custom_emoji_id: z.string().optional(),
    style: style.optional(),
    url: url.optional(),
    callback_data: z
      .string()
      .refine((data) => byteLength(data) >= 1 && byteLength(data) <= 64, 'BUTTON_DATA_INVALID')
      .optional(),
    web_app: z.strictObject({ url: z.string() }).optional(),
    login_url: z.looseObject({ url: z.string() }).optional(),
    switch_inline_query: z.string().optional(),
    switch_inline_query_current_chat: z.string().optional(),
    switch_inline_query_chosen_chat: z.looseObject({}).optional(),
    copy_text: z
      .strictObject({
        text: z
          .string()
          .refine(
            (text) => text.length >= 1 && text.length <= 256,
            `${BUTTON}copy_text must have a text of 1-256 characters`,
          ),
      })
      .optional(),
    callback_game: z.looseObject({}).optional(),
    pay: flag.optional(),
  })
  .superRefine((button, context) => {
    const actions = ACTIONS.filter((action) => button[action] !== undefined).length
    if (actions === 1) return
    context.addIssue({
      code: 'custom',
      message:
        actions === 0
          ? `${BUTTON}Text buttons are unallowed in the inline keyboard`
          : `${BUTTON}exactly one action field must be used`,
    })
  })

const inlineKeyboard = z.strictObject({
  inline_keyboard: z
    .array(
      z.array(inlineButton).refine((row) => row.length > 0, `${BUTTON}a row must not be empty`),
    )
    .refine((rows) => rows.flat().length <= MAX_BUTTONS, 'reply markup is too long'),
})

const KEY = "can't parse keyboard button: "
const placeholder = z
  .string()
  .refine((text) => text.length >= 1 && text.length <= 64, 'input_field_placeholder is too long')
  .optional()

const replyKeyboard = z.strictObject({
  keyboard: z.array(
    z.array(
      z.preprocess(
        (key) => (typeof key === 'string' ? { text: key } : key),
        z.looseObject({ text: label(KEY), style: style.optional() }),
      ),
    ),
  ),
  is_persistent: flag.optional(),
  resize_keyboard: flag.optional(),
  one_time_keyboard: flag.optional(),
  input_field_placeholder: placeholder,
  selective: flag.optional(),
})

const removeKeyboard = z.strictObject({
  remove_keyboard: z.literal(true),
  selective: flag.optional(),
})
const forceReply = z.strictObject({
  force_reply: z.literal(true),
  input_field_placeholder: placeholder,
  selective: flag.optional(),
})

function markup(choose: (value: object) => [z.ZodType, string] | null) {
  return structure(
    z.unknown().transform((value, context): Markup => {
      const chosen =
        typeof value === 'object' && value !== null && !Array.isArray(value) ? choose(value) : null
      if (!chosen) {
        context.addIssue({ code: 'custom', message: 'object expected as reply markup' })
        return z.NEVER
      }
      const [schema, prefix] = chosen
      const result = schema.safeParse(value)
      if (result.success) return result.data as Markup
      const issue = result.error.issues[0]
      const message = issue ? wordsFor(issue, value, prefix) : prefix
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }),
  )
}

/** The keyboard of a message that is edited; an empty one takes the old one away. */
export const editedMarkup = markup((value) =>
  'inline_keyboard' in value ? [inlineKeyboard, BUTTON] : null,
)

/** The keyboard of a new message. Telegram drops an empty one; here it is refused as a slip. */
export const newMarkup = markup((value) => {
  if ('inline_keyboard' in value) {
    const filled = inlineKeyboard.refine(
      ({ inline_keyboard }) => inline_keyboard.length > 0,
      'reply markup must not be empty',
    )
    return [filled, BUTTON]
  }
  if ('keyboard' in value) return [replyKeyboard, KEY]
  if ('remove_keyboard' in value) return [removeKeyboard, '']
  return 'force_reply' in value ? [forceReply, ''] : null
})

function byteLength(text: string) {
  return new TextEncoder().encode(text).length
}
