// The list of who was erased, in a file beside the database: hashes without a name, so that it can
// be copied away with every backup and outlives the database. Written before an erasure is committed.

import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Clock, Deps } from '../../deps.ts'
import { dateOf } from '../../domain/calendar/wall-clock.ts'
import { NO_COPY_AFTER_DAYS } from '../../domain/people/retention.ts'
import { erasedHashes } from '../../flows/upkeep/erase-again.ts'
import type { ErasedList } from '../../store/engine/erasures-node.ts'
import type { Seal } from '../../store/engine/seal.ts'
import { erasedMark } from '../../store/erased.ts'
import { onDisk } from './on-disk.ts'

const DAY = 24 * 3_600_000

type Line = { day: string; hash: string }

/** Where the list of a database is. */
export function erasedBeside(databaseFile: string): string {
  return join(dirname(databaseFile), 'lotse.erased')
}

/** What a list holds: its lines, each `YYYY-MM-DD hash`, and how many others there are, of a cut end or of another file. */
export type ReadErased = { lines: Line[]; others: number }

export function readErased(text: string): ReadErased {
  const written = text.split('\n').filter((line) => line.trim() !== '')
  const lines = written.flatMap((line) => {
    const [, day, hash] = /^(\d{4}-\d\d-\d\d) (\S{40,})$/.exec(line.trim()) ?? []
    return day && hash ? [{ day, hash }] : []
  })
  return { lines, others: written.length - lines.length }
}

/** The list beside a database, for whoever erases in it. */
export function erasedListOf(databaseFile: string, seal: Seal, clock: Clock): ErasedList {
  const file = erasedBeside(databaseFile)
  return {
    add: (ids) => {
      const hashes = ids.map((id) => erasedMark(seal, id))
      addTo(file, hashes, dateOf(clock.now()))
    },
    flush: () => onDisk(file),
  }
}

/**
 * Brings the list of a database up to date at the start: lines that no backup can need any more are
 * dropped, and whoever the database knows to be erased and the list does not is added.
 */
export async function bringErasedUpToDate(deps: Deps): Promise<void> {
  const file = erasedBeside(deps.config.databaseFile)
  const now = deps.clock.now()
  // The date in UTC is the one in Germany or the day before: no line goes too early, and no start waits for a calendar.
  const since = new Date(now - NO_COPY_AFTER_DAYS * DAY).toISOString().slice(0, 10)
  const lines = existsSync(file) ? readErased(readFileSync(file, 'utf8')).lines : []
  const kept = lines.filter(({ day }) => day >= since)
  if (kept.length < lines.length) {
    const text = kept.map(({ day, hash }) => `${day} ${hash}\n`).join('')
    writeFileSync(`${file}.new`, text, { mode: 0o600 })
    onDisk(`${file}.new`)
    renameSync(`${file}.new`, file)
  }
  const known = new Set(kept.map(({ hash }) => hash))
  const missing = (await erasedHashes(deps)).filter((hash) => !known.has(hash))
  if (missing.length === 0) return
  addTo(file, missing, dateOf(now))
  onDisk(file)
}

function addTo(file: string, hashes: readonly string[], day: string): void {
  appendFileSync(file, hashes.map((hash) => `${day} ${hash}\n`).join(''), { mode: 0o600 })
}
