// What stands in the chats of the phone, as the demo's first page hears it from there.

const CODE = /\b[0-9A-Z]{3}-[0-9A-Z]{3}\b/

/** @type {Map<number, Map<number, any>>} the messages of each chat */
const chats = new Map()
let botId = 0

const messagesIn = (chat) => [...(chats.get(chat)?.values() ?? [])]

/** All chats as they stand. */
export function noteWorld({ bot, chats: all }) {
  botId = bot.id
  for (const { chatId, messages } of all)
    chats.set(chatId, new Map(messages.map((message) => [message.message_id, message])))
}

/** A message that is new or was changed. @returns whether it is the bot's */
export function noteMessage({ chatId, message }) {
  const messages = chats.get(chatId) ?? new Map()
  messages.set(message.message_id, message)
  chats.set(chatId, messages)
  return message.from.id === botId
}

export const noteNewChat = (chat) => chats.set(chat, new Map())

/** The latest button whose data fit. */
export function buttonIn(chat, pattern) {
  for (const message of messagesIn(chat).toReversed()) {
    if (message.from.id !== botId) continue
    const keys = (message.reply_markup?.inline_keyboard ?? []).flat()
    const key = keys.find(({ callback_data: code }) => code && pattern.test(code))
    if (key) return { messageId: message.message_id, data: key.callback_data }
  }
  return undefined
}

/** All that stands in a chat, to be compared. */
export const allIn = (chat) => JSON.stringify(messagesIn(chat))

/** The code of the request that a chat named last. */
export function codeIn(chat) {
  const codes = messagesIn(chat).map(
    ({ text = '', document: file }) => CODE.exec(`${text} ${file?.file_name}`)?.[0],
  )
  return codes.findLast((code) => code) ?? ''
}
