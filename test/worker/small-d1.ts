// A D1 for tests: SQLite in a Durable Object of the Worker under test. What Lotse asks it through stays workerd's own
// binding; what answers is ours, since miniflare's takes each statement through two more Workers that read and write
// it anew: a quarter of the time of most tests. Miniflare's stands behind the Workers of test/support/workers.ts and test/worker.
// Tests reach all of it by one socket (test/support/d1-wire.ts): as requests they took longer than what they asked.

import type { Query } from '../support/d1-far.ts'
import { type Asked, type FarRequest, framed } from '../support/d1-frames.ts'

type Cursor = {
  columnNames: string[]
  rowsWritten: number
  raw: () => { toArray: () => unknown[][] }
}
type Storage = {
  sql: { exec: (sql: string, ...values: unknown[]) => Cursor }
  transactionSync: <Result>(work: () => Result) => Result
}
type Fetcher = { fetch: (request: Request | string, init?: RequestInit) => Promise<Response> }
type Socket = {
  accept: () => void
  send: (message: string | Uint8Array) => void
  addEventListener: (name: 'message', hear: (event: { data: string }) => void) => void
}
declare const WebSocketPair: new () => { 0: Socket; 1: Socket }

/** What is bound to the Worker under test. */
export type Bound = {
  /** Miniflare's, empty: nothing else has workerd's class. */
  DB: object
  ROWS: { idFromName: (name: string) => object; get: (id: object) => Fetcher }
  /** The Worker itself. */
  SELF: Fetcher
}

let name: object | undefined

/** The one there is of a Worker. */
export function smallD1({ ROWS }: Bound): Fetcher {
  name ??= ROWS.idFromName('lotse')
  return ROWS.get(name)
}

/** workerd's binding over it; each question takes a stub of the event that asks. */
export function bindingOf(bound: Bound): object {
  const D1 = bound.DB.constructor as new (fetcher: Fetcher) => object
  return new D1({ fetch: (url, init) => smallD1(bound).fetch(url, init) })
}

export class SmallD1 {
  readonly #storage: Storage
  readonly #self: Fetcher
  /** Rows that were ever changed, and the last that was put in, after the last statement. */
  #changed = 0
  #last = 0

  constructor({ storage }: { storage: Storage }, { SELF }: Bound) {
    this.#storage = storage
    this.#self = SELF
    this.#count()
  }

  /** A question of the binding, or a test process that opens its socket. */
  async fetch(request: Request): Promise<Response> {
    if (request.headers.has('upgrade')) return this.#opened()
    return Response.json(this.#answered((await request.json()) as Query | Query[]))
  }

  #opened(): Response {
    const { 0: theirs, 1: own } = new WebSocketPair()
    own.accept()
    own.addEventListener('message', async ({ data }) => {
      const { id, queries, request } = JSON.parse(data) as Asked
      try {
        const answer = request
          ? await this.#passedOn(id, request)
          : JSON.stringify({ id, answer: this.#answered(queries) })
        own.send(answer)
      } catch (fault) {
        own.send(JSON.stringify({ id, fault: messageOf(fault) }))
      }
    })
    return new Response(null, { status: 101, webSocket: theirs } as ResponseInit)
  }

  /** An event of its own for the Worker, as each request is. */
  async #passedOn(id: number, { url, body, ...init }: FarRequest) {
    const sent = body === null ? null : Buffer.from(body, 'base64')
    const answer = await this.#self.fetch(url, { ...init, body: sent, redirect: 'manual' })
    // Wrangler tells by it that the Worker threw.
    if (answer.headers.has('MF-Experimental-Error-Stack')) {
      throw new Error(((await answer.json()) as Error).message)
    }
    const { status } = answer
    return framed({ id, status, headers: [...answer.headers] }, await answer.arrayBuffer())
  }

  /** All of them or none. */
  #answered(asked: Query | Query[]) {
    try {
      // One statement is all or nothing by itself.
      const queries = [asked].flat()
      const all = () => queries.map((query) => this.#one(query))
      return queries.length === 1 ? all() : this.#storage.transactionSync(all)
    } catch (fault) {
      this.#count()
      return { success: false, error: messageOf(fault) }
    }
  }

  #one({ sql, params }: Query) {
    const { sql: db } = this.#storage
    const cursor = db.exec(sql, ...params.map(asBytes))
    const rows = cursor.raw().toArray()
    for (const row of rows) {
      for (const [at, value] of row.entries())
        if (value instanceof ArrayBuffer) row[at] = asNumbers(value)
    }
    // Asked of SQLite by statements, as the size would be, which nobody reads.
    const before = this.#changed
    if (cursor.rowsWritten > 0) this.#count()
    const changes = this.#changed - before
    const meta = {
      ...{ served_by: 'tests', duration: 0, size_after: 0 },
      ...{ changes, changed_db: changes > 0, last_row_id: this.#last },
    }
    return { success: true, results: { columns: cursor.columnNames, rows }, meta }
  }

  #count(): void {
    const counted = this.#storage.sql.exec('SELECT total_changes(), last_insert_rowid()')
    ;[this.#changed = 0, this.#last = 0] = counted.raw().toArray().flat() as number[]
  }
}

const messageOf = (fault: unknown) => (fault instanceof Error ? fault.message : String(fault))

// The binding sends bytes as a list of numbers, and takes them as one.
const asBytes = (value: unknown) =>
  Array.isArray(value) ? new Uint8Array(value as number[]).buffer : value
const asNumbers = (value: ArrayBuffer) => [...new Uint8Array(value)]
