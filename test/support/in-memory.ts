// Where tests keep their files: in memory where the machine offers some, as a disk makes each database and each
// browser wait for it. Whether Lotse survives a kill asks only the system, which keeps what was written either way.

import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyDatabase } from './empty-database.ts'

const MEMORY = '/dev/shm'
const NAME = 'lotse-tests-'
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

/** What runs have left that were killed: memory is not given back by itself. */
function sweep(home: string): void {
  for (const name of readdirSync(home).filter((one) => one.startsWith(NAME))) {
    const [pid = ''] = name.slice(NAME.length).split('-')
    const isGone = /^\d+$/.test(pid) && !existsSync(`/proc/${pid}`) && existsSync('/proc/self')
    if (isGone) rmSync(join(home, name), { recursive: true, force: true })
  }
}

/** For all files of a run, which find it as the system's temporary folder; gone after them. */
export function setup(): () => void {
  const home = hasMemory() ? MEMORY : tmpdir()
  sweep(home)
  const folder = mkdtempSync(join(home, `${NAME}${process.pid}-`))
  process.env['TMPDIR'] = folder
  // For the processes that tests start: what is compiled for one is not compiled again for the next.
  process.env['NODE_COMPILE_CACHE'] = join(process.cwd(), 'node_modules/.cache/lotse')
  emptyDatabase()
  return () => rmSync(folder, { recursive: true, force: true })
}
