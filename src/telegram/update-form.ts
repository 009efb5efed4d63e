// The least form of an update: who it is from, and texts where texts stand. Telegram's own always have it;
// what has not is met at the boundary, and not in the middle of the talk.

import type { Update } from 'grammy/types'
import * as z from 'zod'

const text = z.string().optional()
const chat = z.looseObject({ id: z.number(), type: z.string() })
// What else a message has is answered by its kind, whatever is in it.
const message = z.looseObject({ message_id: z.number(), chat, text, caption: text }).optional()

const formOfUpdate = z.looseObject({
  message,
  edited_message: message,
  callback_query: z
    .looseObject({
      id: z.string(),
      from: z.looseObject({ id: z.number() }),
      data: text,
      message: z.looseObject({ message_id: z.number(), chat, text }).optional(),
    })
    .optional(),
  my_chat_member: z
    .looseObject({ chat, new_chat_member: z.looseObject({ status: z.string() }) })
    .optional(),
})

/** Where an update has another form than Telegram gives it, by its path; `null` where it has none. */
export function malformedAt(update: Update): string | null {
  const read = formOfUpdate.safeParse(update)
  return read.success ? null : (read.error.issues[0]?.path.join('.') ?? '')
}
