// Cloudflare's API made up, as far as commands and wrangler need it to bring a city there and to work on it: one account,
// one D1, one token, Workers by name. What Cloudflare itself would make of it is not known here.

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { layEmpty } from './empty-database.ts'
import { openFakeD1, type Statements } from './fake-d1.ts'

export type FakeCloudflare = {
  /** What stands in the place of https://api.cloudflare.com. */
  url: string
  db: Sqlite.Database
  /** Requests to the database that were answered, and those that were refused. */
  count: { answered: number; refused: number }
  /** What was uploaded of each Worker, by its name: the form that wrangler sends. */
  workers: Map<string, string>
  /** Everything that was asked, as `GET /accounts/…`. */
  asked: string[]
  close: () => Promise<void>
}

type Answer = { status?: number; result?: unknown; fault?: string; code?: number; headers?: object }

/**
 * Opens it. `isMigrated`: its database is as the migrations make it, else there is nothing in it. `refuses`: whether the
 * nth request to the database is one too many.
 */
export async function openFakeCloudflare({
  isMigrated = true,
  refuses = (_nth: number): boolean => false,
} = {}): Promise<FakeCloudflare> {
  const home = mkdtempSync(join(tmpdir(), 'lotse-cloudflare-'))
  const file = join(home, 'd1.db')
  if (isMigrated) layEmpty(file)
  const { db, answer } = openFakeD1(file)
  const count = { answered: 0, refused: 0 }
  const workers = new Map<string, string>()
  const asked: string[] = []
  const uploads = new Map<string, string>()

  function asksDatabase(word: string, text: string): Answer {
    if (refuses(count.answered + count.refused + 1)) {
      count.refused += 1
      return { status: 429, fault: 'Please wait', code: 971, headers: { 'retry-after': '0' } }
    }
    count.answered += 1
    try {
      return { result: answer(JSON.parse(text) as Statements, word === 'raw') }
    } catch (fault) {
      return { status: 400, fault: String((fault as Error).message), code: 7500 }
    }
  }

  /** A file of statements: announced, put where it is told, and then taken in. */
  function takesFile(text: string): Answer {
    const { action, etag, filename } = JSON.parse(text) as Record<string, string>
    if (action === 'init') {
      return { result: { filename: etag, upload_url: `${url}/upload/${etag}` } }
    }
    answer({ sql: uploads.get(filename ?? '') ?? '' }, false)
    const meta = { duration: 1, rows_read: 1, rows_written: 1, size_after: 1 }
    const done = { num_queries: 1, final_bookmark: 'b', meta }
    return { result: { success: true, messages: [], status: 'complete', result: done } }
  }

  function answered(method: string, path: string, text: string): Answer {
    const [, name = '', rest = ''] = /\/workers\/scripts\/([\w-]+)(.*)$/.exec(path) ?? []
    const [, word = ''] = /\/d1\/database\/[\w-]+\/(\w+)$/.exec(path) ?? []
    if (word === 'query' || word === 'raw') return asksDatabase(word, text)
    if (word === 'import') return takesFile(text)
    if (rest.startsWith('/assets-upload-session')) return { result: { jwt: 'j', buckets: [] } }
    if (method === 'PUT' && name && /^(\?.*)?$/.test(rest)) {
      workers.set(name, text)
      return { result: { id: name, etag: 'e', startup_time_ms: 1, deployment_id: 'd' } }
    }
    if (rest === '/secrets') return { result: [] }
    if (rest.startsWith('/deployments')) return { result: { deployments: [] } }
    if (rest.startsWith('/versions')) return { result: { items: [] } }
    if (/\/workers\/services\//.test(path)) {
      return { status: 404, fault: 'This Worker does not exist', code: 10_090 }
    }
    if (/\/workers\/workers\//.test(path)) {
      return { result: { subdomain: { enabled: true, previews_enabled: false } } }
    }
    if (/\/workers\/subdomain$/.test(path)) return { result: { subdomain: 'account' } }
    return { result: {} }
  }

  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request
    const text = await textOf(request)
    asked.push(`${method} ${path}`)
    const upload = /^\/upload\/(\w+)$/.exec(path)?.[1]
    if (upload) {
      uploads.set(upload, text)
      const etag = `"${createHash('md5').update(text).digest('hex')}"`
      return response.writeHead(200, { etag }).end()
    }
    const isKnown = headers.authorization === 'Bearer a-token'
    const given: Answer = isKnown
      ? answered(method, path.replace('/client/v4', ''), text)
      : { status: 401, fault: 'Authentication error', code: 10_000 }
    const { status = 200, result = null, fault, code } = given
    const errors = fault === undefined ? [] : [{ code, message: fault }]
    response
      .writeHead(status, { 'content-type': 'application/json', ...given.headers })
      .end(JSON.stringify({ success: fault === undefined, errors, messages: [], result }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ...{ url, db, count, workers, asked },
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
