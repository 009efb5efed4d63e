// A bot in a process of its own, with what the kernel knows of it. Linux only: reads /proc.

import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SECRET } from './people.ts'
import { TOKEN } from './telegram.ts'

const HERE = fileURLToPath(new URL('../..', import.meta.url))

export type Running = {
  root: string
  /** From the start of the process to the first "ready", ms. */
  readyMs: number
  /** CPU used so far by all threads, ms. */
  cpuMs: () => number
  /** Memory now, in MB. */
  rssMb: () => number
  stop: () => Promise<void>
}

export type Program = {
  /** What Node is told to run, from the root of the project. */
  args: readonly string[]
  env?: Record<string, string>
  /** A database to go on with; else a new one that is removed in the end. */
  file?: string
}

/** Starts a bot before a Telegram at `apiRoot` and waits until it is ready. */
export async function run({ args, env = {}, file }: Program, apiRoot: string): Promise<Running> {
  const home = mkdtempSync(join(tmpdir(), 'lotse-bench-'))
  const port = await freePort()
  const root = `http://127.0.0.1:${port}`
  const started = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: HERE,
    env: {
      ...benchSettings(file ?? join(home, 'bench.db')),
      PATH: process.env['PATH'],
      TRIAL: 'yes',
      PUBLIC_URL: root,
      TELEGRAM_API_ROOT: apiRoot,
      HOST: '127.0.0.1',
      PORT: String(port),
      ...env,
    },
    stdio: 'ignore',
  })
  await ready(root, child)
  const readyMs = performance.now() - started
  return {
    root,
    readyMs,
    cpuMs: () => cpuOf(child.pid),
    rssMb: () => rssOf(child.pid),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      if (child.exitCode === null) await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const QUIET_MS = 1000

/** Waits until a bot has done what it does once after its start, which no tap costs: a second with next to no CPU. */
export async function settled({ cpuMs }: Running): Promise<void> {
  for (;;) {
    const before = cpuMs()
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
    if (cpuMs() - before <= 10) return
  }
}

/** One key for all runs, so that a seeded database can be opened again. */
const BENCH_KEY = process.env['BENCH_KEY'] ?? randomBytes(32).toString('base64')

/** What every run of a Lotse over a file is set to. */
export const benchSettings = (file: string): Record<string, string> => ({
  BOT_TOKEN: TOKEN,
  WEBHOOK_SECRET: SECRET,
  LOG_LEVEL: 'error',
  DATABASE_URL: `file:${file}`,
  DATA_KEY: BENCH_KEY,
})

async function ready(root: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 3000; tries++) {
    if (child.exitCode !== null) throw new Error(`the bot ended with ${child.exitCode}`)
    const up = await fetch(`${root}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('the bot did not become ready')
}

// Fields 14 and 15 of stat: user and system time in ticks of 10 ms. The name in brackets may hold
// anything, so counting begins behind it.
export function cpuOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function rssOf(pid: number | undefined): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
