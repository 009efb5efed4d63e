// Memory over many updates.

import { table } from './figures.ts'
import { walk } from './people.ts'
import { form, lotse } from './programs.ts'
import { run } from './running.ts'
import { startTelegram } from './telegram.ts'

const STEPS = 8

/** RSS in MB while `updates` updates are answered, in eight readings. */
export async function memory(updates: number): Promise<string> {
  const telegram = await startTelegram()
  const bot = await run(lotse, telegram.root)
  const rows = [['0', bot.rssMb().toFixed(0)]]
  let done = 0
  for (let step = 0; step < STEPS; step++) {
    const walked = await walk(telegram, bot, form, { people: 50, updates: updates / STEPS })
    done += walked.updates
    rows.push([String(done), bot.rssMb().toFixed(0)])
  }
  await bot.stop()
  telegram.stop()
  return table(['updates', 'RSS MB'], rows)
}
