// Cloudflare's API as far as commands reach a D1 through it, over a file: `query` and `raw`, one statement
// or a batch, which is a transaction of its own. Refuses whatever `refuses` says, as its limit of requests does.

import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { layEmpty } from './empty-database.ts'

type One = { sql: string; params?: unknown[] }
type Body = One | { batch: One[] }

export type FakeCloudflare = {
  /** What stands in the place of https://api.cloudflare.com. */
  url: string
  db: Sqlite.Database
  /** Requests that were answered, and those that were refused. */
  count: { answered: number; refused: number; statements: number }
  close: () => Promise<void>
}

/** Opens it with a database as the migrations make it. `refuses`: whether the nth request is one too many. */
export async function openFakeCloudflare(
  refuses: (nth: number) => boolean = () => false,
): Promise<FakeCloudflare> {
  const home = mkdtempSync(join(tmpdir(), 'lotse-cloudflare-'))
  const file = join(home, 'd1.db')
  layEmpty(file)
  const db = new Sqlite(file)
  db.pragma('foreign_keys = ON')
  const count = { answered: 0, refused: 0, statements: 0 }
  const total = db.prepare('SELECT total_changes()').pluck()

  function ran({ sql, params = [] }: One, raw: boolean) {
    count.statements += 1
    const before = total.get() as number
    const statement = db.prepare(sql)
    const meta = () => ({ changes: (total.get() as number) - before })
    if (!statement.reader) {
      statement.run(...params)
      const none = raw ? { columns: [], rows: [] } : []
      return { success: true, results: none, meta: meta() }
    }
    const columns = statement.columns().map(({ name }) => name)
    const found = raw ? statement.raw().all(...params) : statement.all(...params)
    return { success: true, results: raw ? { columns, rows: found } : found, meta: meta() }
  }
  const answer = (body: Body, raw: boolean) =>
    'batch' in body
      ? db.transaction(() => body.batch.map((one) => ran(one, raw)))()
      : [ran(body, raw)]

  let nth = 0
  const server = createServer(async (request, response) => {
    const say = (status: number, said: object, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(said))
    const failed = (code: number, message: string) => ({
      ...{ success: false, messages: [], result: null },
      errors: [{ code, message }],
    })
    const [, word] = /^\/client\/v4\/accounts\/\w+\/d1\/database\/[\w-]+\/(\w+)$/.exec(
      request.url ?? '',
    ) ?? [undefined, '']
    if (request.headers.authorization !== 'Bearer a-token') {
      return say(401, failed(10_000, 'Authentication error'))
    }
    const body = JSON.parse(await textOf(request)) as Body
    nth += 1
    if (refuses(nth)) {
      count.refused += 1
      return say(429, failed(971, 'Please wait'), { 'retry-after': '0' })
    }
    if (word !== 'query' && word !== 'raw') return say(404, failed(7000, 'No route'))
    count.answered += 1
    try {
      say(200, { success: true, errors: [], messages: [], result: answer(body, word === 'raw') })
    } catch (fault) {
      const { message, code } = fault as Error & { code: string }
      say(400, failed(7500, `${message}: ${code}`))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    db,
    count,
    async close() {
      server.closeAllConnections()
      server.close()
      db.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const piece of request.setEncoding('utf8')) text += piece
  return text
}
