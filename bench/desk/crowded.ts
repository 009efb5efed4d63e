// Whether a page of the desk costs more where a million people have been before.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ratios, spread, table } from '../taps/figures.ts'
import { lotse } from '../taps/programs.ts'
import { type Running, run } from '../taps/running.ts'
import { seed } from '../taps/seed.ts'
import { startTelegram } from '../taps/telegram.ts'
import { COORDINATOR, COUNSELLOR, engage, type Member } from './member.ts'

const PAGES = [
  ['the inbox', '/staff/intakes', 'counsellor'],
  ['the week', '/staff/week', 'counsellor'],
  ['the figures', '/staff/utilisation', 'coordinator'],
] as const
const TIMES = 20

/** CPU of pages over `many` past people and appointments, and over 1,000, in turn. */
export async function crowded(rounds: number, many: number): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'lotse-crowded-'))
  const telegram = await startTelegram()
  const cities: { bot: Running; members: Record<string, Member> }[] = []
  for (const count of [1000, many]) {
    const file = join(home, `${count}.db`)
    await (await run({ ...lotse, file }, telegram.root)).stop()
    seed(file, count, true)
    const counsellor = await engage(file, COUNSELLOR)
    const coordinator = await engage(file, COORDINATOR)
    const bot = await run({ ...lotse, file }, telegram.root)
    const members = {
      counsellor: await counsellor(bot.root),
      coordinator: await coordinator(bot.root),
    }
    cities.push({ bot, members })
  }
  const [few, lots] = cities
  if (!few || !lots) throw new Error('two cities are compared')
  const rows: string[][] = []
  for (const [name, path, role] of PAGES) {
    const cost = async ({ bot, members }: typeof few) => {
      const member = members[role]
      if (!member) throw new Error(`nobody is a ${role}`)
      await member.open(path)
      const before = bot.cpuMs()
      for (let time = 0; time < TIMES; time++) await member.open(path)
      return (bot.cpuMs() - before) / TIMES
    }
    const small: number[] = []
    const large: number[] = []
    for (let round = 0; round < rounds; round++) {
      small.push(await cost(few))
      large.push(await cost(lots))
    }
    rows.push([name, spread(small, 1), spread(large, 1), spread(ratios(large, small))])
  }
  for (const { bot } of cities) await bot.stop()
  telegram.stop()
  rmSync(home, { recursive: true, force: true })
  const head = ['page', 'CPU ms over 1,000', `over ${many.toLocaleString('en')}`, 'ratio']
  return table(head, rows)
}
