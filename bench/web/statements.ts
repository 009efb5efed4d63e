// How often the pages ask the database: before the consent, and for each press with the page it leads to.

import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { duisburgProfile } from '../../scripts/gallery/talk-facts.ts'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/settings.ts'
import { createConversation } from '../../src/flows/conversation/conversation.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { createLog } from '../../src/log.ts'
import { listen } from '../../src/runtime/node/serve.ts'
import { openDatabase } from '../../src/store/engine/open-node.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore } from '../../src/store/store.ts'
import { counted } from '../../test/support/counted.ts'
import { table } from '../taps/figures.ts'
import { booking } from '../taps/programs.ts'
import { TOKEN } from '../taps/telegram.ts'
import { Visitor } from './visitor.ts'

/** A walk to a booking that is cancelled again, once. */
export async function statementsOfPresses(): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'lotse-web-statements-'))
  const db = await openDatabase(join(home, 'bench.db'))
  const count = { statements: 0 }
  const read = readConfig({ BOT_TOKEN: TOKEN })
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  const clock = { now: () => Date.now() }
  const deps = {
    config: read.config,
    store: createStore(counted(db, count), await createSeal(randomBytes(32).toString('base64'))),
    clock,
    i18n: createI18n(),
    log: createLog('error', clock.now, () => {}),
    newId: randomUUID,
    random: randomInt,
  }
  await deps.store.cities.seed('duisburg', duisburgProfile(), clock.now())
  const conversation = createConversation(deps)
  const answer = async () => {}
  const app = createApp({ deps, conversation, answer, webhookSecret: undefined })
  const server = await listen(app.fetch, 0, '127.0.0.1')
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const agent = new Agent({ keepAlive: true })
  const visitor = new Visitor(root, agent, '192.0.2.1')
  // The city is read once a minute, whoever comes.
  await visitor.open('/')
  const rows: [string, number][] = []
  for (const step of booking) {
    count.statements = 0
    await visitor.take(step)
    rows.push([String(step), count.statements])
  }
  agent.destroy()
  server.close()
  await deps.store.close()
  rmSync(home, { recursive: true, force: true })
  const [lobby, talk] = [rows.slice(0, 2), rows.slice(2)]
  const of = (some: typeof rows) => some.map(([, statements]) => statements)
  return table(
    ['statements', 'mean', 'most', 'at'],
    [
      ['`/` and the consent, before anybody agrees', mean(of(lobby)), most(lobby), worst(lobby)],
      ['a press and the page it leads to', mean(of(talk)), most(talk), worst(talk)],
    ],
  )
}

const mean = (all: readonly number[]) =>
  (all.reduce((sum, one) => sum + one, 0) / all.length).toFixed(2)
const most = (rows: readonly [string, number][]) => String(Math.max(...rows.map(([, n]) => n)))
const worst = (rows: readonly [string, number][]) =>
  `\`${rows.toSorted(([, a], [, b]) => b - a)[0]?.[0]}\``
