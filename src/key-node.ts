// The key that seals personal data where DATA_KEY is not set: a file beside the database.

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The key from `lotse.key` in the folder of the database, made at the first start and readable by
 * its owner alone. It belongs into the backup, but never beside the backup of the database.
 */
export function keyBeside(databaseFile: string): { dataKey: string; file: string; made: boolean } {
  const file = join(dirname(databaseFile), 'lotse.key')
  if (existsSync(file)) return { dataKey: readFileSync(file, 'utf8').trim(), file, made: false }
  mkdirSync(dirname(file), { recursive: true })
  const dataKey = randomBytes(32).toString('base64')
  writeFileSync(file, `${dataKey}\n`, { mode: 0o600, flag: 'wx' })
  return { dataKey, file, made: true }
}
