// A person as tests see one: does things, sees what the bot shows, and says so when it is not there.
import { buttonsOf, createActs, type Spoken } from '../../src/simulator/acts.ts'
import type { Group, Person } from '../../src/simulator/conversations.ts'
import type { Button, Contact, Location, Message } from '../../src/simulator/wire.ts'
import type { World } from '../../src/simulator/world.ts'
import { createRecorder } from './recorder.ts'

export type ActorOptions = {
  name?: string
  languageCode?: string
  /** Somebody who is in the world already. */
  person?: Person
  /** Act in this group instead of the private chat with the bot. */
  group?: Group
  /** How long the bot may take over one act, in real milliseconds. */
  patienceMs?: number
}

/** A button by its label (whole or part), a pattern, or its place in the current screen. */
export type ButtonChoice = string | RegExp | number

export type Actor = ReturnType<typeof createActor>

/**
 * A person who talks to the bot. Every act resolves when the bot has settled: its webhook has
 * answered, or it has asked for the updates after this one.
 */
export function createActor(world: World, options: ActorOptions = {}) {
  const { name = 'Amal', languageCode, patienceMs = 25_000 } = options
  const person = options.person ?? world.person({ name, languageCode })
  const chat = options.group?.chat ?? person.chat
  const acts = createActs(world, person, chat)
  const recorder = createRecorder(world, chat.id)
  let clipboard = ''

  async function settled(act: () => Promise<void>) {
    recorder.newTurn()
    let timer: NodeJS.Timeout | undefined
    const impatience = new Promise<never>((_, reject) => {
      const error = new Error(`The bot did not settle within ${patienceMs} ms`)
      timer = setTimeout(() => reject(error), patienceMs)
    })
    try {
      await Promise.race([act(), impatience])
    } finally {
      clearTimeout(timer)
    }
  }

  function messages(): Message[] {
    return [...world.chats.find(chat.id).messages.values()]
  }
  const fromBot = () => messages().filter((message) => message.from.id === world.bot.id)
  const screen = () => fromBot().findLast((message) => buttonsOf(message).length > 0)

  function find(choice: ButtonChoice, message?: Message): [Message, Button] {
    const candidates = message ? [message] : fromBot().reverse()
    for (const candidate of candidates) {
      const button = pick(buttonsOf(candidate), choice)
      if (button) return [candidate, button]
      // A place counts in the current screen only.
      if (typeof choice === 'number' && buttonsOf(candidate).length > 0) break
    }
    throw new Error(`No button ${String(choice)} in sight.\n${recorder.transcript()}`)
  }

  return {
    person,
    chatId: chat.id,

    sends: (text: string) => settled(() => acts.writes(text)),
    sendsPhoto: (caption?: string) => settled(() => acts.sendsPhoto(caption)),
    sendsSticker: () => settled(acts.sendsSticker),
    sendsVoice: (spoken?: Spoken) => settled(() => acts.sendsVoice(spoken)),
    /** Shares a contact, their own without another; or where they are. */
    sendsContact: (contact?: Contact) => settled(() => acts.sendsContact(contact)),
    sendsLocation: (location?: Location) => settled(() => acts.sendsLocation(location)),
    edits: (text: string) => settled(() => acts.edits(text)),
    blocks: () => settled(acts.blocks),
    unblocks: () => settled(acts.unblocks),

    /**
     * Presses a button of the latest message that has it, or of `message`, as it was when the
     * test took hold of it. Returns the web address a link opens, else nothing.
     */
    async taps(choice: ButtonChoice, { message }: { message?: Message } = {}) {
      const [target, button] = find(choice, message)
      const { callback_data, copy_text, url, web_app } = button
      if (copy_text) clipboard = copy_text.text
      if (callback_data === undefined) return url ?? web_app?.url
      await settled(() => acts.taps(target.message_id, callback_data))
      return undefined
    },

    /** Presses the button whose data match, or sends data no button has, as a forger would. */
    async tapsData(data: string | RegExp, { message }: { message?: Message } = {}) {
      const target = message ?? screen()
      if (!target) throw new Error('There is no message to tap')
      const found = buttonsOf(target).find((button) => matches(button.callback_data ?? '', data))
      const sent = found?.callback_data ?? (typeof data === 'string' ? data : undefined)
      if (sent === undefined) throw new Error(`No button with data ${data}`)
      await settled(() => acts.taps(target.message_id, sent))
    },

    /**
     * The message that matches, newest first, among those the bot has sent or edited since the
     * last act; if it did nothing, its last message is looked at.
     * @throws Error with the whole talk, when there is none
     */
    sees(expected: string | RegExp): Message {
      const fresh = recorder.turn()
      const candidates = fresh.length > 0 ? fresh : fromBot().slice(-1)
      const found = candidates.findLast((message) => matches(recorder.words(message), expected))
      if (found) return found
      throw new Error(
        `${person.user.first_name} does not see ${expected}.\n${recorder.transcript()}`,
      )
    },

    /** What the bot has sent or edited since the last act. */
    turn: recorder.turn,
    /** All messages in the chat as it stands. */
    messages,
    /** The latest message of the bot that has buttons. */
    screen,
    /** The labels of the current screen, row by row. */
    buttons: () => buttonsOf(screen()).map((button) => button.text),
    /** The talk so far, with buttons, edits, deletions and toasts, to read. */
    transcript: recorder.transcript,
    toasts: recorder.toasts,
    /** What a copy button put into the clipboard. */
    clipboard: () => clipboard,
    /** Documents in the chat, with their content as text. */
    documents: () =>
      messages().flatMap(({ document }) => {
        const file = document && world.files.get(document.file_id)
        if (!document || !file) return []
        return [
          { name: document.file_name, type: file.type, text: new TextDecoder().decode(file.bytes) },
        ]
      }),
    /** Taps whose button still spins. */
    unansweredTaps: () => world.unansweredTaps(chat.id),
  }
}

function pick(buttons: Button[], choice: ButtonChoice) {
  if (typeof choice === 'number') return buttons.at(choice)
  return (
    buttons.find((button) => typeof choice === 'string' && plain(button.text) === plain(choice)) ??
    buttons.find((button) => matches(button.text, choice))
  )
}

function matches(text: string, expected: string | RegExp) {
  if (typeof expected === 'string') return plain(text).includes(plain(expected))
  return new RegExp(expected.source, expected.flags.replace(/[gy]/g, '')).test(plain(text))
}

/** Without the invisible marks that steer the writing direction. */
function plain(text: string) {
  return text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
}
