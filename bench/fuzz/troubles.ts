// What goes wrong outside Lotse, drawn and counted: statements that SQLite refuses, calls that Telegram, a mail
// server or a webhook refuse, lose, or never answer.

import Sqlite from 'better-sqlite3'
import type { DeliveryOutcome } from '../../src/domain/appointment/delivery.ts'
import type { CallWebhook } from '../../src/flows/outbox/call-webhook.ts'
import type { Mailer } from '../../src/flows/outbox/mailer.ts'
import { seeded } from '../../src/simulator/town/chance.ts'
import type { Trouble } from './light-telegram.ts'

/** Shares of all statements, or calls, that meet it. */
export type Rates = { statement: number; call: number }

const STORAGE = [
  ['SQLITE_BUSY', 'database is locked'],
  ['SQLITE_FULL', 'database or disk is full'],
  ['SQLITE_IOERR_WRITE', 'disk I/O error'],
  ['SQLITE_ERROR', 'it failed this once'],
] as const
/** A disk that is slow keeps the whole process, as SQLite does. */
const SLOW_MS = 5
// Without these nothing could be undone, and SQLite does not refuse them either.
const NEVER = /^(ROLLBACK|RELEASE)/

const CALLS: readonly (readonly [string, ReturnType<Trouble>])[] = [
  ['429', { status: 429, retryAfter: 1 }],
  ['500', { status: 500 }],
  ['502, carried out', { status: 502, lost: true }],
  ['400', { status: 400 }],
  ['403', { status: 403 }],
  ['connection reset', { thrown: 'read ECONNRESET' }],
  ['connection reset, carried out', { thrown: 'read ECONNRESET', lost: true }],
  ['timeout, carried out', { thrown: 'The operation timed out', lost: true }],
]

type Prepared = { source: string; database: { name: string } }
type Asking = (this: Prepared, ...values: unknown[]) => unknown

export type Troubles = ReturnType<typeof createTroubles>

/** Troubles while `on`; `end` makes SQLite whole again. The same seed draws the same ones. */
export function createTroubles(seed: number, rates: Rates) {
  const random = seeded(seed)
  const met: Record<string, number> = {}
  const state = { on: false, storage: 0, network: 0, final: 0, lost: 0 }
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
  const note = (what: string) => {
    met[what] = (met[what] ?? 0) + 1
  }

  function beforeStatement(sql: string): void {
    if (!state.on || NEVER.test(sql) || random() >= rates.statement) return
    if (random() < 0.1) {
      note('slow')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SLOW_MS)
      return
    }
    const [code, message] = one(STORAGE)
    state.storage += 1
    note(code)
    throw new Sqlite.SqliteError(message, code)
  }

  // Where the engine asks SQLite itself: what is half done is undone as it is in earnest.
  const sample = new Sqlite(':memory:')
  const prototype = Object.getPrototypeOf(sample.prepare('SELECT 1')) as Record<string, Asking>
  sample.close()
  const own = { run: prototype['run'] as Asking, all: prototype['all'] as Asking }
  for (const [name, ask] of Object.entries(own)) {
    prototype[name] = function (...values) {
      beforeStatement(this.source)
      return ask.apply(this, values)
    }
  }

  const telegram: Trouble = (method) => {
    if (!state.on || random() >= rates.call) return undefined
    const [what, trouble] = one(CALLS)
    // Only what is sent to a person can be forbidden.
    if (trouble?.status === 403 && !method.startsWith('send')) return undefined
    state.network += 1
    if (trouble?.status === 403) state.final += 1
    if (trouble?.lost) state.lost += 1
    note(`Telegram: ${what}`)
    return trouble
  }

  const mail: Mailer = async () => {
    if (!state.on || random() >= rates.call * 5) return { of: 'sent', messageId: 0 }
    const outcome = one<DeliveryOutcome>([
      { of: 'retry', reason: 'connection' },
      { of: 'failed', reason: 'refused-550' },
    ])
    note(`mail: ${outcome.of}`)
    return outcome
  }

  const callWebhook: CallWebhook = async () => {
    if (!state.on || random() >= rates.call * 5) return { status: 204 }
    note('webhook refused')
    return one([{ status: 500 }, { status: 410 }, { fault: 'ECONNREFUSED' }, { fault: 'timeout' }])
  }

  return {
    state,
    met,
    random,
    telegram,
    mail,
    callWebhook,
    /** How many faults there were so far, slowness not counted. */
    count: () => state.storage + state.network,
    end: () => Object.assign(prototype, own),
  }
}
