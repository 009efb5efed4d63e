// Lotse in several Node processes on one database, before a Telegram that answers every call.

import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { startTelegram } from './calm-telegram.ts'
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
  return {
    told: (chat) => telegram.chats.get(chat) ?? [],
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
    async stop() {
      db.close()
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

async function startNode({ file, dataKey, apiRoot }: Settings): Promise<Node> {
  const port = await freePort()
  const root = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['src/node.ts'], {
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: '4242:test',
      PUBLIC_URL: root,
      WEBHOOK_SECRET: SECRET,
      TELEGRAM_API_ROOT: apiRoot,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: `file:${file}`,
      DATA_KEY: dataKey,
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
