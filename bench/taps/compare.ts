// Lotse beside a floor and beside what a team would build: the same number of taps, in turn.

import { median, percentile, ratios, spread, table } from './figures.ts'
import { type Step, walk } from './people.ts'
import { conversations, floor, form, formOf, lotse } from './programs.ts'
import { type Program, run, settled } from './running.ts'
import { startTelegram } from './telegram.ts'

type Figures = {
  cpu: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  rss: number
}

const BOTS: Record<string, { program: Program; steps: readonly Step[] }> = {
  floor: { program: floor, steps: formOf(7) },
  conversations: { program: conversations, steps: formOf(7) },
  Lotse: { program: lotse, steps: form },
}
const WARM_UP = { people: 50, updates: 1500 }
const LOADS = [
  { people: 1, updates: 300 },
  { people: 50, updates: 1500 },
  { people: 500, updates: 1500 },
]

/** Runs every bot in a new process, `rounds` times in turn, and compares. */
export async function compare(rounds: number): Promise<string> {
  const runs = new Map<string, Figures[]>()
  const failures: string[] = []
  for (let round = 0; round < rounds; round++) {
    for (const [name, { program, steps }] of Object.entries(BOTS)) {
      for (const [people, figures] of await runOnce(program, steps, failures)) {
        const key = `${name} ${people}`
        runs.set(key, [...(runs.get(key) ?? []), figures])
      }
    }
  }
  const of = (name: string, people: number, figure: keyof Figures) =>
    (runs.get(`${name} ${people}`) ?? []).map((figures) => figures[figure])
  const rows = LOADS.flatMap(({ people }) =>
    Object.keys(BOTS).map((name) => [
      `${people}`,
      name,
      spread(of(name, people, 'cpu')),
      spread(ratios(of(name, people, 'cpu'), of('floor', people, 'cpu'))),
      median(of(name, people, 'perSecond')).toFixed(0),
      ...(['p50', 'p95'] as const).map((p) => median(of(name, people, p)).toFixed(1)),
      spread(of(name, people, 'p99'), 0),
      spread(ratios(of(name, people, 'p99'), of('floor', people, 'p99'))),
      spread(of(name, people, 'rss'), 0),
    ]),
  )
  const third = ratios(of('Lotse', 50, 'cpu'), of('conversations', 50, 'cpu'))
  return [
    `${rounds} rounds; a walk is /start and seven taps; CPU in ms per update, times in ms, median (min–max).`,
    '',
    table(
      ['people', 'bot', 'CPU', '× floor', 'updates/s', 'p50', 'p95', 'p99', '× floor', 'RSS MB'],
      rows,
    ),
    '',
    `CPU of Lotse over conversations + Prisma at 50 people: ${spread(third)}.`,
    `Failures and refused calls: ${failures.length}${failures[0] ? `, the first: ${failures[0]}` : ''}.`,
  ].join('\n')
}

async function runOnce(
  program: Program,
  steps: readonly Step[],
  failures: string[],
): Promise<[number, Figures][]> {
  const telegram = await startTelegram()
  const bot = await run(program, telegram.root)
  const found: [number, Figures][] = []
  await walk(telegram, bot, steps, WARM_UP)
  await settled(bot)
  for (const load of LOADS) {
    const cpu = bot.cpuMs()
    const walked = await walk(telegram, bot, steps, load)
    failures.push(
      ...walked.failures.map((what) => `${load.people} people, ${program.args.at(-1)}: ${what}`),
    )
    const { latencies, updates, seconds } = walked
    found.push([
      load.people,
      {
        cpu: (bot.cpuMs() - cpu) / updates,
        perSecond: updates / seconds,
        p50: percentile(latencies, 0.5),
        p95: percentile(latencies, 0.95),
        p99: percentile(latencies, 0.99),
        rss: bot.rssMb(),
      },
    ])
  }
  failures.push(...telegram.refused)
  await bot.stop()
  telegram.stop()
  return found
}
