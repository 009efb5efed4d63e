// What people answered to messages of staff: sealed, kept once for each input.

import { type Database, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { ADD_REPLY } from './sql/requests.ts'

export type NewReply = {
  request: string
  personId: string
  /** The name of the input it came with: the same one delivered again is kept once. */
  input: string
  /** What the person reads, so most likely what they write. */
  language: string
  text: string
}

export function createReplies(db: Database, seal: Seal) {
  return {
    /** Keeps an answer with the request, as long as that is there and is the person's. */
    async add(reply: NewReply, now: number): Promise<void> {
      const { request, personId, input, language, text } = reply
      const sealed = await seal.seal(text)
      await db.run(ADD_REPLY(request, personId, input, language, sealed, toText(now)))
    },

    /** Notes that staff have read what came until an instant; false where nothing was unread. */
    async setRead(request: string, until: number, now: number): Promise<boolean> {
      const read = await db.reply.updateMany({
        where: { intakeId: request, readAt: null, createdAt: { lte: toText(until) } },
        data: { readAt: toText(now) },
      })
      return read.count > 0
    },
  }
}
