// Inputs that have been answered, and for two days which messages the answers left with the person.

import type { TakenFor } from '../domain/dialog/kept-talk.ts'
import type { Address } from '../domain/people/address.ts'
import { type Database, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { ANSWERED, MESSAGES } from './sql/talk.ts'
import { type Chat, noting, type ToldNow } from './told.ts'

/** Messages that stand with a person, by the numbers their channel gave them. */
type LeftMessages = {
  chat: Chat
  messages: readonly number[]
  /** What they say of an appointment. */
  told: ToldNow
  /** What was answered, where it can be changed later: so that a change of its words is known for one. */
  said?: Said | undefined
}

/** A message of a person by its number in their channel, with what stands for its text. */
type Said = { address: Address; message: string; fingerprint: string }

// More than anybody taps in two days, and few enough calls of Telegram that one chat holds up nobody.
const MOST_MESSAGES = 1000

export function createInputs(db: Database, seal: Seal) {
  /** Names under which nobody finds the chat or the words again without the key. */
  async function keyed(kind: string, { channel, id }: Address, ...parts: string[]) {
    const [key] = await seal.lookup([kind, channel, id, ...parts].join(' '))
    return `${kind}:${key}`
  }
  const saidName = ({ address, message, fingerprint }: Said) =>
    keyed('said', address, message, fingerprint)
  /** What is noted with an answer: the words it answers, and what it says. */
  async function notesOf({ chat, told, said }: LeftMessages, at: string) {
    const notes = noting(db, chat, told, at)
    return said ? [ANSWERED(await saidName(said), at, chat.personId, null), ...notes] : notes
  }

  return {
    /**
     * From now on this input (by its name) changes nothing and sends nothing when it comes again. What
     * was said and what the answer says are noted with it, as one.
     */
    async markAnswered(input: string, now: number, left?: LeftMessages): Promise<void> {
      const at = toText(now)
      const messages = left ? JSON.stringify(left.messages) : null
      const answered = ANSWERED(input, at, left?.chat.personId ?? null, messages)
      const notes = left ? await notesOf(left, at) : []
      if (notes.length === 0) await db.run(answered)
      else await db.batch([answered, ...notes])
    },

    /** Notes what an input (by its name) is taken for, before that is done; see {@link TakenFor}. */
    async noteTaken(input: string, taken: TakenFor, now: number): Promise<void> {
      await db.run(ANSWERED(`meant:${input}`, toText(now), null, JSON.stringify(taken)))
    },

    /**
     * Whether an input (by its name) is the one to be answered of all that came as one group. Asked
     * again it says the same, whoever asks.
     */
    async isFirstOf(address: Address, group: string, input: string, now: number): Promise<boolean> {
      const id = await keyed('group', address, group)
      // The first to come writes the row; whose it is stands where other rows have message numbers.
      await db.run(ANSWERED(id, toText(now), null, JSON.stringify([input])))
      const row = await db.answeredInput.findUnique({ where: { id }, select: { messages: true } })
      return row?.messages === JSON.stringify([input])
    },

    /** Whether a message said just this before. */
    async wasSaid(said: Said): Promise<boolean> {
      const id = await saidName(said)
      return (await db.answeredInput.findUnique({ where: { id }, select: { id: true } })) !== null
    },

    /** Messages with a person since an instant, the latest first: answers, what they wrote, reminders. */
    async messagesOf(personId: string, since: number): Promise<number[]> {
      const rows = await db.all(MESSAGES(personId, toText(since), MOST_MESSAGES))
      return rows.map(({ id }) => id)
    },
  }
}
