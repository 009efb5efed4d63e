// Lotse several times over one database: Node processes over a file, or Workers over a D1.

import type { Store } from '../../src/store/store.ts'
import type { Told } from './calm-telegram.ts'

export type Several = {
  /** What a chat has been shown, oldest first. */
  told: (chat: number) => readonly Told[]
  /** How long Telegram takes over a call, to be changed. */
  answering: { ms: number }
  /** The rows of a query, as they are stored. */
  rows: (sql: string) => Promise<unknown[]>
  /** Delivers an update to one of them; the HTTP status it answers with. */
  deliver: (which: number, update: object) => Promise<number>
  /** Carries a request of a browser to one of them; where it leads is not followed. */
  reach: (which: number, request: Request) => Promise<Response>
  /** A tick of each at the same moment; how many messages each sent, where they tell. */
  tickAll: () => Promise<number[]>
  /** A connection of one's own to the database, with the key the data are sealed with. */
  store: Store
  stop: () => Promise<void>
}

/** Starts `count` of them; `stop` ends them and removes the database. */
export async function startSeveral(count: number): Promise<Several> {
  if (process.env['LOTSE_ENGINE'] !== 'd1') {
    return (await import('./node-processes.ts')).startNodes(count)
  }
  return (await import('./workers.ts')).startWorkers(count)
}
