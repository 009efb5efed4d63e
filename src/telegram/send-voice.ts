// A screen as a voice message under it.

import { type Api, GrammyError, InputFile } from 'grammy/web'
import type { Deps } from '../deps.ts'
import { forgetSent, noteSent, sentBefore } from '../flows/spoken/sent-before.ts'
import { type Sounding, soundOf } from '../flows/spoken/sounding.ts'

/**
 * Sends a sound without ringing: it belongs to a screen. The number of its message; `undefined` where a recording
 * was taken back meanwhile.
 */
export async function sendVoice(
  deps: Deps,
  api: Api,
  chat: number,
  sounding: Sounding,
): Promise<number | undefined> {
  const bot = botOf(api)
  const known = await sentBefore(deps, bot, sounding)
  if (known) {
    try {
      return (await api.sendVoice(chat, known, QUIET)).message_id
    } catch (fault) {
      if (!isRefused(fault)) throw fault
      if (!takesNone(fault)) await forgetSent(deps, bot, sounding)
    }
  }
  const sound = await soundOf(deps, sounding)
  if (!sound) return undefined
  try {
    const { voice, message_id } = await api.sendVoice(chat, new InputFile(sound, NAME), QUIET)
    await noteSent(deps, bot, sounding, voice.file_id)
    return message_id
  } catch (fault) {
    if (!isRefused(fault)) throw fault
    return takesNone(fault) ? await asFile(api, chat, sound) : undefined
  }
}

/** Who lets nobody send them voice messages gets a file, which Telegram plays, too. */
const asFile = async (api: Api, chat: number, sound: Uint8Array): Promise<number> =>
  (await api.sendDocument(chat, new InputFile(sound, NAME), QUIET)).message_id

const NAME = 'lotse.mp3'

const QUIET = { disable_notification: true }

/** A bot's number stands before the colon of its token. */
const botOf = ({ token }: Api): string => token.split(':')[0] ?? ''

const isRefused = (fault: unknown): boolean =>
  fault instanceof GrammyError && fault.error_code === 400

const takesNone = (fault: unknown): boolean =>
  fault instanceof GrammyError && /VOICE_MESSAGES_FORBIDDEN/.test(fault.description)
