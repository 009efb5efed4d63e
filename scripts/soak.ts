// The long run of a night: all suites with their tries many times over, in a whole Chromium, one after the other.
// What fails ends none of the others; the exit code says whether anything did.

import { spawnSync } from 'node:child_process'

const SUITES = ['test', 'test:browser', 'test:worker', 'fuzz']
const env = { LOTSE_RUNS: '50', CHROMIUM: '/usr/bin/chromium', ...process.env }

const failed = SUITES.filter((suite) => {
  const { status } = spawnSync('npm', ['run', '--silent', suite], { stdio: 'inherit', env })
  return status !== 0
})
console.log(failed.length > 0 ? `Failed: ${failed.join(', ')}` : 'All passed')
process.exitCode = failed.length > 0 ? 1 : 0
