// npm run bench [-- part …] [--rounds 5] [--rows 1000000] [--updates 1000000] [--write]
//
// Measures Lotse beside its floors, one part after the other, and prints what bench/results/ holds; --write puts each
// part into its file there. bench/RESULTS.md is the page that says which goals are met. `memory` runs only when it is
// named, and so do the measurements in the other folders: `npm run bench -- reminders` starts bench/reminders/run.ts.

import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { cries } from './cries/measure.ts'
import { crowded } from './desk/crowded.ts'
import { day } from './desk/day.ts'
import { firstPage } from './desk/first-page.ts'
import { town } from './desk/town.ts'
import { compare } from './taps/compare.ts'
import { firstScreen } from './taps/first-screen.ts'
import { length } from './taps/length.ts'
import { memory } from './taps/memory.ts'
import { order } from './taps/order.ts'
import { race } from './taps/race.ts'
import { rows } from './taps/rows.ts'
import { start } from './taps/start.ts'
import { statements } from './taps/statements.ts'
import { web } from './web/door.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    rows: { type: 'string', default: '1000000' },
    updates: { type: 'string', default: '1000000' },
    write: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)

const PARTS: Record<string, { title: string; measure: () => Promise<string> }> = {
  taps: { title: 'Taps', measure: () => compare(rounds) },
  statements: { title: 'Statements and calls', measure: statements },
  race: { title: 'The last seat', measure: () => race(rounds) },
  order: { title: 'Order within a chat', measure: order },
  'first-screen': { title: 'The next screen', measure: () => firstScreen(rounds) },
  start: { title: 'Start to ready', measure: () => start(rounds) },
  length: { title: 'Length of a talk', measure: () => length(rounds) },
  rows: { title: 'A million rows', measure: () => rows(rounds, Number(values.rows)) },
  desk: { title: 'The first page of the desk', measure: () => firstPage(rounds) },
  crowded: {
    title: 'Pages of the desk over a million rows',
    measure: () => crowded(rounds, Number(values.rows)),
  },
  town: { title: 'The town of the demo', measure: () => town(rounds) },
  day: { title: 'Memory after a day', measure: () => day(rounds) },
  web: { title: 'The web door', measure: () => web(rounds) },
  cries: { title: 'Words of danger', measure: cries },
  memory: { title: 'Memory', measure: () => memory(Number(values.updates)) },
}

const chosen =
  positionals.length > 0 ? positionals : Object.keys(PARTS).filter((p) => p !== 'memory')

for (const name of chosen) {
  const part = PARTS[name]
  const own = [`${name}/run.ts`, `${name}/${name}.ts`, `${name}.ts`]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path))
  if (!part && own) {
    process.exitCode = spawnSync(process.execPath, [own], { stdio: 'inherit' }).status ?? 1
    continue
  }
  if (!part) throw new Error(`there is no part "${name}": ${Object.keys(PARTS).join(', ')}`)
  const found = await part.measure()
  const day = new Date().toISOString().slice(0, 10)
  const where = `${day}, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}.`
  const section = `# ${part.title}\n\n\`npm run bench -- ${name}\`, ${where}\n\n${found}\n`
  process.stdout.write(`${section}\n`)
  if (values.write) writeFileSync(new URL(`results/${name}.md`, import.meta.url), section)
}
