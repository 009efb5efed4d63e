// The database as the store sees it: Prisma's models, raw statements, several of either as one fact.

import type { PrismaClient } from '../../generated/node/client.ts'
import type { Batches } from './batches.ts'
import type { Raw } from './raw.ts'
import type { Troubles } from './troubles.ts'

/** The clients for both engines are made from one schema; the types of one serve for both. */
type Models = Omit<PrismaClient, `$${string}` | symbol>

/** What a file needs so that nothing erased stays in it. D1 is kept by Cloudflare: nothing to be done there. */
export type Upkeep = {
  /** Empties the write-ahead log; false where somebody reads an older state just now. */
  emptyLog: () => Promise<boolean>
  /** Writes the whole file anew: pages that were split keep copies of rows in the room they do not use. */
  rewrite: () => Promise<void>
  /** Bytes of the file. */
  size: () => Promise<number>
}

export type Database = Models &
  Raw &
  Batches & {
    troubles: Pick<Troubles, 'now' | 'over'>
    upkeep: Upkeep
    $disconnect: () => Promise<void>
  }

/** An instant as it stands in the database: UTC, ISO 8601 with milliseconds. */
export function toText(at: number): string {
  return new Date(at).toISOString()
}

/** An instant from the database as epoch milliseconds. */
export function fromText(text: string): number {
  return Date.parse(text)
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
