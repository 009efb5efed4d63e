// A Telegram of a few lines, fast enough for a million updates: it answers every call, keeps what
// each chat shows, and complains about what the real one would refuse.

/** What a chat shows now. */
export type Shown = { text: string; messageId: number; taps: string[] }

/**
 * What Telegram makes of one call; `undefined` carries it out. `lost`: so is this, but unheard. `thrown`: no answer
 * comes, and the network says so.
 */
export type Trouble = (
  method: string,
) => { status?: number; thrown?: string; retryAfter?: number; lost?: boolean } | undefined

type Call = {
  chat_id?: number
  message_id?: number
  text?: string
  reply_markup?: { inline_keyboard?: { callback_data?: string; text?: string }[][] }
}

const LONGEST_TEXT = 4096
const MOST_BYTES = 64
const SAID: Record<number, string> = {
  400: 'Bad Request: message to edit not found',
  403: 'Forbidden: bot was blocked by the user',
}

export function createLightTelegram(trouble: Trouble = () => undefined) {
  const chats = new Map<number, Shown>()
  const complaints: string[] = []
  /** Told of every text a chat is shown, in a message of its own or in the place of one. */
  let onText: (chat: number, text: string, isNew: boolean, taps: readonly string[]) => void =
    () => {}
  let lastMessage = 0
  let calls = 0

  function show(chat: number, call: Call, messageId: number, isNew: boolean): void {
    const text = call.text ?? ''
    const buttons = (call.reply_markup?.inline_keyboard ?? []).flat()
    const taps = buttons.flatMap((button) => button.callback_data ?? [])
    if (text.trim() === '' || text.length > LONGEST_TEXT) complaints.push('text of a wrong length')
    for (const tap of taps) {
      const bytes = Buffer.byteLength(tap)
      if (bytes < 1 || bytes > MOST_BYTES) complaints.push(`a button with ${bytes} bytes`)
    }
    onText(chat, [text, ...buttons.map((button) => button.text ?? '')].join('\n'), isNew, taps)
    const before = chats.get(chat)
    // What stands above is corrected; people look at what stands below.
    if (before && messageId < before.messageId) return
    chats.set(chat, { text, messageId, taps: taps.length > 0 ? taps : (before?.taps ?? []) })
  }

  const answer = (status: number, body: object) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

  return {
    chats,
    complaints,
    calls: () => calls,
    listen(listener: typeof onText) {
      onText = listener
    },
    /** For the bot, instead of the network. */
    async fetch(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
      calls += 1
      const method = String(url).split('/').at(-1) ?? ''
      const refused = trouble(method)
      if (refused && !refused.lost) {
        if (refused.thrown) throw new Error(refused.thrown)
        const parameters = refused.retryAfter ? { retry_after: refused.retryAfter } : undefined
        const { status = 500 } = refused
        const description = SAID[status] ?? 'x'
        return answer(status, { ok: false, error_code: status, description, parameters })
      }
      const call: Call = typeof init.body === 'string' ? JSON.parse(init.body) : {}
      const chat = Number(call.chat_id)
      if (method === 'getMe') {
        return answer(200, { ok: true, result: { id: 1, is_bot: true, username: 'lotse_bot' } })
      }
      if (method === 'sendMessage') show(chat, call, ++lastMessage, true)
      if (method === 'editMessageText') show(chat, call, Number(call.message_id), false)
      if (refused?.thrown) throw new Error(refused.thrown)
      if (refused)
        return answer(refused.status ?? 502, { ok: false, error_code: 502, description: 'x' })
      const message = { message_id: lastMessage, date: 1, chat: { id: chat, type: 'private' } }
      const result = /^(send|edit)/.test(method) ? message : true
      return answer(200, { ok: true, result })
    },
  }
}
