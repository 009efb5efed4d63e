// The key that seals personal data where DATA_KEY is not set: a file beside the database.

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { KEY } from '../../store/meta.ts'

/**
 * The key from `lotse.key` in the folder of the database, made at the first start and readable by
 * its owner alone. It belongs into the backup, but never beside the backup of the database.
 */
export function keyBeside(databaseFile: string): { dataKey: string; file: string; made: boolean } {
  const file = fileBeside(databaseFile)
  const held = heldBeside(databaseFile)
  if (held !== undefined) return { dataKey: held, file, made: false }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const dataKey = randomBytes(32).toString('base64')
  writeFileSync(file, `${dataKey}\n`, { mode: 0o600, flag: 'wx' })
  return { dataKey, file, made: true }
}

/** The key beside the database, where there is one. */
export function heldBeside(databaseFile: string): string | undefined {
  const file = fileBeside(databaseFile)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

/** Whether a database has taken a key on: a new one beside it would open nothing. Throws what SQLite says. */
export function isSealed(databaseFile: string): boolean {
  if (!existsSync(databaseFile) || statSync(databaseFile).size === 0) return false
  const db = new Sqlite(databaseFile, { timeout: 5000 })
  try {
    const meta = db.prepare(`SELECT count(*) FROM sqlite_schema WHERE "name" = 'Meta'`).pluck()
    if (meta.get() === 0) return false
    return db.prepare('SELECT 1 FROM "Meta" WHERE "key" = ?').get(KEY) !== undefined
  } finally {
    db.close()
  }
}

/** A new key with the next free name, to be put before the present ones: `2:…`. */
export function newKeyBefore(dataKey: string): string {
  const names = dataKey
    .split(',')
    .map((key) => (key.includes(':') ? key.trim().split(':')[0] : '1'))
  const last = Math.max(0, ...names.map((name) => Number(name) || 0))
  return `${last + 1}:${randomBytes(32).toString('base64')}`
}

/** Replaces the key file as a whole: a kill leaves the old one or the new one, never half of one. */
export function writeKeyBeside(databaseFile: string, dataKey: string): void {
  const file = fileBeside(databaseFile)
  writeFileSync(`${file}.new`, `${dataKey}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

function fileBeside(databaseFile: string): string {
  return join(dirname(databaseFile), 'lotse.key')
}
