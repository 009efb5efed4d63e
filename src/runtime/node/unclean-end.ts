// Whether the last process on a file ended as it should, and if not, whether the file is still whole: a
// look at every page, which takes its time, so it is not taken at every start.

import { existsSync, statSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import type { Deps } from '../../deps.ts'

const ENDED = 'ended'
const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/

/**
 * From here on this process has the database: until it notes its end, the end is no clean one. Written past
 * Prisma, whose engine would be woken for this alone before Lotse is ready.
 */
export function noteBegin(file: string): void {
  const db = new Sqlite(file, { timeout: 5000 })
  try {
    db.prepare('INSERT OR REPLACE INTO "Meta" ("key", "value") VALUES (?, ?)').run(ENDED, '')
  } finally {
    db.close()
  }
}

/** The last that a process writes. */
export const noteEnd = ({ store, clock }: Deps): Promise<void> =>
  store.meta.set(ENDED, new Date(clock.now()).toISOString())

/**
 * What was found after an end that was none: how long the look took, what is wrong, `null` where nothing is, and
 * whether another process has the file open, whose end is still to come.
 */
type Looked = { ms: number; wrong: string | null; isHeld: boolean }

/**
 * Looks through a file that nobody has noted the end of; `null` where there is nothing to look after. Throws what
 * SQLite says where it cannot be opened or read: that is no damage.
 */
export function lookAfterUncleanEnd(file: string): Looked | null {
  if (!existsSync(file) || statSync(file).size === 0) return null
  const began = performance.now()
  // The log of changes stays where somebody was killed, and is gone after a clean end.
  const isLeft = existsSync(`${file}-wal`)
  const wrong = lookInto(file, isLeft)
  if (wrong === undefined) return null
  // Whoever closes it last takes the log away.
  return { ms: Math.round(performance.now() - began), wrong, isHeld: existsSync(`${file}-wal`) }
}

/** What is wrong; `undefined` where the last end was a clean one. */
function lookInto(file: string, isLeft: boolean): string | null | undefined {
  try {
    const db = new Sqlite(file, { timeout: 5000 })
    try {
      if (!isLeft && isEnded(db)) return undefined
      const said = String(db.pragma('quick_check(1)', { simple: true }))
      return said === 'ok' ? null : said
    } finally {
      db.close()
    }
  } catch (fault) {
    const isDamage = fault instanceof Sqlite.SqliteError && DAMAGED.test(fault.code)
    if (!isDamage) throw fault
    return fault.message
  }
}

function isEnded(db: Sqlite.Database): boolean {
  const tables = db.prepare(`SELECT count(*) FROM sqlite_schema WHERE "name" = 'Meta'`).pluck()
  if (tables.get() === 0) return true
  // Where no process has ever begun, as where a command made the file, there is no end to miss.
  return db.prepare('SELECT "value" FROM "Meta" WHERE "key" = ?').pluck().get(ENDED) !== ''
}
