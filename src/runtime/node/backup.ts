// Backups on Node: a consistent copy of the running database in one encrypted file, and the way back.

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import Sqlite from 'better-sqlite3'

/** Why a backup cannot be made or restored, in one line an operator can act on. */
export class BackupFault extends Error {}

const MAGIC = Buffer.from('LOTSE-BACKUP-1\n')
const IV_LENGTH = 12
const TAG_LENGTH = 16

/** The key of backups, from the newest key of DATA_KEY. */
function backupKey(dataKey: string): Buffer {
  const newest = dataKey.split(',')[0]?.trim().split(':').at(-1) ?? ''
  return keyFrom(newest)
}

function keyFrom(base64: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(base64, 'base64'), '', 'lotse backup', 32))
}

/**
 * Copies a database, also while Lotse writes to it, into one encrypted file readable by its owner
 * alone. Throws {@link BackupFault} where the file is there already.
 * @returns the size of the backup in bytes
 */
export async function backup(databaseFile: string, to: string, dataKey: string): Promise<number> {
  if (existsSync(to)) throw new BackupFault(`${to}: is there already, it is not replaced`)
  if (!existsSync(databaseFile)) throw new BackupFault(`${databaseFile}: there is no database`)
  mkdirSync(dirname(to), { recursive: true })
  const plain = `${to}.part`
  const sealed = `${to}.sealed.part`
  try {
    // Made before SQLite writes into it, so that nobody else can read along.
    writeFileSync(plain, '', { mode: 0o600 })
    chmodSync(plain, 0o600)
    const db = new Sqlite(databaseFile, { readonly: true, timeout: 5000 })
    try {
      await db.backup(plain)
    } finally {
      db.close()
    }
    const iv = randomBytes(IV_LENGTH)
    const cipher = createCipheriv('aes-256-gcm', backupKey(dataKey), iv)
    const out = createWriteStream(sealed, { mode: 0o600, flags: 'wx' })
    out.write(Buffer.concat([MAGIC, iv]))
    await pipeline(
      createReadStream(plain),
      cipher,
      withTag(() => cipher.getAuthTag()),
      out,
    )
    renameSync(sealed, to)
    return statSync(to).size
  } finally {
    for (const file of [plain, `${plain}-journal`, sealed]) rmSync(file, { force: true })
  }
}

/** Passes everything on and adds the tag at the end. */
function withTag(tag: () => Buffer): Transform {
  return new Transform({
    transform: (chunk, _, done) => done(null, chunk),
    flush(done) {
      this.push(tag())
      done()
    },
  })
}

/**
 * Brings a backup back as the database; checked before it takes its place. Throws
 * {@link BackupFault} for a damaged file, another key, or where a database is in the way.
 */
export async function restore(from: string, databaseFile: string, dataKey: string): Promise<void> {
  if (existsSync(databaseFile)) {
    throw new BackupFault(`${databaseFile}: is there already; stop Lotse and move it away first`)
  }
  if (!existsSync(from)) throw new BackupFault(`${from}: there is no such file`)
  mkdirSync(dirname(databaseFile), { recursive: true })
  const part = `${databaseFile}.part`
  try {
    await openWithAnyKey(from, part, dataKey)
    checkDatabase(part)
    renameSync(part, databaseFile)
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true })
  }
}

async function openWithAnyKey(from: string, to: string, dataKey: string): Promise<void> {
  const keys = dataKey.split(',').map((key) => keyFrom(key.trim().split(':').at(-1) ?? ''))
  const { iv, tag, begin, end } = readFrame(from)
  for (const key of keys) {
    const decipher = createDecipheriv('aes-256-gcm', key, iv).setAuthTag(tag)
    try {
      const source = createReadStream(from, { start: begin, end })
      await pipeline(source, decipher, createWriteStream(to, { mode: 0o600 }))
      return
    } catch (fault) {
      // A full disk has a code; a wrong key or a changed byte has none.
      if (fault instanceof Error && 'code' in fault && fault.code === 'ENOSPC') throw fault
    }
  }
  throw new BackupFault(`${from}: was made with another DATA_KEY, or is damaged`)
}

function readFrame(from: string): { iv: Buffer; tag: Buffer; begin: number; end: number } {
  const { size } = statSync(from)
  const begin = MAGIC.length + IV_LENGTH
  const head = Buffer.alloc(begin)
  const tag = Buffer.alloc(TAG_LENGTH)
  const file = openSync(from, 'r')
  try {
    readSync(file, head, 0, begin, 0)
    readSync(file, tag, 0, TAG_LENGTH, Math.max(0, size - TAG_LENGTH))
  } finally {
    closeSync(file)
  }
  if (size <= begin + TAG_LENGTH || !head.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new BackupFault(`${from}: is no backup of Lotse`)
  }
  return { iv: head.subarray(MAGIC.length), tag, begin, end: size - TAG_LENGTH - 1 }
}

function checkDatabase(file: string): void {
  const db = new Sqlite(file)
  try {
    const said = db.pragma('integrity_check', { simple: true })
    if (said !== 'ok') throw new BackupFault(`the database in the backup is damaged: ${said}`)
  } finally {
    db.close()
  }
}
