// A Telegram on a socket that answers every call and remembers what each chat was shown.

import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A screen as Telegram was told to show it. */
export type Told = { method: string; text: string; buttons: string[] }

const ME = { id: 4242, is_bot: true, first_name: 'Lotse', username: 'lotse_bot' }

export async function startTelegram() {
  const chats = new Map<number, Told[]>()
  /** How long Telegram takes over a call. */
  const answering = { ms: 0 }
  const server = createServer(async (request, response) => {
    const method = request.url?.split('/').at(-1) ?? ''
    const call = await readJson(request)
    const chat = Number(call.chat_id)
    if (method === 'sendMessage' || method === 'editMessageText') {
      const keyboard = (call.reply_markup?.inline_keyboard ?? []).flat()
      const told = chats.get(chat) ?? []
      chats.set(chat, told)
      told.push({
        method,
        text: call.text ?? '',
        buttons: keyboard.flatMap((button) => button.callback_data ?? []),
      })
    }
    const message = { message_id: 1, date: 1, chat: { id: chat, type: 'private' } }
    const isMessage = method.startsWith('send') || method.startsWith('edit')
    const result = method === 'getMe' ? ME : isMessage ? message : true
    await sleep(answering.ms)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ ok: true, result }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  return { chats, answering, root: `http://127.0.0.1:${port}`, stop }
}

type Call = {
  chat_id?: number | string
  text?: string
  reply_markup?: { inline_keyboard: { callback_data?: string }[][] }
}

async function readJson(request: IncomingMessage): Promise<Call> {
  let body = ''
  for await (const chunk of request) body += chunk
  try {
    return JSON.parse(body)
  } catch {
    // A file comes as a form; only its arrival matters here.
    return {}
  }
}
