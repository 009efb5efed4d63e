// Whether an update costs more in a long talk than in a short one.

import { ratios, spread, table } from './figures.ts'
import { type Step, walk } from './people.ts'
import { conversations, formOf, lotse, toAndFro } from './programs.ts'
import { type Program, run } from './running.ts'
import { startTelegram } from './telegram.ts'

const LOAD = { people: 20, updates: 2000 }

/** CPU of an update in talks of about 8 and about 40 steps. */
export async function length(rounds: number): Promise<string> {
  const short: Record<string, number[]> = { Lotse: [], conversations: [] }
  const long: Record<string, number[]> = { Lotse: [], conversations: [] }
  const steps = (count: number): Program => ({ ...conversations, env: { STEPS: String(count) } })
  for (let round = 0; round < rounds; round++) {
    short['Lotse']?.push(await cpuOf(lotse, toAndFro(1)))
    long['Lotse']?.push(await cpuOf(lotse, toAndFro(5)))
    short['conversations']?.push(await cpuOf(steps(8), formOf(8)))
    long['conversations']?.push(await cpuOf(steps(40), formOf(40)))
  }
  const rows = Object.keys(short).map((name) => {
    const [few, many] = [short[name] ?? [], long[name] ?? []]
    return [name, spread(few), spread(many), spread(ratios(many, few))]
  })
  return [
    `CPU in ms per update, ${rounds} rounds. Lotse: answers and "back", 11 and 43 steps.`,
    '',
    table(['bot', 'short talk', 'long talk', 'long over short'], rows),
  ].join('\n')
}

async function cpuOf(program: Program, steps: readonly Step[]): Promise<number> {
  const telegram = await startTelegram()
  const bot = await run(program, telegram.root)
  await walk(telegram, bot, steps, LOAD)
  const before = bot.cpuMs()
  const { updates } = await walk(telegram, bot, steps, LOAD)
  const cpu = (bot.cpuMs() - before) / updates
  await bot.stop()
  telegram.stop()
  return cpu
}
