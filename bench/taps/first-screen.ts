// Where the Bot API takes 80 ms a call: how long after a tap the next screen is on its way.

import { percentile, spread } from './figures.ts'
import { walk } from './people.ts'
import { form, lotse } from './programs.ts'
import { run } from './running.ts'
import { startTelegram } from './telegram.ts'

export async function firstScreen(rounds: number): Promise<string> {
  const telegram = await startTelegram({ latencyMs: 80 })
  const bot = await run(lotse, telegram.root)
  await walk(telegram, bot, form, { people: 20, updates: 1600 })
  const p50: number[] = []
  const p95: number[] = []
  for (let round = 0; round < rounds; round++) {
    const { latencies } = await walk(telegram, bot, form, { people: 2, updates: 80 })
    p50.push(percentile(latencies, 0.5))
    p95.push(percentile(latencies, 0.95))
  }
  await bot.stop()
  telegram.stop()
  return `Tap sent to screen received by the Bot API, ms: p50 ${spread(p50, 1)}, p95 ${spread(p95, 1)}. One round trip would be 80.`
}
