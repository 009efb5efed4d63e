// What tests run on: a file in this process, or D1 with the bundled Worker in workerd.

import type { Hono } from 'hono'
import type { Clock } from '../../src/deps.ts'
import type { Tick } from '../../src/flows/upkeep/run-tick.ts'
import type { PrismaClient } from '../../src/generated/node/client.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { openDatabase } from '../../src/store/engine/open-node.ts'
import type { Disk } from './broken-disk.ts'
import type { Count } from './counted.ts'
import { layEmpty } from './empty-database.ts'
import { keptClientOver } from './kept-clients.ts'

export type Requests = {
  request: (path: string, init?: RequestInit, env?: object) => Response | Promise<Response>
}

export type Parts = {
  /** Settings of the Worker, by name. */
  settings: Record<string, string>
  clock: Clock
  disk: Disk
  count: Count
  /** The simulated Bot API, which the Worker has to reach over a socket. */
  telegram: Hono
  logged: string[]
}

export type Engine = {
  /** The database in `file`; `kept`: as it is, or as Lotse makes it where there is none. */
  open: (file: string, kept: boolean) => Promise<PrismaClient & Database>
  /** How often to tick at least while days pass, where each tick takes long. */
  step?: number
  /** The product where it does not run in this process. */
  serve?: (parts: Parts) => Promise<Requests & { tick: Tick; stop: () => Promise<void> }>
}

const onNode: Engine = {
  step: 6 * 60 * 60_000,
  async open(file, kept) {
    if (!kept) layEmpty(file)
    return await openDatabase(file, undefined, { clientOver: keptClientOver })
  },
}

/** `LOTSE_ENGINE=d1` stands in vitest.worker.config.ts; everything else is the file. */
export const engine: Engine =
  process.env['LOTSE_ENGINE'] === 'd1' ? (await import('./d1-engine.ts')).onD1 : onNode
