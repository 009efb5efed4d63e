// Sending an answer: screen and button answer together, with what Telegram may say to it.

import { type Api, GrammyError, HttpError } from 'grammy/web'
import type { Deps } from '../deps.ts'
import type { SoundSent } from '../domain/appointment/told.ts'
import type { Screen } from '../domain/dialog/screen.ts'
import type { Shown } from '../flows/conversation/stands.ts'
import type { Reply } from '../flows/conversation/step.ts'
import { around, clear } from './empty-chat.ts'
import type { Origin } from './read-update.ts'
import { plain, type Rendered, render } from './render.ts'
import { sendFile } from './send-file.ts'
import { sendVoice } from './send-voice.ts'

/**
 * Sends the answer to a step. Throws where it may go through later, so that Telegram delivers the
 * update again.
 */
export async function sendReply(
  deps: Deps,
  api: Api,
  chatId: string,
  reply: Reply,
  from: Origin,
): Promise<Shown> {
  const chat = Number(chatId)
  const rendered = render(deps.i18n, reply.screen, reply.language, deps.clock.now())
  const { pressed } = from
  const own = reply.isKept ? undefined : from.own
  const before = [pressed?.messageId, own].filter((id) => id !== undefined)
  const messages: number[] = reply.hide ? [] : before
  const note = (sent: number) => messages.push(sent)
  const replaced = pressed?.keep || reply.hide ? undefined : pressed?.messageId
  const sends: Promise<unknown>[] = []
  const hidden = reply.hide && [...reply.hide, ...before]
  if (hidden) sends.push(clear(api, chat, hidden))
  if (pressed) sends.push(tolerating(api.answerCallbackQuery(pressed.id), isTooOld))
  if (reply.unheard?.length) sends.push(clear(api, chat, messagesOf(reply.unheard)))
  // With us it is safe; if it could not be taken out of the chat, all of this comes again.
  if (reply.isKept && from.own !== undefined) sends.push(remove(api, chat, from.own))
  const along = sendAlong(deps, api, chat, reply)
  // Nothing stands below the screen: what comes along with it goes before, and it goes below that.
  const goesBelow =
    along !== undefined ||
    (replaced !== undefined && (reply.isAfterFault || pointsBack(reply, replaced)))
  const stands = reply.sound && along === undefined && shownOn(rendered, from)
  const screen = stands
    ? Promise.resolve(stands)
    : replaced !== undefined && !goesBelow
      ? edit(api, chat, replaced, rendered)
      : Promise.resolve(along).then(async (sent) => {
          sent?.map(note)
          return await post(api, chat, rendered)
        })
  try {
    await allSettled([screen, ...sends])
    const shown = await screen
    note(shown)
    if (hidden) await clear(api, chat, around(hidden, shown))
    const isLeft = goesBelow && replaced !== undefined && shown !== replaced
    if (isLeft) await tolerating(api.deleteMessage(chat, replaced), isRefused)
    // A screen that went out is not sent again for its sound, which a button still asks for.
    const sounding = reply.sound && sendVoice(deps, api, chat, reply.sound)
    const sound = await (stands ? sounding : sounding?.catch(unlessPassing))
    if (sound !== undefined) note(sound)
    return {
      delivery: 'sent',
      messages: [...new Set(messages)],
      screen: shown,
      ...(isLeft ? { replaced } : {}),
      ...(sound === undefined ? {} : { sound }),
    }
  } catch (fault) {
    if (isUnreachable(fault)) return { delivery: 'gone', messages: [] }
    throw fault
  }
}

const messagesOf = (sounds: readonly SoundSent[]) => [
  ...new Set(sounds.map(({ message }) => message)),
]

/** The message that was pressed, where it shows all of this already: then only its sound is to come. */
function shownOn({ text, keyboard }: Rendered, { pressed }: Origin): number | undefined {
  const shows = pressed?.shows
  const codes = keyboard.flat().map((one) => ('callback_data' in one ? one.callback_data : ''))
  const isSame = shows?.text === plain(text) && shows.codes.join(' ') === codes.join(' ')
  return isSame ? pressed?.messageId : undefined
}

/** Whether messages below one would send the person further down for a card that stood in its place. */
function pointsBack({ screen: { tells }, told = [] }: Reply, replaced: number): boolean {
  return tells?.kind === 'card' && told.some((message) => message > replaced)
}

/** Sends what comes along with a screen, one after the other; `undefined` where nothing does. */
function sendAlong(
  deps: Deps,
  api: Api,
  chat: number,
  { screen: { pin }, attachments, language }: Reply,
): Promise<number[]> | undefined {
  if (!pin && attachments.length === 0) return undefined
  const send = async () => {
    const sent = pin ? [await postPin(api, chat, pin)] : []
    for (const one of attachments) sent.push(await sendFile(deps, api, chat, one, language))
    return sent
  }
  return send()
}

async function postPin(api: Api, chat: number, pin: NonNullable<Screen['pin']>): Promise<number> {
  const { latitude, longitude, title, address } = pin
  const sent = await api.sendVenue(chat, latitude, longitude, title, address)
  return sent.message_id
}

async function post(api: Api, chat: number, { text, keyboard }: Rendered): Promise<number> {
  const sent = await api.sendMessage(chat, text, {
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: keyboard },
    link_preview_options: { is_disabled: true },
  })
  return sent.message_id
}

/** Puts a screen in the place of a message, which may show it already; the number of the message. */
export async function replace(
  api: Api,
  chat: number | string,
  message: number,
  { text, keyboard }: Rendered,
): Promise<number> {
  const whole = api.editMessageText(chat, message, text, {
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: keyboard },
    link_preview_options: { is_disabled: true },
  })
  await tolerating(whole, isUnchanged)
  return message
}

/** Shows a screen in a message, or below it where that is not possible; where it now stands. */
async function edit(
  api: Api,
  chat: number,
  messageId: number,
  rendered: Rendered,
): Promise<number> {
  try {
    return await replace(api, chat, messageId, rendered)
  } catch (fault) {
    // The message was deleted or is too old to be edited: the screen comes below it.
    if (!(fault instanceof GrammyError) || fault.error_code !== 400) throw fault
    return await post(api, chat, rendered)
  }
}

// All run to their end before the first failure is thrown: nothing is left running behind.
export async function allSettled(sends: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(sends)
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

/** Takes a message of the person out of the chat, if it is still there and they are, too. */
export async function remove(api: Api, chat: number, message: number): Promise<void> {
  const harmless = (fault: unknown) => isGoneMessage(fault) || isUnreachable(fault)
  await tolerating(api.deleteMessage(chat, message), harmless)
}

async function tolerating(
  call: Promise<unknown>,
  harmless: (fault: unknown) => boolean,
): Promise<void> {
  try {
    await call
  } catch (fault) {
    if (!harmless(fault)) throw fault
  }
}

const describes = (fault: unknown, words: RegExp): boolean =>
  fault instanceof GrammyError && fault.error_code === 400 && words.test(fault.description)

const isRefused = (fault: unknown): boolean =>
  fault instanceof GrammyError && fault.error_code === 400
const isUnchanged = (fault: unknown): boolean => describes(fault, /message is not modified/i)
const isTooOld = (fault: unknown): boolean =>
  describes(fault, /query is too old|query id is invalid/i)
const isGoneMessage = (fault: unknown): boolean =>
  describes(fault, /message (to delete|can't be deleted)/i)

/** Blocked, deactivated or never started: the person cannot be reached in this chat. */
export function isUnreachable(fault: unknown): boolean {
  if (!(fault instanceof GrammyError)) return false
  return fault.error_code === 403 || describes(fault, /chat not found|user is deactivated/i)
}

/** Whether a fault is Telegram's or the network's and may pass. */
export function isPassing(fault: unknown): boolean {
  if (fault instanceof HttpError) return true
  return fault instanceof GrammyError && (fault.error_code === 429 || fault.error_code >= 500)
}

function unlessPassing(fault: unknown): undefined {
  if (!isPassing(fault)) throw fault
}
