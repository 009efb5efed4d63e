// After an erasure the write-ahead log is emptied with nobody waiting for it: a disk that fails just then ends nothing.

import { randomUUID } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import { afterEach, expect, it, vi } from 'vitest'
import { watchErasures } from '../../src/store/engine/erasures-node.ts'
import { migratedFile } from '../support/migrated.ts'

afterEach(() => vi.useRealTimers())

it('tries again where the disk fails while the log is emptied', () => {
  vi.useFakeTimers()
  const { file, remove } = migratedFile()
  const connection = new Sqlite(file)
  const flush = vi.fn()
  watchErasures(connection, { add: () => {}, flush })
  const pragma = vi.spyOn(connection, 'pragma').mockImplementationOnce(() => {
    throw new Sqlite.SqliteError('disk I/O error', 'SQLITE_IOERR_WRITE')
  })
  connection
    .prepare('INSERT INTO "Erased" ("id", "at") VALUES (?, ?)')
    .run(randomUUID(), '2026-03-16T07:00:00.000Z')
  vi.advanceTimersByTime(1)
  expect(flush).toHaveBeenCalledTimes(1)
  expect(pragma).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(5_000)
  expect(flush).toHaveBeenCalledTimes(2)
  expect(pragma).toHaveBeenCalledWith('wal_checkpoint(TRUNCATE)', { simple: true })
  connection.close()
  remove()
})
