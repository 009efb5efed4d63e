// A Telegram made for measuring: takes the calls of a bot over HTTP and refuses what Telegram would.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { faultsOfCall, type Params } from './telegram-rules.ts'

export const TOKEN = '4242:bench'

/** What a person sees: the codes on the buttons, and when it arrived (ms, `performance.now`). */
export type Screen = { messageId: number; buttons: readonly string[]; at: number }

export type Telegram = Awaited<ReturnType<typeof startTelegram>>

/** Listens on a free port. `latencyMs` is how long each call of the bot takes. */
export async function startTelegram({ latencyMs = 0 } = {}) {
  const waiting = new Map<number, (screen: Screen) => void>()
  const texts = new Map<number, string>()
  const calls = new Map<string, number>()
  const refused: string[] = []
  const answered: string[] = []
  let messages = 0

  function carryOut(method: string, params: Params, at: number): unknown {
    calls.set(method, (calls.get(method) ?? 0) + 1)
    const fault = faultsOfCall(method, params)
    if (fault) throw new Error(fault)
    if (method === 'getMe')
      return { id: 4242, is_bot: true, first_name: 'Bench', username: 'bench' }
    if (method === 'answerCallbackQuery') answered.push(String(params.callback_query_id))
    const chat = Number(params.chat_id)
    if (method === 'sendDocument') return message(chat, ++messages)
    if (method !== 'sendMessage' && method !== 'editMessageText') return true
    const edited = method === 'editMessageText' ? Number(params.message_id) : undefined
    const buttons = (params.reply_markup?.inline_keyboard ?? []).flat()
    const shown = `${edited} ${params.text} ${JSON.stringify(buttons)}`
    if (edited && texts.get(chat) === shown) throw new Error('message is not modified')
    const messageId = edited ?? ++messages
    texts.set(chat, `${messageId} ${params.text} ${JSON.stringify(buttons)}`)
    waiting.get(chat)?.({
      messageId,
      buttons: buttons.flatMap((button) => button.callback_data ?? []),
      at,
    })
    return message(chat, messageId)
  }

  const server = createServer(async (request, response) => {
    const method = request.url?.split('/').at(-1) ?? ''
    const params = await readParams(request)
    const at = performance.now()
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs))
    try {
      answer(response, 200, { ok: true, result: carryOut(method, params, at) })
    } catch (fault) {
      const description = `Bad Request: ${fault instanceof Error ? fault.message : fault}`
      refused.push(`${method}: ${description}`)
      answer(response, 400, { ok: false, error_code: 400, description })
    }
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    root: `http://127.0.0.1:${port}`,
    calls,
    /** Calls that Telegram would have refused. */
    refused,
    /** Ids of the pressed buttons that were answered, in order. */
    answered,
    /** The next screen a chat is shown. One listener a chat. */
    nextScreen: (chat: number) =>
      new Promise<Screen>((resolve) => {
        waiting.set(chat, (screen) => {
          waiting.delete(chat)
          resolve(screen)
        })
      }),
    /** Forgets a chat in which nothing will happen any more. */
    forget: (chat: number) => {
      texts.delete(chat)
      waiting.delete(chat)
    },
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function message(chat: number, messageId: number): object {
  return {
    message_id: messageId,
    date: 1_800_000_000,
    chat: { id: chat, type: 'private' },
    text: '',
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

async function readParams(request: IncomingMessage): Promise<Params> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  if (request.headers['content-type']?.startsWith('multipart/')) {
    return { chat_id: Number(/name="chat_id"\r\n\r\n(\d+)/.exec(body)?.[1]), document: body }
  }
  return body === '' ? {} : JSON.parse(body)
}
