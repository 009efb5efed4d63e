// Reminders measured: `node bench/reminders/run.ts [part] [count]`, each line a row of the results.

import { mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Seen, Trouble } from './fake-telegram.ts'
import { ends, prepare } from './prepare.ts'
import { startBot, startTelegram, stats, tapping } from './processes.ts'

const LATENCY_MS = 50
const [part = 'all', count = '10000'] = process.argv.slice(2)
mkdirSync('data', { recursive: true })
const FILE = 'data/bench-reminders.db'

const percent = (share: number) => `${(share * 100).toFixed(2)} %`
const p99 = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? 0

function say(what: string, row: Record<string, string | number>): void {
  const words = Object.entries(row).map(([name, value]) => `${name} ${value}`)
  process.stdout.write(`| ${what} | ${words.join(' · ')} |\n`)
}

/** What Telegram saw against what the outbox says: nothing lost, nothing said twice or wrongly. */
async function compare(seen: Seen, owed: number): Promise<Record<string, number>> {
  const found = await ends(FILE)
  const wrong = [...found].filter(([chat, status]) => {
    const { delivered = 0, blocked = false } = seen.chats[chat] ?? {}
    return status === 'sent' ? delivered === 0 : status !== 'blocked' || !blocked
  })
  const reminded = Object.entries(seen.chats).filter(([chat]) => found.has(chat))
  return {
    owed,
    lost: owed - found.size + wrong.length,
    doubled: reminded.filter(([, { delivered }]) => delivered > 1).length,
    blocked: [...found.values()].filter((status) => status === 'blocked').length,
  }
}

async function batch(what: string, owed: number, trouble: Trouble): Promise<void> {
  await prepare(FILE, owed)
  const telegram = await startTelegram(LATENCY_MS, trouble)
  const bot = await startBot(FILE)
  await bot.done
  const seen = await stats()
  await Promise.all([bot.kill(), telegram.kill()])
  const seconds = (seen.lastAt - seen.firstAt) / 1000
  say(what, {
    ...(await compare(seen, owed)),
    seconds: seconds.toFixed(1),
    'of the ideal': percent(owed / 30 / seconds),
    'refused for pace': percent((seen.refused.second + seen.refused.chat) / owed),
    'refused as told': seen.refused.asked,
    'most in a second': seen.most,
  })
}

async function taps(owed: number): Promise<void> {
  await prepare(FILE, owed)
  const telegram = await startTelegram(LATENCY_MS, {})
  const quiet = await startBot(FILE, { batch: false })
  const until = performance.now() + 120_000
  const idle = await tapping(4, () => performance.now() > until)
  await quiet.kill()
  const busy = await startBot(FILE)
  let over = false
  busy.done.then(() => {
    over = true
  })
  const taken = await tapping(4, () => over)
  const seen = await stats()
  await Promise.all([busy.kill(), telegram.kill()])
  say('taps while a batch runs', {
    taps: taken.length,
    'p99 ms': p99(taken).toFixed(1),
    'p99 idle ms': p99(idle).toFixed(1),
    ratio: (p99(taken) / p99(idle)).toFixed(2),
    refused: seen.refused.second + seen.refused.chat,
    'most in a second': seen.most,
  })
}

async function killed(owed: number, runs: number): Promise<void> {
  for (let run = 1; run <= runs; run++) {
    await prepare(FILE, owed)
    const telegram = await startTelegram(LATENCY_MS, {})
    const first = await startBot(FILE)
    await sleep(Math.random() * (owed / 30) * 1000)
    await first.kill()
    const cut = await stats()
    const delivered = Object.keys(cut.chats).length
    const found = await ends(FILE)
    const inHand = [...found].filter(
      ([chat, status]) => status === 'sending' && cut.chats[chat]?.delivered,
    ).length
    // Ten minutes later what was in its hands comes back.
    const second = await startBot(FILE, { aheadMs: 11 * 60_000 })
    await second.done
    const seen = await stats()
    await Promise.all([second.kill(), telegram.kill()])
    say(`kill -9, run ${run}`, {
      'delivered before': delivered,
      'in flight': inHand,
      ...(await compare(seen, owed)),
    })
  }
}

async function two(owed: number): Promise<void> {
  await prepare(FILE, owed)
  const telegram = await startTelegram(LATENCY_MS, {})
  const bots = await Promise.all([startBot(FILE), startBot(FILE, { port: 4603 })])
  await Promise.all(bots.map((bot) => bot.done))
  const seen = await stats()
  await Promise.all([...bots, telegram].map((child) => child.kill()))
  say('two processes at once', {
    ...(await compare(seen, owed)),
    refused: seen.refused.second + seen.refused.chat,
  })
}

const parts: Record<string, () => Promise<void>> = {
  clean: () => batch('nothing in the way', Number(count), {}),
  flood: () => batch('5 % refused for a chat', Number(count), { flood: 0.05 }),
  trouble: () =>
    batch('429 5 %, 500 2 %, 403 1 %, lost 1 %', Math.min(3000, Number(count)), {
      flood: 0.05,
      fault: 0.02,
      blocked: 0.01,
      lost: 0.01,
    }),
  taps: () => taps(Math.min(6000, Number(count))),
  kill: () => killed(Math.min(1000, Number(count)), 10),
  two: () => two(Math.min(1000, Number(count))),
}

for (const [name, run] of Object.entries(parts)) if (part === 'all' || part === name) await run()
