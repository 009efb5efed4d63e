// The long run of a night: all suites with their tries many times over, in a whole Chromium, one after the other.
// What fails ends none of the others; the exit code says whether anything did. With names of tests only these, and
// `LOTSE_RUNS` says how many times over: `LOTSE_RUNS=5 npm run soak -- one-truth`.

import { spawnSync } from 'node:child_process'

const SUITES = ['test', 'test:browser', 'test:worker']
const env = { LOTSE_RUNS: '50', CHROMIUM: '/usr/bin/chromium', ...process.env }
const names = process.argv.slice(2)

const isRight = (suite: string, words: readonly string[]) =>
  spawnSync('npm', ['run', '--silent', suite, '--', ...words], { stdio: 'inherit', env }).status ===
  0

const only = names.length > 0 ? [...names, '--passWithNoTests'] : []
const failed = SUITES.filter((suite) => !isRight(suite, only))
if (names.length === 0 && !isRight('fuzz', [])) failed.push('fuzz')
console.log(failed.length > 0 ? `Failed: ${failed.join(', ')}` : 'All passed')
process.exitCode = failed.length > 0 ? 1 : 0
