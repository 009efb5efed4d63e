// Pieces of work, each on a database of its own and one after the other; the process ends as by a power cut at a chosen
// instant of one: before its n-th statement or its n-th change of a file. Is told them as JSON, and prints how many instants
// each had.

import fs, { readFileSync, writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import Sqlite from 'better-sqlite3'
import { type Config, readConfig } from '../../src/config/settings.ts'
import type { Closing } from '../../src/domain/appointment/closing.ts'
import type { Messenger } from '../../src/flows/outbox/messenger.ts'
import { closeDays } from '../../src/flows/staff/close-day.ts'
import { importCity } from '../../src/flows/upkeep/move-city.ts'
import { rotateKeys } from '../../src/flows/upkeep/rotate-keys.ts'
import { createTick } from '../../src/flows/upkeep/run-tick.ts'
import { backup, restore } from '../../src/runtime/node/backup.ts'
import { openDeps } from '../../src/runtime/node/deps.ts'
import { migrate } from './migrate-file.ts'

export type Piece = { what: string; at: number; env: Record<string, string> }

let instants = 0
let deadly = 0
let isCounting = false
const instant = () => {
  if (!isCounting) return
  instants += 1
  if (instants === deadly) process.kill(process.pid, 'SIGKILL')
}

/** From here on instants are counted. */
function begin() {
  isCounting = true
}

const { prepare, exec } = Sqlite.prototype
Sqlite.prototype.exec = function (sql) {
  instant()
  return exec.call(this, sql)
}
Sqlite.prototype.prepare = function (this: Sqlite.Database, sql: string) {
  const statement = prepare.call(this, sql)
  for (const name of ['run', 'all', 'get'] as const) {
    const own = statement[name].bind(statement) as (...values: unknown[]) => unknown
    const counted = (...values: unknown[]) => {
      instant()
      return own(...values)
    }
    Object.defineProperty(statement, name, { value: counted })
  }
  return statement
} as never
for (const name of ['renameSync', 'rmSync', 'appendFileSync', 'fsyncSync'] as const) {
  const own = fs[name] as unknown as (...values: unknown[]) => unknown
  Object.assign(fs, {
    [name]: (...values: unknown[]) => {
      instant()
      return own(...values)
    },
  })
}
syncBuiltinESMExports()

/** Of the piece that is done now. */
let env: Record<string, string | undefined> = {}
let config: Config
const now = () => Number(env['NOW'])
const given = (name: string) => JSON.parse(env[name] ?? 'null')

const openHere = () => openDeps(config, { now })
const WORK: Record<string, () => Promise<unknown>> = {
  async migration() {
    begin()
    migrate(config.databaseFile)
  },
  async backup() {
    begin()
    return await backup(config.databaseFile, env['BACKUP'] ?? '', config.dataKey ?? '')
  },
  async restore() {
    begin()
    return await restore(
      env['BACKUP'] ?? '',
      config.databaseFile,
      config.dataKey ?? '',
      async (databaseFile) => {
        const deps = await openDeps({ ...config, databaseFile }, { now })
        await deps.store.close()
      },
    )
  },
}
const WITH_DEPS: Record<string, (deps: Awaited<ReturnType<typeof openHere>>) => Promise<unknown>> =
  {
    booking: async ({ store }) => await store.appointments.book(given('BOOKING'), [], now()),
    closure: async (deps) => {
      const actor = {
        id: 's',
        role: 'lead',
        centres: ['hochfeld'],
        body: null,
        client: 'x',
      } as const
      return await closeDays(deps, actor, given('CLOSINGS') as Closing[])
    },
    voice: async ({ store }) => {
      const message = given('VOICE')
      const file = new Uint8Array(200_000).fill(7)
      return await store.voiceMessages.keep({ ...message, file }, now())
    },
    erasure: async ({ store }) => await store.forgetting.person(env['PERSON'] ?? '', [], 1, now()),
    rotation: rotateKeys,
    tick: async (deps) => {
      const list = fs.openSync(env['SENT'] ?? '', 'a')
      const telegram: Messenger = {
        async send(id) {
          writeSync(list, `${id}\n`)
          return { of: 'sent', messageId: 1 }
        },
      }
      await createTick(deps, { telegram })()
      fs.closeSync(list)
    },
    import: async (deps) =>
      await importCity(
        deps,
        readFileSync(env['LINES'] ?? '', 'utf8')
          .trimEnd()
          .split('\n'),
      ),
  }

async function done(what: string): Promise<void> {
  if (WORK[what]) return void (await WORK[what]())
  const deps = await openHere()
  begin()
  await WITH_DEPS[what]?.(deps)
  await new Promise((resolve) => setImmediate(resolve))
  await deps.store.close()
}

const pieces: Piece[] = JSON.parse(readFileSync(0, 'utf8'))
for (const { what, at, env: own } of pieces) {
  env = { ...process.env, ...own }
  const read = readConfig(env)
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  config = read.config
  instants = 0
  deadly = at
  await done(what)
  isCounting = false
  process.stdout.write(`${instants}\n`)
}
