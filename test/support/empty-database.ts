// An empty database of this version, made once and copied: to make one takes longer than most tests.

import { constants, copyFileSync, existsSync, mkdtempSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from './migrate-file.ts'

/** The file, made where it is not there yet. */
export function emptyDatabase(): string {
  const file = join(tmpdir(), 'lotse-empty.db')
  if (existsSync(file)) return file
  const made = join(mkdtempSync(join(tmpdir(), 'lotse-empty-')), 'lotse.db')
  migrate(made)
  renameSync(made, file)
  return file
}

/** A copy of it, unless a file is there already; what opens it migrates it as it would any other. */
export function layEmpty(file: string): void {
  if (!existsSync(file)) copyFileSync(emptyDatabase(), file, constants.COPYFILE_FICLONE)
}
