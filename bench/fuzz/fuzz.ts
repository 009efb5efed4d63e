// node bench/fuzz/fuzz.ts --updates 1000000 --pages 200000 --requests 200000 --seed 1
// Ends with 1 where a request was answered with 5xx, an error was logged, a person was met with
// silence, or answered where nothing was said, Telegram would have complained, or one person saw what
// another had written. Every 50,000 updates it says how far it is; stopped early, it gives the figures
// of what it did.

import { parseArgs } from 'node:util'
import { fuzzDesk } from './desk.ts'
import type { Watch } from './figures.ts'
import { fuzzPages } from './pages.ts'
import { fuzzRequests } from './requests.ts'
import { fuzzUpdates } from './run.ts'

const { values } = parseArgs({
  options: {
    updates: { type: 'string', default: '20000' },
    pages: { type: 'string', default: '10000' },
    requests: { type: 'string', default: '5000' },
    desk: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    /** Of a thousand statements, and of a hundred calls, how many go wrong; 0 and 0: nothing does. */
    statements: { type: 'string', default: '1' },
    network: { type: 'string', default: '3' },
  },
})
const seed = Number(values.seed)
let over = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (over) process.exit(130)
    over = true
    console.log(`${signal}: figures of what was done; once more to end at once`)
  })
}
const watching = (what: string): Watch => ({
  tell: (sent, { seconds, faults }) => {
    const pace = `${Math.round(sent / seconds())} a second`
    console.log(
      `seed ${seed}: ${sent} ${what}, ${pace}, ${faults.length} faults ${faults[0] ?? ''}`,
    )
  },
  isOver: () => over,
})
const rates = { statement: Number(values.statements) / 1000, call: Number(values.network) / 100 }
const RUNS = {
  updates: fuzzUpdates,
  pages: fuzzPages,
  requests: fuzzRequests,
  desk: fuzzDesk,
}
const faults: string[] = []
for (const [what, run] of Object.entries(RUNS)) {
  const count = Number(values[what as keyof typeof RUNS])
  if (over || count === 0) continue
  const figures = await run(count, seed, rates, watching(what))
  console.log(what, JSON.stringify(figures))
  faults.push(...figures.faults)
}
for (const fault of faults.slice(0, 20)) console.log(`FAULT ${fault}`)
console.log(faults.length === 0 ? 'no faults' : `${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
