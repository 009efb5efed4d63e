// 500 people who press twice without waiting: nothing fails, and each chat is answered in order.

import { Agent } from 'node:http'
import { deliver, newChat, pressAtOnce, type Step, updateFor } from './people.ts'
import { form, lotse } from './programs.ts'
import { type Running, run } from './running.ts'
import type { Screen, Telegram } from './telegram.ts'
import { startTelegram } from './telegram.ts'

const PEOPLE = 500

export async function order(): Promise<string> {
  const telegram = await startTelegram()
  const bot = await run(lotse, telegram.root)
  const agent = new Agent({ keepAlive: true, maxSockets: PEOPLE })
  const pressed = await Promise.all(
    Array.from({ length: PEOPLE }, () => impatient(telegram, bot, agent, form)),
  )
  const position = new Map(telegram.answered.map((id, index) => [id, index]))
  const of = (id: string) => position.get(id) ?? Number.NaN
  const pairs = pressed.flatMap(({ pairs }) => pairs)
  const inOrder = pairs.filter(([first = '', second = '']) => of(first) < of(second)).length
  const failures = pressed.reduce((sum, { failures }) => sum + failures, 0)
  agent.destroy()
  await bot.stop()
  telegram.stop()
  return `${PEOPLE} people, ${pairs.length} double presses: ${failures} failures, ${inOrder} of ${pairs.length} answered in the order of the presses.`
}

async function impatient(
  telegram: Telegram,
  bot: Running,
  agent: Agent,
  steps: readonly Step[],
): Promise<{ pairs: string[][]; failures: number }> {
  const chat = newChat()
  const pairs: string[][] = []
  let failures = 0
  let screen: Screen | undefined
  for (const step of steps) {
    const next = telegram.nextScreen(chat)
    if (typeof step === 'string' || !screen) {
      const status = await deliver(bot.root, updateFor(chat, step, screen), agent)
      failures += status === 200 ? 0 : 1
    } else {
      const data = screen.buttons.find((button) => step.test(button)) ?? ''
      const twice = await pressAtOnce(bot, agent, chat, screen, data, 2)
      pairs.push(twice.ids)
      failures += twice.failures
    }
    screen = await next
  }
  return { pairs, failures }
}
