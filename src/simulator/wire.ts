// The Bot API objects the simulator speaks: only the fields it fills or reads (Bot API 10.1).

export type User = {
  id: number
  is_bot: boolean
  first_name: string
  username?: string | undefined
  language_code?: string | undefined
}

export type Chat = {
  id: number
  type: 'private' | 'group'
  first_name?: string | undefined
  title?: string | undefined
}

/** A stretch of a text with a meaning; offset and length count UTF-16 units. */
export type Entity = {
  type: string
  offset: number
  length: number
  url?: string | undefined
  language?: string | undefined
}

export type Button = {
  text: string
  style?: string | undefined
  callback_data?: string | undefined
  url?: string | undefined
  copy_text?: { text: string } | undefined
  web_app?: { url: string } | undefined
}

export type Markup = { inline_keyboard?: Button[][] | undefined }

type FileFields = { file_id: string; file_unique_id: string; file_size?: number }
export type Location = { latitude: number; longitude: number }

/** Without `user_id` nobody in Telegram has the number. */
export type Contact = { phone_number: string; first_name: string; user_id?: number | undefined }

/** What a message carries besides its sender, chat and dates. */
export type Content = {
  text?: string | undefined
  entities?: Entity[] | undefined
  caption?: string | undefined
  caption_entities?: Entity[] | undefined
  reply_markup?: Markup | undefined
  location?: Location | undefined
  venue?: { location: Location; title: string; address: string } | undefined
  document?: (FileFields & { file_name: string; mime_type: string }) | undefined
  voice?: (FileFields & { duration: number; mime_type: string }) | undefined
  photo?: (FileFields & { width: number; height: number })[] | undefined
  sticker?:
    | (FileFields & {
        type: 'regular'
        width: number
        height: number
        is_animated: boolean
        is_video: boolean
        emoji: string
      })
    | undefined
  contact?: Contact | undefined
}

export type Message = Content & {
  message_id: number
  from: User
  chat: Chat
  date: number
  edit_date?: number | undefined
}

type CallbackQuery = {
  id: string
  from: User
  chat_instance: string
  data: string
  message: Message | { chat: Chat; message_id: number; date: 0 }
}

type Member = { status: 'member' | 'kicked' | 'left'; user: User; until_date?: number }

/** One thing that happened, as the bot is told it. */
export type Update = {
  update_id: number
  message?: Message
  edited_message?: Message
  callback_query?: CallbackQuery
  my_chat_member?: {
    chat: Chat
    from: User
    date: number
    old_chat_member: Member
    new_chat_member: Member
  }
}

export type BotCommand = { command: string; description: string }
