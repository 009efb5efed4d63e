// What the Bot API refuses, as far as a bot of text and buttons can go wrong.

export type Params = {
  chat_id?: unknown
  message_id?: unknown
  callback_query_id?: unknown
  text?: unknown
  parse_mode?: unknown
  document?: unknown
  reply_markup?: { inline_keyboard?: Key[][] }
}

type Key = { text?: unknown; callback_data?: string; copy_text?: unknown; url?: unknown }

const REQUIRED: Record<string, readonly (keyof Params)[]> = {
  getMe: [],
  setWebhook: [],
  deleteWebhook: [],
  setMyCommands: [],
  setMyDescription: [],
  setMyShortDescription: [],
  sendMessage: ['chat_id', 'text'],
  editMessageText: ['chat_id', 'message_id', 'text'],
  deleteMessage: ['chat_id', 'message_id'],
  answerCallbackQuery: ['callback_query_id'],
  sendDocument: ['chat_id', 'document'],
}

/** Why Telegram would refuse the call, or `undefined`. */
export function faultsOfCall(method: string, params: Params): string | undefined {
  const required = REQUIRED[method]
  if (!required) return `method ${method} not found`
  const missing = required.find((name) => params[name] === undefined)
  if (missing) return `${missing} is missing`
  if (required.includes('chat_id') && !Number.isSafeInteger(params.chat_id)) return 'chat not found'
  if (required.includes('text')) return faultOfText(params) ?? faultOfKeyboard(params)
  return undefined
}

function faultOfText({ text, parse_mode }: Params): string | undefined {
  if (typeof text !== 'string' || text.trim() === '') return 'message text is empty'
  if (text.length > 4096) return 'message is too long'
  if (parse_mode !== 'HTML') return undefined
  const open: string[] = []
  for (const [tag, slash, name = ''] of text.matchAll(/<(\/?)([a-z]+)[^>]*>|</g)) {
    if (!/^(b|i|u|s|a|code|pre|blockquote)$/.test(name)) return `can't parse entities: ${tag}`
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return `can't parse entities: unexpected end tag ${name}`
  }
  return open.length > 0 ? "can't parse entities: can't find end tag" : undefined
}

function faultOfKeyboard({ reply_markup }: Params): string | undefined {
  const keys = (reply_markup?.inline_keyboard ?? []).flat()
  if (keys.length > 100) return 'too many buttons'
  for (const { text, callback_data, copy_text, url } of keys) {
    if (typeof text !== 'string' || text === '') return 'text buttons must not be empty'
    const actions = [callback_data, copy_text, url].filter((action) => action !== undefined)
    if (actions.length !== 1) return 'a button does exactly one thing'
    const bytes = Buffer.byteLength(callback_data ?? 'x')
    if (bytes < 1 || bytes > 64) return 'BUTTON_DATA_INVALID'
  }
  return undefined
}
