// node bench/fuzz/fuzz.ts --updates 1000000 --pages 200000 --requests 200000 --seed 1
// Ends with 1 where a request was answered with 5xx, an error was logged, a person was met with
// silence, or answered where nothing was said, Telegram would have complained, or one person saw what
// another had written. Every 50,000 updates it says how far it is; stopped early, it gives the figures
// of what it did.

import { parseArgs } from 'node:util'
import { fuzzPages } from './pages.ts'
import { fuzzRequests } from './requests.ts'
import { fuzzUpdates } from './run.ts'

const { values } = parseArgs({
  options: {
    updates: { type: 'string', default: '20000' },
    pages: { type: 'string', default: '10000' },
    requests: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
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
const watching = (what: string) => ({
  tell: (sent: number, seconds: number) =>
    console.log(`seed ${seed}: ${sent} ${what}, ${Math.round(sent / seconds)} a second`),
  isOver: () => over,
})
const updates = await fuzzUpdates(Number(values.updates), seed, watching('updates'))
const pages = await fuzzPages(Number(values.pages), seed, watching('pages'))
const requests = await fuzzRequests(over ? 0 : Number(values.requests), seed)
for (const [what, figures] of Object.entries({ updates, pages, requests })) {
  console.log(what, JSON.stringify(figures))
}
const faults = [...updates.faults, ...pages.faults, ...requests.faults]
for (const fault of faults.slice(0, 20)) console.log(`FAULT ${fault}`)
console.log(faults.length === 0 ? 'no faults' : `${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
