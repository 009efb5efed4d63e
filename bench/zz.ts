import { Agent } from 'node:http'
import { type Step, walk } from './taps/people.ts'
import { form, lotse } from './taps/programs.ts'
import { run } from './taps/running.ts'
import { startTelegram } from './taps/telegram.ts'
import { Visitor } from './web/visitor.ts'

const CH: Step[] = [
  ...form.slice(0, 3),
  ...Array(12)
    .fill([/~an~urgent~no/, /~bk$/])
    .flat(),
]
const telegram = await startTelegram()
const which = process.argv[2]
const bot = await run(
  {
    ...lotse,
    env: which === 'both' ? {} : { NODE_OPTIONS: '--cpu-prof --cpu-prof-dir=/tmp/prof-flood' },
  },
  telegram.root,
)
let v = 0
async function pages(n: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 })
  let left = n
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      while (left > 0) {
        const x = new Visitor(bot.root, agent, '10.0.' + (v >> 8) + '.' + (v++ & 255))
        for (const s of CH) {
          if (left-- <= 0) break
          await x.take(s)
        }
      }
    }),
  )
  agent.destroy()
}
const taps = (n: number) => walk(telegram, bot, CH, { people: 20, updates: n })
if (which !== 'tap') await pages(700)
if (which !== 'page') await taps(700)
for (let r = 0; r < (which === 'both' ? 4 : 1); r++) {
  const a = bot.cpuMs()
  if (which !== 'tap') await pages(1500)
  const b = bot.cpuMs()
  if (which !== 'page') {
    const w = await taps(1500)
    if (w.failures[0]) console.log(w.failures[0])
  }
  const c = bot.cpuMs()
  console.log(
    'page',
    (b - a) / 1500,
    'tap',
    (c - b) / 1500,
    'ratio',
    ((b - a) / (c - b)).toFixed(2),
  )
}
await bot.stop()
telegram.stop()
