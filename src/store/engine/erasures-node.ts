// What an erasure leaves beside the tables of a file, watched on its connection: who was erased is told
// before it is committed, and the write-ahead log, where their rows still stand, is emptied after.

import type Sqlite from 'better-sqlite3'

/** A list kept elsewhere of who was erased. */
export type ErasedList = {
  /** Takes ids down that are being erased. Where it throws nobody is erased. */
  add: (ids: readonly string[]) => void
  /** Has what was added on the disk before the file forgets it. */
  flush: () => void
}

export type Erasures = {
  /** Tells what a transaction has erased so far; called before it is committed. */
  tell: () => void
  /** Forgets what a transaction that is rolled back would have erased. */
  undo: () => void
  /**
   * Moves all of the write-ahead log into the file and cuts it off. False where somebody reads an older
   * state at this moment (a backup): nobody is kept waiting, and the next call does it.
   */
  emptyLog: () => boolean
}

const AGAIN_AFTER = 5_000

export function watchErasures(connection: Sqlite.Database, list: ErasedList | undefined): Erasures {
  let ids: string[] = []
  let isDue = false

  const tell = () => {
    const told = ids
    ids = []
    if (told.length > 0) list?.add(told)
  }

  function emptyLog(): boolean {
    if (!connection.open || connection.inTransaction) return false
    const patience = connection.pragma('busy_timeout', { simple: true })
    connection.pragma('busy_timeout = 0')
    try {
      return connection.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0
    } finally {
      connection.pragma(`busy_timeout = ${patience}`)
    }
  }

  function afterwards() {
    isDue = false
    try {
      list?.flush()
      emptyLog()
    } catch {
      // Nobody waits for this, so that thrown it would end the process: a disk that fails is asked again.
      isDue = true
      setTimeout(afterwards, AGAIN_AFTER).unref()
    }
  }

  connection.function('told_erased', (id) => {
    // Once this statement and its transaction have ended, whoever asked for it.
    if (!isDue) setImmediate(afterwards)
    isDue = true
    ids.push(String(id))
    // A statement by itself is committed without our hearing of it.
    if (!connection.inTransaction) tell()
    return null
  })
  // Of this connection alone: `Erased` is written by triggers, whichever statement erases.
  connection.exec(`CREATE TEMP TRIGGER "Erased_told" AFTER INSERT ON main."Erased"
    BEGIN SELECT told_erased(NEW."id"); END`)

  return {
    tell,
    undo: () => {
      ids = []
    },
    emptyLog,
  }
}
