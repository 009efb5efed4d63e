// Copies of a database in the open, while a backup or a drill is made: in a folder beside it, for its owner
// alone, gone when the work has ended. What a process that was killed leaves is swept by the next one.

import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'

// A lock that ends with its process, however that ends.
const HELD = 'held'

const beginning = (databaseFile: string) => `${basename(databaseFile)}.open-`

/** Runs work that needs room for open copies; the folder is gone when it has ended. */
export async function inOpenFolder<T>(
  databaseFile: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(dirname(databaseFile), beginning(databaseFile)))
  const held = new Sqlite(join(folder, HELD))
  try {
    held.exec('BEGIN EXCLUSIVE')
    return await work(folder)
  } finally {
    held.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same in the system's temporary folder, for a database that is no file. */
export async function inScratchFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Removes the open copies that nobody is at work on any more. */
export function sweepOpenCopies(databaseFile: string): void {
  const folder = dirname(databaseFile)
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(beginning(databaseFile))) continue
    const copies = join(folder, name)
    if (!isHeld(join(copies, HELD))) rmSync(copies, { recursive: true, force: true })
  }
  // Beside a database that is there, a restore that was cut off is nothing any more.
  if (!existsSync(databaseFile)) return
  const part = restoringBeside(databaseFile)
  for (const end of ['', ...BESIDE]) rmSync(`${part}${end}`, { force: true })
}

// What SQLite may keep beside a database.
export const BESIDE = ['-wal', '-shm', '-journal'] as const

/** Where a backup is brought back, until it takes its place. */
export const restoringBeside = (databaseFile: string): string => `${databaseFile}.part`

function isHeld(file: string): boolean {
  try {
    const db = new Sqlite(file, { timeout: 0, fileMustExist: true })
    try {
      db.exec('BEGIN EXCLUSIVE')
      return false
    } finally {
      db.close()
    }
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'SQLITE_BUSY'
  }
}
