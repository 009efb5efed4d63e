// Whether a tap costs more where a million people have been before.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ratios, spread, table } from './figures.ts'
import { walk } from './people.ts'
import { booking, form, lotse } from './programs.ts'
import { run } from './running.ts'
import { seed } from './seed.ts'
import { startTelegram, type Telegram } from './telegram.ts'

/** CPU of an update over `many` persons and past bookings, and over 1,000, in turn. */
export async function rows(rounds: number, many: number): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'lotse-rows-'))
  const files = { few: join(home, 'few.db'), many: join(home, 'many.db') }
  const telegram = await startTelegram()
  for (const file of Object.values(files))
    await (await run({ ...lotse, file }, telegram.root)).stop()
  seed(files.few, 1000)
  seed(files.many, many)
  const few: number[] = []
  const lots: number[] = []
  for (let round = 0; round < rounds; round++) {
    few.push(await cpuOf(telegram, files.few))
    lots.push(await cpuOf(telegram, files.many))
  }
  telegram.stop()
  rmSync(home, { recursive: true, force: true })
  return table(
    ['rows of each', 'CPU ms per update', 'over 1,000'],
    [
      ['1,000', spread(few), ''],
      [many.toLocaleString('en'), spread(lots), spread(ratios(lots, few))],
    ],
  )
}

async function cpuOf(telegram: Telegram, file: string): Promise<number> {
  const bot = await run({ ...lotse, file }, telegram.root)
  await walk(telegram, bot, form, { people: 20, updates: 2000 })
  const before = bot.cpuMs()
  const asked = await walk(telegram, bot, form, { people: 20, updates: 2000 })
  const booked = await walk(telegram, bot, booking, { people: 1, updates: 330 })
  const cpu = (bot.cpuMs() - before) / (asked.updates + booked.updates)
  await bot.stop()
  return cpu
}
