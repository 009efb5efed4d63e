// People who walk through a talk, each one tap after the other, many side by side.

import { Agent, request } from 'node:http'
import type { Running } from './running.ts'
import type { Screen, Telegram } from './telegram.ts'

/** What a person does: sends a text, or presses one of the buttons whose code matches. */
export type Step = string | RegExp

/** One run: how long each answer took (ms) and what went wrong. */
export type Walked = { updates: number; seconds: number; latencies: number[]; failures: string[] }

export const SECRET = 'a-secret-for-measuring'
const PATIENCE_MS = 30_000

let chats = 1_000_000
let updateIds = 1

// Telegram keeps its connections to a bot; opening fifty at once would be measured instead.
const agents = new Map<string, Agent>()

function connectionsTo(root: string): Agent {
  const agent = agents.get(root) ?? new Agent({ keepAlive: true, maxSockets: 500 })
  agents.set(root, agent)
  return agent
}

/** Lets `people` walk until about `updates` updates are answered; each walk is a new chat. */
export async function walk(
  telegram: Telegram,
  bot: Pick<Running, 'root'>,
  steps: readonly Step[],
  { people, updates }: { people: number; updates: number },
): Promise<Walked> {
  const latencies: number[] = []
  const failures: string[] = []
  let left = updates
  const agent = connectionsTo(bot.root)
  const started = performance.now()

  async function takeStep(chat: number, step: Step, before: Screen | undefined): Promise<Screen> {
    const update = updateFor(chat, step, before)
    const sent = performance.now()
    const [screen, status] = await patiently(
      Promise.all([telegram.nextScreen(chat), deliver(bot.root, update, agent)]),
      `no answer to ${step}`,
    )
    if (status !== 200) throw new Error(`${step} was answered with ${status}`)
    latencies.push(screen.at - sent)
    return screen
  }

  async function person(): Promise<void> {
    while (left > 0) {
      const chat = chats++
      let screen: Screen | undefined
      try {
        for (const step of steps) {
          if (left-- <= 0) break
          screen = await takeStep(chat, step, screen)
        }
      } catch (fault) {
        failures.push(fault instanceof Error ? fault.message : String(fault))
      }
      telegram.forget(chat)
    }
  }

  await Promise.all(Array.from({ length: people }, person))
  const seconds = (performance.now() - started) / 1000
  return { updates: latencies.length, seconds, latencies, failures }
}

/** Presses one button several times without waiting; the ids of the presses, in order. */
export async function pressAtOnce(
  bot: Pick<Running, 'root'>,
  agent: Agent,
  chat: number,
  screen: Screen,
  data: string,
  times: number,
): Promise<{ ids: string[]; failures: number }> {
  const presses = Array.from({ length: times }, () => press(chat, data, screen.messageId))
  const ids = presses.map(({ callback_query }) => callback_query.id)
  const statuses = await Promise.all(presses.map((update) => deliver(bot.root, update, agent)))
  return { ids, failures: statuses.filter((status) => status !== 200).length }
}

export function newChat(): number {
  return chats++
}

/** The update that a step makes of the screen before it. Throws where there is no such button. */
export function updateFor(chat: number, step: Step, screen: Screen | undefined): object {
  if (typeof step === 'string') return typed(chat, step)
  const fitting = screen?.buttons.filter((data) => step.test(data)) ?? []
  const data = fitting[Math.floor(Math.random() * fitting.length)]
  if (!screen || data === undefined) {
    throw new Error(`no button ${step} among ${screen?.buttons.join(' ')}`)
  }
  return press(chat, data, screen.messageId)
}

const from = (chat: number) => ({
  id: chat,
  is_bot: false,
  first_name: 'Sara',
  language_code: 'de',
})
const inChat = (chat: number) => ({ id: chat, type: 'private', first_name: 'Sara' })

function typed(chat: number, text: string) {
  const entities = text.startsWith('/')
    ? { entities: [{ type: 'bot_command', offset: 0, length: text.length }] }
    : {}
  const said = { message_id: 1, date: 1_800_000_000, chat: inChat(chat), from: from(chat), text }
  return { update_id: updateIds++, message: { ...said, ...entities } }
}

function press(chat: number, data: string, messageId: number) {
  const update_id = updateIds++
  const message = { message_id: messageId, date: 1_800_000_000, chat: inChat(chat), text: '…' }
  const id = `press-${update_id}`
  return {
    update_id,
    callback_query: { id, from: from(chat), chat_instance: '1', data, message },
  }
}

/** Delivers an update to the webhook; the HTTP status it is answered with. */
export function deliver(root: string, update: object, agent: Agent): Promise<number> {
  const body = Buffer.from(JSON.stringify(update))
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    'x-telegram-bot-api-secret-token': SECRET,
  }
  return new Promise((resolve, reject) => {
    const sending = request(`${root}/telegram`, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    })
    sending.on('error', (fault) => {
      // The bot closed an idle connection in this moment: delivered again, as Telegram does.
      if (sending.reusedSocket) deliver(root, update, agent).then(resolve, reject)
      else reject(fault)
    })
    sending.end(body)
  })
}

async function patiently<T>(work: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), PATIENCE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
