// A button pressed in a chat, as Telegram delivers it.

import type { Tap } from '../../src/domain/dialog/tap.ts'
import { encodeTap } from '../../src/domain/dialog/tap-code.ts'

/** The update `id` of somebody who presses the button of this tap. */
export const pressed = (id: number, chat: number, tap: Tap) => ({
  update_id: id,
  callback_query: {
    id: String(id),
    from: { id: chat, is_bot: false, first_name: 'A' },
    chat_instance: '1',
    data: encodeTap(tap, false),
    message: { message_id: 1, date: 1, chat: { id: chat, type: 'private' } },
  },
})
