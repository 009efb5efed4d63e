// Lotse in several Node processes on one database, before a Telegram that answers every call.

import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import Sqlite from 'better-sqlite3'
import { openDatabase } from '../../src/store/engine/open-node.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore } from '../../src/store/store.ts'
import { startTelegram } from './calm-telegram.ts'
import { bareEnv } from './own-process.ts'
import type { Several } from './several.ts'

const SECRET = 'a-secret-of-the-tests'

type Node = { child: ChildProcess; root: string }

/** Starts `count` processes; `stop` ends them and removes the database. */
export async function startNodes(count: number): Promise<Several> {
  const home = mkdtempSync(join(tmpdir(), 'lotse-nodes-'))
  const file = join(home, 'lotse.db')
  const telegram = await startTelegram()
  const dataKey = randomBytes(32).toString('base64')
  const nodes: Node[] = []
  // One after the other: the first one makes and seeds the database.
  for (let i = 0; i < count; i++) {
    nodes.push(await startNode({ file, dataKey, apiRoot: telegram.root }))
  }
  const db = new Sqlite(file, { readonly: true })
  const store = createStore(await openDatabase(file), await createSeal(dataKey))
  return {
    told: (chat) => telegram.chats.get(chat) ?? [],
    answering: telegram.answering,
    rows: async (sql) => db.prepare(sql).all(),
    async deliver(node, update) {
      const response = await fetch(`${nodes[node % count]?.root}/telegram`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'X-Telegram-Bot-Api-Secret-Token': SECRET,
        },
        body: JSON.stringify(update),
      })
      return response.status
    },
    async reach(node, request) {
      const { pathname, search } = new URL(request.url)
      const { method, headers } = request
      const body = method === 'POST' ? await request.text() : null
      // What a proxy before it would say; the origin is the proxy's.
      const said = new Headers(headers)
      const root = nodes[node % count]?.root ?? ''
      if (said.has('origin')) said.set('origin', root)
      return await fetch(`${root}${pathname}${search}`, {
        method,
        headers: said,
        body,
        redirect: 'manual',
      })
    },
    tickAll: () => tickTogether(count, settingsOf({ file, dataKey, apiRoot: telegram.root })),
    store,
    async stop() {
      db.close()
      await store.close()
      for (const { child } of nodes) {
        child.kill('SIGTERM')
        if (child.exitCode === null) await once(child, 'exit')
      }
      telegram.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

type Settings = { file: string; dataKey: string; apiRoot: string }

const settingsOf = ({ file, dataKey, apiRoot }: Settings) => ({
  ...bareEnv(),
  BOT_TOKEN: '4242:test',
  TRIAL: 'yes',
  TELEGRAM_API_ROOT: apiRoot,
  DATABASE_URL: `file:${file}`,
  DATA_KEY: dataKey,
})

/** Opens `count` processes, then has all of them tick; how many messages each sent. */
async function tickTogether(count: number, env: NodeJS.ProcessEnv): Promise<number[]> {
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, ['test/support/tick-process.ts'], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  )
  await Promise.all(children.map(({ stdout }) => once(stdout, 'data')))
  const ends = children.map(async (child) => {
    const said = text(child.stdout)
    child.stdin.end('go\n')
    const sent = Number(await said)
    if (Number.isNaN(sent)) throw new Error(`a process ended with ${child.exitCode}`)
    return sent
  })
  return await Promise.all(ends)
}

async function startNode(settings: Settings): Promise<Node> {
  const port = await freePort()
  const root = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['src/node.ts'], {
    env: {
      ...settingsOf(settings),
      PUBLIC_URL: root,
      WEBHOOK_SECRET: SECRET,
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (let tries = 0; tries < 200; tries++) {
    const ready = await fetch(`${root}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready) return { child, root }
    if (child.exitCode !== null) throw new Error(`a process ended with ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill()
  throw new Error('a process did not become ready')
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
