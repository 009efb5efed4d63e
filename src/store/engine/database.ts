// The database as the store sees it: Prisma's models, raw statements, several of either as one fact.

import type { PrismaClient } from '../../generated/node/client.ts'
import type { Batches } from './batches.ts'
import type { Raw } from './raw.ts'

type Unsafe = {
  $queryRawUnsafe: <T>(sql: string, ...values: unknown[]) => Promise<T>
  /** How many rows changed; on D1 with those its triggers changed, so only none or some is meant. */
  $executeRawUnsafe: (sql: string, ...values: unknown[]) => Promise<number>
  $disconnect: () => Promise<void>
}

/** The clients for both engines are made from one schema; the types of one serve for both. */
export type Models = Omit<PrismaClient, `$${string}` | symbol>

export type Database = Models & Unsafe & Raw & Batches

/** An instant as it stands in the database: UTC, ISO 8601 with milliseconds. */
export function toText(at: number): string {
  return new Date(at).toISOString()
}

/** An instant from the database as epoch milliseconds. */
export function fromText(text: string): number {
  return Date.parse(text)
}

/** The first row of a query, or `undefined`. */
export async function first<Row>(
  db: Unsafe,
  sql: string,
  ...values: unknown[]
): Promise<Row | undefined> {
  const rows = await db.$queryRawUnsafe<Row[]>(sql, ...values)
  return rows[0]
}

/** Whether a statement broke a unique key: somebody was faster, or it was done before. */
export function isTaken(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  return Reflect.get(fault, 'code') === 'P2002' || /UNIQUE constraint failed/.test(fault.message)
}

/** Writes what is not there yet: SQLite's `ON CONFLICT DO NOTHING`, which Prisma's models cannot say. */
export async function unlessThere(write: PromiseLike<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (fault) {
    if (isTaken(fault)) return false
    throw fault
  }
}

/** A statement whose parameters are numbered `?1`, `?2` and may be used more than once. */
export type Numbered = (...values: unknown[]) => [sql: string, ...values: unknown[]]

/**
 * Rewrites numbered parameters into plain ones, each as often as it is used: better-sqlite3 takes
 * numbered ones for names, D1 would take them as they are.
 */
export function numbered(sql: string): Numbered {
  const order: number[] = []
  const plain = sql.replace(/\?(\d+)/g, (_, number: string) => {
    order.push(Number(number) - 1)
    return '?'
  })
  return (...values) => [plain, ...order.map((index) => values[index])]
}
