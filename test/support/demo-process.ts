// The demo as a visitor starts it: its own process, its own folder, its own port.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { layEmpty } from './empty-database.ts'
import { layTown } from './lived-town.ts'
import { AS_STARTED, bareEnv } from './own-process.ts'

export type Demo = {
  url: string
  output: () => string
  /** Ends it as an operator does; gives the exit code. */
  stop: () => Promise<number | null>
  /** Ends it as a power cut does. */
  kill: () => Promise<void>
}

/**
 * Starts `node src/node.ts` with these settings and waits until it is ready. Nobody lives in it unless `hasTown`:
 * a database that is there already gets no town. One is laid there that was made before, unless the settings say where
 * the database is: then the start makes it. `killedAfter` so many milliseconds it is gone.
 * @param where another folder with Lotse in it, what its Node is told, another Node
 */
export async function startDemo(
  settings: Record<string, string> = {},
  where: {
    cwd?: string
    node?: readonly string[]
    program?: string
    hasTown?: boolean
    killedAfter?: number
  } = {},
): Promise<Demo> {
  const { hasTown = false, killedAfter } = where
  const folder = await mkdtemp(join(tmpdir(), 'lotse-demo-'))
  const database = settings['DATABASE_URL'] ?? `file:${join(folder, 'lotse.db')}`
  if (hasTown && !settings['DATABASE_URL']) await layTown(folder)
  if (!hasTown && !where.cwd && /^file:/.test(database)) layIn(database.slice('file:'.length))
  const port = Number(settings['PORT'] ?? (await freePort()))
  const url = `http://127.0.0.1:${port}`
  const { program = process.execPath, cwd, node = cwd ? [] : AS_STARTED } = where
  const child = spawn(program, [...node, 'src/node.ts'], {
    cwd,
    env: {
      // In another folder is another Lotse, which is started as its own city would the first time.
      ...(cwd ? { PATH: process.env['PATH'] } : bareEnv()),
      PORT: String(port),
      HOST: '127.0.0.1',
      // No city behind it may go live.
      TRIAL: 'yes',
      ...settings,
      DATABASE_URL: database,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (killedAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killedAfter)
  let printed = ''
  child.stdout?.on('data', (data) => {
    printed += data
  })
  child.stderr?.on('data', (data) => {
    printed += data
  })
  await ready(url, child, () => printed)
  return {
    url,
    output: () => printed,
    stop: async () => {
      const code = await ended(child, 'SIGTERM')
      await rm(folder, { recursive: true, force: true })
      return code
    },
    kill: async () => {
      await ended(child, 'SIGKILL')
    },
  }
}

function layIn(file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  layEmpty(file)
}

async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  // A town takes its time where many tests run at once.
  for (let i = 0; i < 4800; i++) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`Lotse ended:\n${output()}`)
    const up = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (up && /Staff:|"started"/.test(output())) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`Lotse did not get ready:\n${output()}`)
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.kill(signal)
  })
}

/** A port nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
