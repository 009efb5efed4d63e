// The flows' way to a person over Telegram: paced, and every answer of Telegram put into an outcome.

import { type Api, GrammyError, HttpError } from 'grammy/web'
import type { Deps } from '../deps.ts'
import type { BlockedReason, DeliveryOutcome } from '../domain/appointment/delivery.ts'
import { groupPlace } from '../domain/people/notices.ts'
import type { Messenger } from '../flows/outbox/messenger.ts'
import { clear } from './empty-chat.ts'
import type { Pacer } from './pacer.ts'
import { type Rendered, render } from './render.ts'
import { replace } from './send.ts'
import { sendFile } from './send-file.ts'
import { sendVoice } from './send-voice.ts'

const FINAL: readonly [RegExp, BlockedReason][] = [
  [/bot was blocked|can't initiate conversation/i, 'blocked'],
  [/user is deactivated/i, 'deactivated'],
  [/chat not found/i, 'chat-not-found'],
]

const TOPIC = /TOPIC_(CLOSED|DELETED|ID_INVALID)|message thread not found/i

/** Sends messages nobody asked for just now. */
export function createMessenger(deps: Deps, api: Api, pacer: Pacer): Messenger {
  /** Sends one message in its turn. */
  async function send(
    chat: string,
    call: () => Promise<number | undefined>,
  ): Promise<DeliveryOutcome> {
    const sent = await pacer.turn(chat)
    const outcome = await outcomeIn(call)
    if (outcome.of === 'sent') sent.accepted()
    else if (outcome.of === 'retry' && outcome.waitMs) sent.refused(outcome.waitMs)
    return outcome
  }

  return {
    async send(place, language, screen, { quiet, file }) {
      const { chat, topic } = groupPlace(place)
      // A file that is refused for good keeps no words back.
      const before = file && (await send(chat, () => sendFile(deps, api, chat, file, language)))
      if (before && before.of !== 'sent' && before.of !== 'failed') return before
      const { text, keyboard } = render(deps.i18n, screen, language, deps.clock.now())
      const outcome = await send(chat, async () => {
        const message = await api.sendMessage(chat, text, {
          parse_mode: 'HTML',
          ...(topic === undefined ? {} : { message_thread_id: topic }),
          // Telegram refuses a keyboard without a button.
          ...(keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}),
          link_preview_options: { is_disabled: true },
          ...(quiet ? { disable_notification: true } : {}),
        })
        return message.message_id
      })
      if (outcome.of !== 'sent' || before?.of !== 'sent') return outcome
      return { ...outcome, fileMessageId: before.messageId }
    },
    async speak(chat, sounding) {
      return await send(chat, () => sendVoice(deps, api, Number(chat), sounding))
    },
    async takeBack(chat, messages) {
      return await outcomeIn(async () => {
        await clear(api, chat, messages)
        return messages[0]
      })
    },
    async correct(chat, message, language, screen) {
      const rendered = render(deps.i18n, screen, language, deps.clock.now())
      return await send(chat, () => replace(api, chat, message, rendered))
    },
  }
}

/** Puts a screen in the place of a message. Never throws. */
export async function correct(
  api: Api,
  chat: string,
  message: number,
  rendered: Rendered,
): Promise<DeliveryOutcome> {
  return await outcomeIn(() => replace(api, chat, message, rendered))
}

async function outcomeIn(call: () => Promise<number | undefined>): Promise<DeliveryOutcome> {
  try {
    const messageId = await call()
    // What was to be sent is gone by now.
    return messageId === undefined ? { of: 'failed', reason: 'gone' } : { of: 'sent', messageId }
  } catch (fault) {
    return outcomeOf(fault)
  }
}

/**
 * What a refusal means. Only exactly known words end a chat: an unknown 403 may be a rule of
 * Telegram's and says nothing of the person.
 */
function outcomeOf(fault: unknown): DeliveryOutcome {
  if (fault instanceof HttpError) return { of: 'retry', reason: 'connection' }
  if (!(fault instanceof GrammyError)) throw fault
  const { error_code: code, description, parameters } = fault
  if (code === 429) {
    return { of: 'retry', reason: 'flood', waitMs: (parameters.retry_after ?? 1) * 1000 }
  }
  // A wrong token or address is the operator's to put right: nothing is lost meanwhile.
  if (code >= 500 || code === 401 || code === 404) return { of: 'retry', reason: 'server' }
  if (parameters.migrate_to_chat_id)
    return { of: 'moved', to: String(parameters.migrate_to_chat_id) }
  if (code === 400 && TOPIC.test(description)) return { of: 'topic-gone' }
  const final = FINAL.find(([words]) => words.test(description))
  return final ? { of: 'blocked', reason: final[1] } : { of: 'failed', reason: `refused-${code}` }
}
