// The file of a backup: a database sealed with the data key, and how it is opened.

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  openSync,
  readSync,
  statSync,
} from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Why a backup cannot be made or restored, in one line an operator can act on. */
export class BackupFault extends Error {}

const MAGIC = Buffer.from('LOTSE-BACKUP-1\n')
const IV_LENGTH = 12
const TAG_LENGTH = 16

// From each key of DATA_KEY, the newest first.
const keysFrom = (dataKey: string): Buffer[] =>
  dataKey.split(',').map((key) => {
    const base64 = key.trim().split(':').at(-1) ?? ''
    return Buffer.from(hkdfSync('sha256', Buffer.from(base64, 'base64'), '', 'lotse backup', 32))
  })

/** Seals a file with the newest key into another one, for its owner alone, which must not be there yet. */
export async function sealFile(from: string, to: string, dataKey: string): Promise<void> {
  const iv = randomBytes(IV_LENGTH)
  const cipher = createCipheriv('aes-256-gcm', keysFrom(dataKey)[0] ?? '', iv)
  const out = createWriteStream(to, { mode: 0o600, flags: 'wx', flush: true })
  out.write(Buffer.concat([MAGIC, iv]))
  await pipeline(
    createReadStream(from),
    cipher,
    withTag(() => cipher.getAuthTag()),
    out,
  )
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

/** Opens a sealed file with any of the keys. Throws {@link BackupFault} for a damaged one or another key. */
export async function openFile(from: string, to: string, dataKey: string): Promise<void> {
  const { iv, tag, begin, end } = readFrame(from)
  for (const key of keysFrom(dataKey)) {
    const decipher = createDecipheriv('aes-256-gcm', key, iv).setAuthTag(tag)
    try {
      const source = createReadStream(from, { start: begin, end })
      await pipeline(source, decipher, createWriteStream(to, { mode: 0o600, flush: true }))
      return
    } catch (fault) {
      // The file system's faults have a code; a wrong key or a changed byte has none.
      if (fault instanceof Error && 'syscall' in fault) throw fault
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
