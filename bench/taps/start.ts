// From the start of the process to the first answer of /readyz.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spread, table } from './figures.ts'
import { lotse } from './programs.ts'
import { run } from './running.ts'
import { startTelegram } from './telegram.ts'

export async function start(rounds: number): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'lotse-start-'))
  const telegram = await startTelegram()
  const figures = { fresh: new Starts(), again: new Starts() }
  for (let round = 0; round < rounds; round++) {
    const file = join(home, `${round}.db`)
    for (const starts of [figures.fresh, figures.again]) {
      const bot = await run({ ...lotse, file }, telegram.root)
      starts.wall.push(bot.readyMs)
      starts.cpu.push(bot.cpuMs())
      starts.rss.push(bot.rssMb())
      await bot.stop()
    }
  }
  telegram.stop()
  rmSync(home, { recursive: true, force: true })
  const row = (name: string, { wall, cpu, rss }: Starts) => [
    name,
    spread(wall, 0),
    spread(cpu, 0),
    spread(rss, 0),
  ]
  return table(
    ['start', 'to ready ms', 'CPU ms', 'RSS MB'],
    [row('new database', figures.fresh), row('existing database', figures.again)],
  )
}

class Starts {
  wall: number[] = []
  cpu: number[] = []
  rss: number[] = []
}
