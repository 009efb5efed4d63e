// What has happened in one chat, kept for a test: the last turn, the toasts, a talk to read.
import type { ChatEvent } from '../../src/simulator/conversations.ts'
import type { Message } from '../../src/simulator/wire.ts'
import type { World } from '../../src/simulator/world.ts'

/** Listens to one chat from now on. */
export function createRecorder(world: World, chatId: number) {
  const lines: string[] = []
  const toasts: { text: string; alert: boolean }[] = []
  let turn: Message[] = []

  function record(event: ChatEvent) {
    if (!('chatId' in event) || event.chatId !== chatId) return
    if (event.kind === 'message' || event.kind === 'edited') {
      const { message, kind } = event
      const isBot = message.from.id === world.bot.id
      const edited = kind === 'edited' ? ' (edited)' : ''
      const who = isBot ? 'bot' : message.from.first_name
      lines.push(`${who}${edited}: ${words(message)}${keyboard(message)}`)
      if (!isBot) return
      turn = [...turn.filter((other) => other.message_id !== message.message_id), message]
    }
    if (event.kind === 'deleted') {
      lines.push(`(message ${event.messageId} deleted)`)
      turn = turn.filter((message) => message.message_id !== event.messageId)
    }
    if (event.kind === 'tapped') lines.push(`(taps ${event.data})`)
    if (event.kind === 'answered' && event.text) {
      lines.push(`(${event.alert ? 'alert' : 'toast'}: ${event.text})`)
      toasts.push({ text: event.text, alert: event.alert })
    }
  }
  world.listen(record)

  return {
    words,
    newTurn() {
      turn = []
    },
    turn: () => turn,
    toasts: () => toasts,
    transcript: () => lines.join('\n'),
  }
}

/** The words of a message; a thing without words is named in brackets. */
function words(message: Message): string {
  if (message.text !== undefined) return message.text
  const { document, venue, voice, photo, sticker } = message
  const thing =
    (document && `document ${document.file_name}`) ??
    (venue && `venue ${venue.title}, ${venue.address}`) ??
    (voice && 'voice') ??
    (photo && 'photo') ??
    (sticker && `sticker ${sticker.emoji}`) ??
    'message'
  return `[${thing}] ${message.caption ?? ''}`.trim()
}

function keyboard(message: Message) {
  const rows = message.reply_markup?.inline_keyboard ?? []
  return rows.map((row) => `\n    ${row.map((button) => `[${button.text}]`).join(' ')}`).join('')
}
