// Inputs that have been answered, and for two days which messages the answers left with the person.

import { type Database, toText } from './engine/database.ts'
import { ANSWERED, MESSAGES } from './sql/talk.ts'
import { type Chat, noting, type ToldNow } from './told.ts'

/** Messages that stand with a person, by the numbers their channel gave them. */
type LeftMessages = {
  chat: Chat
  messages: readonly number[]
  /** What they say of an appointment. */
  told: ToldNow
}

// More than anybody taps in two days, and few enough calls of Telegram that one chat holds up nobody.
const MOST_MESSAGES = 1000

export function createInputs(db: Database) {
  return {
    /** From now on this input (by its name) changes nothing and sends nothing when it comes again. */
    async markAnswered(input: string, now: number, left?: LeftMessages): Promise<void> {
      const messages = left ? JSON.stringify(left.messages) : null
      const at = toText(now)
      const answered = ANSWERED(input, at, left?.chat.personId ?? null, messages)
      const notes = left ? noting(left.chat, left.told, at) : []
      if (notes.length === 0) await db.run(answered)
      else await db.batch([answered, ...notes])
    },

    /** Messages with a person since an instant, the latest first: answers, what they wrote, reminders. */
    async messagesOf(personId: string, since: number): Promise<number[]> {
      const rows = await db.all(MESSAGES(personId, toText(since), MOST_MESSAGES))
      return rows.map(({ id }) => id)
    },
  }
}
