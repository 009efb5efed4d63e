// Memory after a day on which both doors and the desk are in use, beside the floor after as many updates.

import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ratios, spread, table } from '../taps/figures.ts'
import { walk } from '../taps/people.ts'
import { booking, floor, form, formOf, lotse } from '../taps/programs.ts'
import { type Running, run } from '../taps/running.ts'
import { startTelegram, type Telegram } from '../taps/telegram.ts'
import { Visitor } from '../web/visitor.ts'
import { COORDINATOR, COUNSELLOR, engage } from './member.ts'

const HOURS = 10
const AN_HOUR = { taps: 400, visitors: 12, pages: 60 }
const PATHS = ['/staff', '/staff/intakes', '/staff/week', '/staff/utilisation', '/staff/calls']

/** RSS in MB at the end of the day; `rounds` days of each in turn. */
export async function day(rounds: number): Promise<string> {
  const bare: number[] = []
  const whole: number[] = []
  for (let round = 0; round < rounds; round++) {
    bare.push(await floorsDay())
    whole.push(await lotsesDay())
  }
  const rows = [
    ['floor, the chat alone', spread(bare, 0), ''],
    ['Lotse, both doors and the desk', spread(whole, 0), spread(ratios(whole, bare))],
  ]
  return table(['after a day', 'RSS MB', 'over the floor'], rows)
}

async function floorsDay(): Promise<number> {
  const telegram = await startTelegram()
  const bot = await run(floor, telegram.root)
  for (let hour = 0; hour < HOURS; hour++) {
    await walk(telegram, bot, formOf(7), { people: 20, updates: AN_HOUR.taps })
  }
  return await ended(bot, telegram)
}

async function lotsesDay(): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'lotse-day-'))
  const file = join(home, 'day.db')
  const telegram = await startTelegram()
  await (await run({ ...lotse, file }, telegram.root)).stop()
  const counsellor = await engage(file, COUNSELLOR)
  const coordinator = await engage(file, COORDINATOR)
  const bot = await run({ ...lotse, file }, telegram.root)
  const members = [await counsellor(bot.root), await coordinator(bot.root)]
  const agent = new Agent({ keepAlive: true })
  for (let hour = 0; hour < HOURS; hour++) {
    await walk(telegram, bot, form, { people: 20, updates: AN_HOUR.taps })
    await walk(telegram, bot, booking, { people: 1, updates: 33 })
    for (let visitor = 0; visitor < AN_HOUR.visitors; visitor++) {
      const one = new Visitor(bot.root, agent, `198.51.100.${visitor + 1}`)
      for (const step of form) await one.take(step)
    }
    for (let page = 0; page < AN_HOUR.pages; page++) {
      const [own, others] = members
      const path = PATHS[page % PATHS.length] ?? '/staff'
      await (path === '/staff/utilisation' ? others : own)?.open(path)
    }
  }
  agent.destroy()
  const rss = await ended(bot, telegram)
  rmSync(home, { recursive: true, force: true })
  return rss
}

async function ended(bot: Running, telegram: Telegram): Promise<number> {
  const rss = bot.rssMb()
  await bot.stop()
  telegram.stop()
  return rss
}
