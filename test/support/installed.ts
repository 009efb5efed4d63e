// Lotse as a server has it: its files, and of all packages those alone that run.

import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { runningPackages } from '../../scripts/running.ts'

const FILES = ['src', 'locales', 'prisma', 'scripts', 'voices', 'package.json', 'prisma.config.ts']

/** Their names; what lies in another one comes with it. */
export const runningNames = (): string[] =>
  runningPackages()
    .map(({ path }) => path.slice('node_modules/'.length))
    .filter((name) => !name.includes('/node_modules/'))

/** Lays it into a folder of its own; `--preserve-symlinks` keeps Node from finding what lies beside. */
export function layInstalled() {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-installed-'))
  for (const file of FILES) cpSync(file, join(folder, file), { recursive: true })
  for (const name of runningNames()) {
    const place = join(folder, 'node_modules', name)
    mkdirSync(dirname(place), { recursive: true })
    symlinkSync(resolve('node_modules', name), place)
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** What Node has to be told so that it looks for packages there alone. */
export const THERE_ALONE = ['--preserve-symlinks', '--preserve-symlinks-main']
