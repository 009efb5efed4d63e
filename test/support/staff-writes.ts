// Staff write to a person: the preview first, then what was seen there is sent.

import type { Deps } from '../../src/deps.ts'
import type { StaffMessage } from '../../src/domain/dialog/show/staff-message.ts'
import { currentCity } from '../../src/flows/city.ts'
import { factsOf } from '../../src/flows/conversation/step.ts'
import { wordsFor } from '../../src/flows/outbox/staff-message.ts'
import type { Actor } from '../../src/flows/staff/actor.ts'
import {
  type MessageWish,
  previewMessage,
  sendMessage,
} from '../../src/flows/staff/send-message.ts'
import { fieldsIn } from './filled-form.ts'
import type { Visitor } from './staff-house.ts'

/** As a flow; `messageId` is drawn when the preview is shown. */
export async function staffWrites(
  deps: Deps,
  actor: Actor,
  id: string,
  messageId: string,
  wish: MessageWish,
) {
  const seen = await previewMessage(deps, actor, id, wish)
  if (typeof seen === 'string') return seen
  return await sendMessage(deps, actor, id, { ...wish, id: messageId, version: seen.version })
}

/** As pages; the preview, and a press on "Senden" that may be repeated. */
export async function writesAtDesk(
  visitor: Visitor,
  record: string,
  wish: { template: string; text?: string },
) {
  const preview = await visitor.post(`${record}/message`, { text: '', ...wish })
  const fields = fieldsIn(preview.text)
  return { preview, send: () => visitor.post(`${record}/message/send`, fields) }
}

/** The same in one go. */
export async function sendsAtDesk(visitor: Visitor, record: string, template: string, text = '') {
  return await (await writesAtDesk(visitor, record, { template, text })).send()
}

/** What the outbox keeps sealed of such a message. */
export async function sealedWords(
  deps: Deps,
  message: StaffMessage,
  language: string,
): Promise<string> {
  const facts = factsOf(deps, await currentCity(deps), deps.clock.now())
  return JSON.stringify(wordsFor(deps, message, facts, language))
}
