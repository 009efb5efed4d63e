// Backups on Node: a consistent copy of the running database in one encrypted file, and the way back.

import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { type Made, notReady } from '../../store/engine/readiness.ts'
import { damageIn } from './check-database.ts'
import { onDisk } from './on-disk.ts'
import { BESIDE, inOpenFolder, restoringBeside } from './open-copies.ts'
import { BackupFault, openFile, sealFile } from './sealed-file.ts'

/**
 * Copies a database, also while Lotse writes to it, into one encrypted file readable by its owner
 * alone: all of it or no file. Throws {@link BackupFault} where the file is there already.
 * @param seen sees the state that is copied, on the connection that reads it
 * @returns the size of the backup in bytes
 */
export async function backup(
  databaseFile: string,
  to: string,
  dataKey: string,
  seen: (state: Sqlite.Database) => void = () => {},
): Promise<number> {
  if (existsSync(to)) throw new BackupFault(`${to}: is there already, it is not replaced`)
  if (!existsSync(databaseFile)) throw new BackupFault(`${databaseFile}: there is no database`)
  const sealed = `${to}.part`
  if (!existsSync(dirname(to))) mkdirSync(dirname(to), { mode: 0o700 })
  await inOpenFolder(databaseFile, async (folder) => {
    const plain = join(folder, 'copy.db')
    // Made before SQLite writes into it, so that nobody else can read along.
    closeSync(openSync(plain, 'wx', 0o600))
    // One that only read could not take its log away again, were it the last to close.
    const db = new Sqlite(databaseFile, { fileMustExist: true, timeout: 5000 })
    try {
      // One state from here on: whoever writes meanwhile does not make the copy begin anew.
      db.exec('BEGIN')
      db.prepare('SELECT 1 FROM sqlite_schema').get()
      seen(db)
      await db.backup(plain)
    } finally {
      db.close()
    }
    try {
      rmSync(sealed, { force: true })
      await sealFile(plain, sealed, dataKey)
      renameSync(sealed, to)
      onDisk(dirname(to))
    } finally {
      rmSync(sealed, { force: true })
    }
  })
  return statSync(to).size
}

/** Whether a database is what this version needs, so that opening it changes nothing of it. */
export function isOfThisVersion(databaseFile: string): boolean {
  const db = new Sqlite(databaseFile, { fileMustExist: true, timeout: 5000 })
  try {
    const asked = 'SELECT "type", "name", "sql" FROM sqlite_schema WHERE "sql" IS NOT NULL'
    const made = db.prepare(asked).all() as Made[]
    const isMigrated = made.some(({ name }) => name === 'd1_migrations')
    const names = isMigrated ? db.prepare('SELECT "name" FROM "d1_migrations"').pluck().all() : []
    return notReady(made, names as string[]) === null
  } finally {
    db.close()
  }
}

/** Whether a restore was cut off before the database took its place. */
export const isRestoreCutOff = (databaseFile: string): boolean =>
  !existsSync(databaseFile) && existsSync(restoringBeside(databaseFile))

/**
 * Brings a backup back as the database. It is checked and made ready beside, and takes its place as a
 * whole: what cuts this off leaves no database, and it is run again. Throws {@link BackupFault} for a
 * damaged file, another key, or where a database or what belongs to one is in the way.
 * @param ready makes the database ready, in the file it is given; closes what it opens
 */
export async function restore<T>(
  from: string,
  databaseFile: string,
  dataKey: string,
  ready: (file: string) => Promise<T>,
): Promise<T> {
  if (existsSync(databaseFile)) {
    throw new BackupFault(`${databaseFile}: is there already; stop Lotse and move it away first`)
  }
  for (const end of BESIDE) {
    if (!existsSync(`${databaseFile}${end}`)) continue
    throw new BackupFault(
      `${databaseFile}${end}: belongs to the database that was here and holds the newest of it; move it away with that one`,
    )
  }
  if (!existsSync(from)) throw new BackupFault(`${from}: there is no such file`)
  mkdirSync(dirname(databaseFile), { recursive: true, mode: 0o700 })
  const part = restoringBeside(databaseFile)
  const clear = () => {
    for (const end of ['', ...BESIDE]) rmSync(`${part}${end}`, { force: true })
  }
  clear()
  try {
    await openFile(from, part, dataKey)
    checkWhole(part)
    const made = await ready(part)
    if (existsSync(`${part}-wal`)) throw new BackupFault(`${part}: somebody else has it open`)
    onDisk(part)
    renameSync(part, databaseFile)
    onDisk(dirname(databaseFile))
    return made
  } finally {
    clear()
  }
}

/** Throws {@link BackupFault} where a database that was brought back is not whole. */
function checkWhole(file: string): void {
  const db = new Sqlite(file)
  try {
    // What points nowhere is told by `db check`, and comes back all the same.
    const [fault] = damageIn(db)
    if (fault) throw new BackupFault(`the database in the backup is damaged: ${fault}`)
  } finally {
    db.close()
  }
}
