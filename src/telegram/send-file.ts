// A file in a chat, with a sentence under it.

import { type Api, InputFile } from 'grammy/web'
import type { Deps } from '../deps.ts'
import type { Attachment } from '../flows/conversation/attachments.ts'

/** Sends a file without a sound: it goes with a message that has one. The number of its message. */
export async function sendFile(
  deps: Deps,
  api: Api,
  chat: string | number,
  attachment: Attachment,
  language: string,
): Promise<number> {
  const file = new InputFile(new TextEncoder().encode(attachment.content), attachment.name)
  const caption = deps.i18n.t(language, attachment.caption, deps.clock.now())
  const sent = await api.sendDocument(chat, file, { caption, disable_notification: true })
  return sent.message_id
}
