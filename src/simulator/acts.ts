// What a person can do in Telegram: write, edit, tap, block. Each act resolves when the bot has
// dealt with it; the page need not wait for that.
import type { Person } from './conversations.ts'
import { fileFields } from './files.ts'
import { sampleFile } from './sample-files.ts'
import type { Upload } from './schema.ts'
import type {
  Button,
  Chat,
  Contact,
  Content,
  Entity,
  Location,
  Message,
  Update,
  User,
} from './wire.ts'
import type { World } from './world.ts'

// In the middle of Marxloh.
const SAMPLE_LOCATION: Location = { latitude: 51.51, longitude: 6.77 }

// One of the numbers that are kept free for films.
const ownContact = ({ id, first_name }: User): Contact => ({
  phone_number: '491713920042',
  first_name,
  user_id: id,
})

/** What is spoken, and how long Telegram says it is. */
export type Spoken = { file?: Upload; seconds?: number }

/** The acts of one person in one chat: their own with the bot, or a group. */
export function createActs(world: World, person: Person, chat: Chat = person.chat) {
  const conversation = world.chats.find(chat.id)
  const isPrivate = chat.type === 'private'

  function mayWrite() {
    if (isPrivate && conversation.blocked) {
      throw new Error(`${person.user.first_name} has blocked the bot`)
    }
  }

  function tell(content: Omit<Update, 'update_id'>) {
    if (!isPrivate && conversation.blocked) return Promise.resolve()
    return world.delivery.send(chat.id, content)
  }

  function post(content: Content) {
    mayWrite()
    const message = world.chats.post(conversation, person.user, content)
    // In a group a bot in privacy mode hears commands only.
    const heard = isPrivate || content.text?.startsWith('/')
    return heard ? tell({ message }) : Promise.resolve()
  }

  function speak({ file = sampleFile('voice'), seconds = 2 }: Spoken) {
    const { type } = file
    const fields = fileFields(world.files.add(file))
    return post({ voice: { ...fields, duration: seconds, mime_type: type } })
  }

  function media(kind: 'photo' | 'sticker', caption?: string) {
    const fields = fileFields(world.files.add(sampleFile(kind)))
    if (kind === 'photo') return post({ photo: [{ ...fields, width: 240, height: 320 }], caption })
    const size = { width: 512, height: 512, is_animated: false, is_video: false }
    return post({ sticker: { ...fields, ...size, type: 'regular', emoji: '👋' } })
  }

  function setBlocked(blocked: boolean) {
    if (conversation.blocked === blocked) return Promise.resolve()
    world.chats.setBlocked(conversation, blocked)
    const status = (kicked: boolean) =>
      kicked
        ? { status: 'kicked' as const, user: world.bot, until_date: 0 }
        : { status: 'member' as const, user: world.bot }
    const my_chat_member = {
      chat,
      from: person.user,
      date: Math.floor(world.now() / 1000),
      old_chat_member: status(!blocked),
      new_chat_member: status(blocked),
    }
    return world.delivery.send(chat.id, { my_chat_member })
  }

  return {
    writes: (text: string) => post({ text, entities: commandEntities(text) }),
    sendsPhoto: (caption?: string) => media('photo', caption),
    sendsSticker: () => media('sticker'),
    /** A hum of two seconds where no other is given. */
    sendsVoice: (spoken: Spoken = {}) => speak(spoken),
    /** Shares a contact; without another their own, with the country's code and no plus. */
    sendsContact: (contact?: Contact) => post({ contact: contact ?? ownContact(person.user) }),
    sendsLocation: (location: Location = SAMPLE_LOCATION) => post({ location }),

    /** Changes the person's last text. */
    edits(text: string) {
      mayWrite()
      const mine = [...conversation.messages.values()].filter(
        (message) => message.from.id === person.user.id && message.text !== undefined,
      )
      const last = mine.at(-1)
      if (!last) throw new Error(`${person.user.first_name} has written nothing to edit`)
      const change = { text, entities: commandEntities(text) }
      return tell({ edited_message: world.chats.edit(conversation, last, change) })
    },

    /** Presses a button with callback data; the message may have gone meanwhile. */
    taps(messageId: number, data: string) {
      mayWrite()
      const message: Message | { chat: Chat; message_id: number; date: 0 } =
        conversation.messages.get(messageId) ?? { chat, message_id: messageId, date: 0 }
      const id = world.openQuery(chat.id, messageId, data)
      const chat_instance = `instance-${chat.id}`
      return tell({ callback_query: { id, from: person.user, chat_instance, data, message } })
    },

    blocks: () => setBlocked(true),
    unblocks: () => setBlocked(false),
  }
}

/** All buttons of a message, row by row. */
export function buttonsOf(message: Message | undefined): Button[] {
  return message?.reply_markup?.inline_keyboard?.flat() ?? []
}

function commandEntities(text: string): Entity[] | undefined {
  const found = [...text.matchAll(/(?<!\S)\/[A-Za-z0-9_]{1,32}(@\w+)?/g)].map((match) => ({
    type: 'bot_command',
    offset: match.index,
    length: match[0].length,
  }))
  return found.length > 0 ? found : undefined
}
