// What comes and is no text.

import type { Heard } from '../danger/heard.ts'
import type { Claimed } from '../voice-message/voice-message.ts'

/** What cannot be read here: refused kindly, and photos are deleted from the chat. */
export type Unreadable = 'photo' | 'voice' | 'sticker' | 'file' | 'edited' | 'other'

/**
 * `text`: words beside it, such as those under a photo; read for danger alone. `voice`: it can be fetched
 * for staff to hear.
 */
export type Unread = {
  kind: 'unreadable'
  what: Unreadable
  text?: string | undefined
  heard?: Heard | undefined
  voice?: Claimed | undefined
}
