// Where tests keep their files: in memory where the machine offers some, as a disk makes each database and each
// browser wait for it. Whether Lotse survives a kill asks only the system, which keeps what was written either way.

import { accessSync, constants, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyDatabase } from './empty-database.ts'

const MEMORY = '/dev/shm'
const ENOUGH = 2 * 1024 ** 3

function hasMemory(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    // Where nothing may be run from, as in many containers: some tests unpack programs.
    const mounted = readFileSync('/proc/mounts', 'utf8').split('\n')
    const mayRun = !mounted.some((line) => line.split(' ')[1] === MEMORY && /\bnoexec\b/.test(line))
    return mayRun && bavail * bsize > ENOUGH
  } catch {
    return false
  }
}

/** For all files of a run, which find it as the system's temporary folder; gone after them. */
export function setup(): () => void {
  const folder = mkdtempSync(join(hasMemory() ? MEMORY : tmpdir(), 'lotse-tests-'))
  process.env['TMPDIR'] = folder
  // For the processes that tests start: what is compiled for one is not compiled again for the next.
  process.env['NODE_COMPILE_CACHE'] = join(process.cwd(), 'node_modules/.cache/lotse')
  emptyDatabase()
  return () => rmSync(folder, { recursive: true, force: true })
}
