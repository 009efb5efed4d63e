// The web door: what comes over the wire, what a press costs beside the same tap in Telegram, and five
// hundred people at once.

import { Agent } from 'node:http'
import { loadavg } from 'node:os'
import { median, percentile, ratios, spread, table } from '../taps/figures.ts'
import { type Step, walk } from '../taps/people.ts'
import { form, lotse } from '../taps/programs.ts'
import { type Running, run } from '../taps/running.ts'
import { startTelegram, type Telegram } from '../taps/telegram.ts'
import { statementsOfPresses } from './statements.ts'
import { Visitor } from './visitor.ts'

const PRESSES = { people: 20, steps: 1500 }
const CROWD = 500
/** Answers and "back" alone: nobody begins, nothing is read before the consent. */
const CHANGES: Step[] = [
  ...form.slice(0, 3),
  ...Array(12)
    .fill([/~an~urgent~no/, /~bk$/])
    .flat(),
]

type Walked = { steps: number; seconds: number; latencies: number[]; failures: string[] }

/** All figures; `rounds` of each comparison, one after the other in one process. */
export async function web(rounds: number): Promise<string> {
  const telegram = await startTelegram()
  let bot = await run(lotse, telegram.root)
  const failures: string[] = []
  const [first, next] = await bytes(bot)
  await pressedOn(bot, form, PRESSES, failures)
  await tapped(telegram, bot, form, PRESSES, failures)
  const compared: string[][] = []
  for (const [name, steps] of [
    ['from the first page to the check', form],
    ['answers and back alone', CHANGES],
  ] as const) {
    const page: number[] = []
    const chat: number[] = []
    for (let round = 0; round < rounds; round++) {
      chat.push(await tapped(telegram, bot, steps, PRESSES, failures))
      page.push(await pressedOn(bot, steps, PRESSES, failures))
    }
    compared.push([name, spread(page), spread(chat), spread(ratios(page, chat))])
  }
  // What all together may write at once is used up by then.
  await bot.stop()
  bot = await run(lotse, telegram.root)
  const crowd = await visitors(bot.root, form, { people: CROWD, steps: CROWD * form.length })
  failures.push(...crowd.failures, ...telegram.refused)
  const rss = bot.rssMb()
  await bot.stop()
  telegram.stop()
  const counted = await statementsOfPresses()
  return [
    `Load of the machine ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')} on its cores.`,
    '',
    table(
      ['over the wire, headers included', 'bytes'],
      [
        ['the first page with everything it needs', String(first)],
        ['a press and the page it leads to, median', String(median(next))],
        ['the same, largest', String(Math.max(...next))],
      ],
    ),
    '',
    `CPU in ms of a step, ${rounds} rounds in turn in one process; a step is a press with its redirect and page, or a tap with its answer.`,
    '',
    table(['walk', 'page', 'Telegram', 'page over Telegram'], compared),
    '',
    table(
      ['people at once', 'steps', 'steps/s', 'p50 ms', 'p99 ms', 'failures', 'RSS MB'],
      [
        [
          String(CROWD),
          String(crowd.steps),
          (crowd.steps / crowd.seconds).toFixed(0),
          percentile(crowd.latencies, 0.5).toFixed(0),
          percentile(crowd.latencies, 0.99).toFixed(0),
          String(crowd.failures.length),
          rss.toFixed(0),
        ],
      ],
    ),
    '',
    counted,
    '',
    `Failures: ${failures.length}${failures[0] ? `, the first: ${failures[0]}` : ''}.`,
  ].join('\n')
}

/** Bytes of the first page with its style, and of each page after a press. */
async function bytes(bot: Pick<Running, 'root'>): Promise<[number, number[]]> {
  const agent = new Agent({ keepAlive: true })
  const visitor = new Visitor(bot.root, agent, '192.0.2.1')
  const first = await visitor.open('/')
  const parts = [...first.page.matchAll(/(?:src|rel="stylesheet" href)="(\/[^"]*)"/g)]
  let all = first.bytes
  for (const [, path = ''] of parts) {
    all += (await new Visitor(bot.root, agent, '192.0.2.1').open(path)).bytes
  }
  const next: number[] = []
  for (const step of form.slice(1)) next.push((await visitor.take(step)).bytes)
  agent.destroy()
  return [all, next]
}

type Load = { people: number; steps: number }

async function pressedOn(bot: Running, steps: readonly Step[], load: Load, failures: string[]) {
  const before = bot.cpuMs()
  const walked = await visitors(bot.root, steps, load)
  failures.push(...walked.failures.map((what) => `page: ${what}`))
  return (bot.cpuMs() - before) / walked.steps
}

async function tapped(
  telegram: Telegram,
  bot: Running,
  steps: readonly Step[],
  { people, steps: updates }: Load,
  failures: string[],
) {
  const before = bot.cpuMs()
  const walked = await walk(telegram, bot, steps, { people, updates })
  failures.push(...walked.failures.map((what) => `chat: ${what}`))
  return (bot.cpuMs() - before) / walked.updates
}

let visits = 0

/** People who walk over the pages, each from an address of their own, until so many steps are taken. */
async function visitors(
  root: string,
  steps: readonly Step[],
  { people, steps: most }: Load,
): Promise<Walked> {
  const agent = new Agent({ keepAlive: true, maxSockets: 500 })
  const latencies: number[] = []
  const failures: string[] = []
  let left = most
  const began = performance.now()
  async function person() {
    while (left > 0) {
      const nth = visits++
      const visitor = new Visitor(root, agent, `10.${nth >> 16}.${(nth >> 8) & 255}.${nth & 255}`)
      try {
        for (const step of steps) {
          if (left-- <= 0) break
          const sent = performance.now()
          const { status } = await visitor.take(step)
          if (status !== 200) throw new Error(`${step} was answered with ${status}`)
          latencies.push(performance.now() - sent)
        }
      } catch (fault) {
        failures.push(fault instanceof Error ? fault.message : String(fault))
      }
    }
  }
  await Promise.all(Array.from({ length: people }, person))
  agent.destroy()
  const seconds = (performance.now() - began) / 1000
  return { steps: latencies.length, seconds, latencies, failures }
}
