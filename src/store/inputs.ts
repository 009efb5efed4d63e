// Inputs that have been answered, and for two days which messages the answers left with the person.

import { type Database, toText } from './engine/database.ts'
import { ANSWERED, MESSAGES } from './sql/talk.ts'

/** Messages that stand with a person, by the numbers their channel gave them. */
type LeftMessages = { personId: string; messages: readonly number[] }

// More than anybody taps in two days, and few enough calls of Telegram that one chat holds up nobody.
const MOST_MESSAGES = 1000

export function createInputs(db: Database) {
  return {
    /** From now on this input (by its name) changes nothing and sends nothing when it comes again. */
    async markAnswered(input: string, now: number, left?: LeftMessages): Promise<void> {
      const messages = left ? JSON.stringify(left.messages) : null
      await db.run(ANSWERED(input, toText(now), left?.personId ?? null, messages))
    },

    /** Messages with a person since an instant, the latest first: answers, what they wrote, reminders. */
    async messagesOf(personId: string, since: number): Promise<number[]> {
      const rows = await db.all(MESSAGES(personId, toText(since), MOST_MESSAGES))
      return rows.map(({ id }) => id)
    },
  }
}
