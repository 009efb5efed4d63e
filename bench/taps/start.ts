// From the start of the process to the first answer of /readyz, beside an empty server's.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ratios, spread, table } from './figures.ts'
import { empty, lotse } from './programs.ts'
import { run } from './running.ts'
import { startTelegram } from './telegram.ts'

export async function start(rounds: number): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'lotse-start-'))
  const telegram = await startTelegram()
  const figures = { empty: new Starts(), fresh: new Starts(), again: new Starts() }
  for (let round = 0; round < rounds; round++) {
    const file = join(home, `${round}.db`)
    for (const [name, starts] of Object.entries(figures)) {
      const bot = await run(name === 'empty' ? empty : { ...lotse, file }, telegram.root)
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
    spread(ratios(cpu, figures.empty.cpu), 1),
    spread(rss, 0),
  ]
  return table(
    ['start', 'to ready ms', 'CPU ms', '× empty', 'RSS MB'],
    [
      row('an empty Hono server', figures.empty),
      row('new database', figures.fresh),
      row('existing database', figures.again),
    ],
  )
}

class Starts {
  wall: number[] = []
  cpu: number[] = []
  rss: number[] = []
}
