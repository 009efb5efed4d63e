// What it costs a demo to make its town: its first start beside the next one.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spread, table } from '../taps/figures.ts'
import { lotse } from '../taps/programs.ts'
import { run } from '../taps/running.ts'

// No token and no address: the demo.
const NOTHING_LIVE = { BOT_TOKEN: '', WEBHOOK_SECRET: '', PUBLIC_URL: '', TELEGRAM_API_ROOT: '' }
const demo = { ...lotse, env: { ...lotse.env, ...NOTHING_LIVE } }

/** CPU and seconds from the start to ready, with a town to be made and without; the difference is the town. */
export async function town(rounds: number): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'lotse-town-'))
  const figures = { first: new Starts(), next: new Starts() }
  for (let round = 0; round < rounds; round++) {
    for (const starts of Object.values(figures)) {
      const bot = await run({ ...demo, file: join(home, `${round}.db`) }, '')
      starts.wall.push(bot.readyMs)
      starts.cpu.push(bot.cpuMs())
      await bot.stop()
    }
  }
  rmSync(home, { recursive: true, force: true })
  const { first, next } = figures
  const less = (some: number[], others: number[]) => some.map((one, at) => one - (others[at] ?? 0))
  const row = (name: string, wall: number[], cpu: number[]) => [
    name,
    spread(wall, 0),
    spread(cpu, 0),
  ]
  return table(
    ['demo', 'to ready ms', 'CPU ms'],
    [
      row('first start, with a town of twelve weeks', first.wall, first.cpu),
      row('next start', next.wall, next.cpu),
      row('the town alone', less(first.wall, next.wall), less(first.cpu, next.cpu)),
    ],
  )
}

class Starts {
  wall: number[] = []
  cpu: number[] = []
}
