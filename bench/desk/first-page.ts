// What the desk costs where nobody has asked for it since the start.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spread, table } from '../taps/figures.ts'
import { lotse } from '../taps/programs.ts'
import { run } from '../taps/running.ts'
import { startTelegram } from '../taps/telegram.ts'

/** CPU of the first page of the desk after a start, and of the same page again, in ms. */
export async function firstPage(rounds: number): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'lotse-desk-'))
  const file = join(home, 'desk.db')
  const telegram = await startTelegram()
  await (await run({ ...lotse, file }, telegram.root)).stop()
  const first: number[] = []
  const again: number[] = []
  for (let round = 0; round < rounds; round++) {
    const bot = await run({ ...lotse, file }, telegram.root)
    // The first tick and the words of danger are no cost of the page.
    await new Promise((resolve) => setTimeout(resolve, 3000))
    for (const figures of [first, again]) {
      const before = bot.cpuMs()
      await (await fetch(`${bot.root}/staff`)).text()
      figures.push(bot.cpuMs() - before)
    }
    await bot.stop()
  }
  telegram.stop()
  rmSync(home, { recursive: true, force: true })
  return table(
    ['page of the desk after a start', 'CPU ms'],
    [
      ['the first one, with all that has to be loaded', spread(first, 0)],
      ['the same again', spread(again, 0)],
    ],
  )
}
