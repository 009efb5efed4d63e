// The Worker in workerd with its D1, started once for all files of a test process and emptied for each
// test. Whatever ends the process ends it, too.

import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type Http2Bindings, type HttpBindings, serve } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { PrismaD1 } from '@prisma/adapter-d1'
import type { Hono } from 'hono'
import { PrismaClient } from '../../src/generated/node/client.ts'
import { openOnD1 } from '../../src/store/engine/open-d1.ts'
import type { Told } from '../worker/clocked-worker.ts'
import { startClocked } from './clocked.ts'
import { farD1 } from './d1-far.ts'
import { splitLikeD1 } from './d1-splitter.ts'
import { openWire } from './d1-wire.ts'
import type { Engine, Parts } from './engine.ts'
import { migrations } from './migrated.ts'
import { withTextInstants } from './text-instants.ts'

type Binding = Extract<ConstructorParameters<typeof PrismaD1>[0], { prepare: unknown }>

let starting: ReturnType<typeof start> | undefined

function started() {
  starting ??= start()
  return starting
}

async function start() {
  const wire = await openWire(await startClocked())
  const binding = farD1(wire.ask) as unknown as Binding
  await binding.batch(schema().map((sql) => binding.prepare(sql)))
  const database = await openOnD1(
    new PrismaD1(binding),
    binding as never,
    new AsyncLocalStorage(),
    (adapter) => withTextInstants(new PrismaClient({ adapter })),
  )
  // The next test goes on with it.
  Object.defineProperty(database, '$disconnect', { value: async () => {} })
  return { wire, binding, database, migrated: await schemaOf(binding) }
}

/** As wrangler applies the migrations, and notes that it did. */
function schema(): string[] {
  const all = migrations()
  return [
    'CREATE TABLE "d1_migrations" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "name" TEXT UNIQUE)',
    ...all.flatMap(({ sql }) => splitLikeD1(sql)),
    ...all.map(({ name }) => `INSERT INTO "d1_migrations" ("name") VALUES ('${name}')`),
  ]
}

export const onD1: Required<Engine> = {
  step: 12 * 60 * 60_000,

  async open(_file, kept) {
    const { binding, database, migrated } = await started()
    if (!kept) await empty(binding, migrated)
    return database
  },

  async serve({ settings, clock, disk, count, telegram, logged }: Parts) {
    const { wire } = await started()
    const server = serve({ fetch: overSocket(telegram), port: 0, hostname: '127.0.0.1' })
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const run = randomUUID()
    const worker = { ...settings, TELEGRAM_API_ROOT: `http://127.0.0.1:${port}` }
    async function dispatch(
      event: Told['event'],
      url: string,
      init: RequestInit,
      address?: string,
    ): Promise<Response> {
      const { broken } = disk
      disk.broken = false
      const now = clock.now()
      const told: Told = { run, now, date: Date.now(), settings: worker, broken, event }
      const headers = new Headers(init.headers)
      headers.set('x-test', JSON.stringify(told))
      if (address) headers.set('cf-connecting-ip', address)
      const answer = await wire.fetch(new Request(url, { ...init, headers }))
      count.statements += Number(answer.headers.get('x-test-statements'))
      const lines = answer.headers.get('x-test-logged')
      if (lines) logged.push(...(JSON.parse(decodeURIComponent(lines)) as string[]))
      return answer
    }
    return {
      request: (path, init = {}, env = {}) =>
        dispatch('request', new URL(path, 'http://localhost').href, init, addressIn(env)),
      async tick() {
        const { ok } = await dispatch('tick', 'http://localhost/', {})
        if (!ok) throw new Error('the tick failed')
      },
      async stop() {
        server.close()
        if ('closeAllConnections' in server) server.closeAllConnections()
      },
    }
  },
}

/** A connection the simulator cuts is cut on the socket too. */
function overSocket(telegram: Hono) {
  return async (request: Request, { outgoing }: HttpBindings | Http2Bindings) => {
    const response = await telegram.fetch(request)
    try {
      return new Response(await response.arrayBuffer(), response)
    } catch {
      outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    }
  }
}

/** Where a request comes from, as tests tell it of a Node server. */
function addressIn(env: object): string | undefined {
  return (env as { incoming?: { socket?: { remoteAddress?: string } } }).incoming?.socket
    ?.remoteAddress
}

type Made = { type: string; name: string; sql: string }

async function schemaOf(binding: Binding): Promise<Made[]> {
  const { results } = await binding
    .prepare(
      `SELECT "type", "name", "sql" FROM sqlite_schema
       WHERE "type" IN ('table', 'trigger') AND "name" NOT LIKE 'sqlite%'
       AND "name" NOT LIKE '\\_cf%' ESCAPE '\\' AND "name" <> 'd1_migrations'`,
    )
    .all<Made>()
  return results
}

// Kept by triggers, for a month by the clock of the machine: but a row that takes the place of another, which they do
// not see, may be as old as it says.
const AGED = `REPLACE INTO "Audit" ("id", "at", "action", "outcome", "previous", "hash")
  SELECT "id", '', "action", "outcome", "previous", "hash" FROM "Audit"`

/** What triggers write down of what goes. */
const LAST = ['AddressChange', 'ConsentProof', 'Erased']

// In one batch, which D1 runs as one transaction; what points to another goes before it. Triggers stay where they are
// and no PRAGMA is set, or each statement that SQLite remembers would be read anew for each test; some tests take some
// triggers away.
async function empty(binding: Binding, migrated: readonly Made[]): Promise<void> {
  const [tables, triggers] = ['table', 'trigger'].map((type) =>
    migrated.filter((one) => one.type === type),
  ) as [Made[], Made[]]
  const here = tables.map(({ name }) => `EXISTS (SELECT 1 FROM "${name}") AS "${name}"`)
  const found = await binding
    .prepare(
      `SELECT ${here}, (SELECT count(*) FROM sqlite_schema WHERE "type" = 'trigger') AS "triggers"`,
    )
    .first<Record<string, number>>()
  const used = tables.map(({ name }) => name).filter((name) => found?.[name] === 1)
  const lost = found?.['triggers'] === triggers.length ? [] : triggers
  if (used.length === 0 && lost.length === 0) return
  const order = [...used.filter((name) => !LAST.includes(name)).reverse(), ...LAST]
  await binding.batch(
    [
      ...lost.map(({ name }) => `DROP TRIGGER IF EXISTS "${name}"`),
      ...lost.map(({ sql }) => sql),
      ...(used.includes('Audit') ? [AGED] : []),
      ...order.map((name) => `DELETE FROM "${name}"`),
      'DELETE FROM sqlite_sequence',
    ].map((sql) => binding.prepare(sql)),
  )
}
