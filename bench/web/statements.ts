// How often the pages ask the database: before the consent, and for each press with the page it leads to.

import { Agent } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from '../../src/app.ts'
import { createConversation } from '../../src/flows/conversation/conversation.ts'
import { listen } from '../../src/runtime/node/serve.ts'
import { openCounted } from '../counted-deps.ts'
import { table } from '../taps/figures.ts'
import { bookingBy } from '../taps/programs.ts'
import { Visitor } from './visitor.ts'

// No reminder reaches who has only a page: none is offered.
const BOOK = /~bo~/

/** A walk to a booking that is cancelled again, once. */
export async function statementsOfPresses(): Promise<string> {
  const { deps, count, close } = await openCounted()
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
  for (const step of bookingBy(BOOK)) {
    count.statements = 0
    await visitor.take(step)
    rows.push([String(step), count.statements])
  }
  agent.destroy()
  server.close()
  await close()
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
