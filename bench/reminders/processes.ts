// The processes of a run: a fake Telegram, one or two bots, and taps of people meanwhile.

import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Seen, Trouble } from './fake-telegram.ts'
import { DATA_KEY } from './prepare.ts'

export const FAKE = 'http://127.0.0.1:4601'
const SECRET = 'bench-secret-0123456789'

export type Started = { process: ChildProcess; done: Promise<void>; kill: () => Promise<void> }

async function start(args: string[], env: Record<string, string> = {}): Promise<Started> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = ''
  const waiting: [string, () => void][] = []
  child.stdout?.on('data', (chunk: Buffer) => {
    told += chunk.toString()
    for (const [word, go] of waiting) if (told.includes(word)) go()
  })
  const hears = (word: string) =>
    new Promise<void>((go, fail) => {
      if (told.includes(word)) go()
      waiting.push([word, go])
      child.once('exit', () => fail(new Error(`${args[0]} ended: ${told.slice(-500)}`)))
    })
  const done = hears('done\n')
  done.catch(() => undefined)
  await hears('ready\n')
  return {
    process: child,
    done,
    kill: () =>
      new Promise((go) => {
        child.once('exit', () => go())
        child.kill('SIGKILL')
      }),
  }
}

export const startTelegram = (latencyMs: number, trouble: Trouble): Promise<Started> =>
  start(['bench/reminders/fake-telegram.ts', '4601', JSON.stringify({ latencyMs, trouble })])

export const startBot = (
  file: string,
  options: { port?: number; aheadMs?: number; batch?: boolean } = {},
): Promise<Started> => {
  const { port = 4602, aheadMs = 0, batch = true } = options
  return start(
    ['bench/reminders/bot.ts', String(port), String(aheadMs), batch ? 'batch' : 'idle'],
    {
      BOT_TOKEN: '1:bench',
      TRIAL: 'yes',
      WEBHOOK_SECRET: SECRET,
      PUBLIC_URL: 'http://127.0.0.1:4602',
      TELEGRAM_API_ROOT: FAKE,
      DATABASE_URL: `file:${file}`,
      DATA_KEY,
      LOG_LEVEL: 'error',
    },
  )
}

export async function stats(): Promise<Seen> {
  return (await (await fetch(`${FAKE}/stats`)).json()) as Seen
}

const PEOPLE = 40
let update = 1

async function tap(chat: number, data: string): Promise<number> {
  const from = { id: chat, is_bot: false, first_name: 'T' }
  const message = { message_id: 5, date: 1, chat: { id: chat, type: 'private' }, text: 'x' }
  const began = performance.now()
  const answer = await fetch('http://127.0.0.1:4602/telegram', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
    body: JSON.stringify({
      update_id: update++,
      callback_query: { id: String(update), from, chat_instance: '1', message, data },
    }),
  })
  if (answer.status !== 200) throw new Error(`a tap was answered with ${answer.status}`)
  return performance.now() - began
}

/** Forty people agree, then tap through pages until `isOver`; returns the milliseconds of each tap. */
export async function tapping(perSecond: number, isOver: () => boolean): Promise<number[]> {
  const taken: number[] = []
  const running: Promise<unknown>[] = []
  const next = performance.now()
  for (let i = 0; !isOver(); i++) {
    const chat = 5_000_000 + (i % PEOPLE)
    const round = Math.floor(i / PEOPLE)
    const data = round === 0 ? '1~ag~ar~' : round % 2 === 1 ? '1~op~help' : '1~bk'
    const sent = tap(chat, data).then((ms) => round > 0 && taken.push(ms))
    sent.catch(() => undefined)
    running.push(sent)
    await sleep(Math.max(0, next + ((i + 1) * 1000) / perSecond - performance.now()))
  }
  await Promise.all(running)
  return taken
}
