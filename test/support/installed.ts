// Lotse as a server has it: its files, and of all packages those alone that run.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const FILES = ['src', 'locales', 'prisma', 'scripts', 'voices', 'package.json', 'prisma.config.ts']

type Locked = { dev?: true; devOptional?: true; optional?: true }

/** The packages that `npm ci --omit=dev --omit=optional` installs, as the lock file has them. */
export function runningPackages(): string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>
  }
  return Object.entries(packages)
    .filter(([path, { dev, devOptional, optional }]) => path && !dev && !devOptional && !optional)
    .map(([path]) => path.slice('node_modules/'.length))
    .filter((name) => !name.includes('/node_modules/'))
}

/** Lays it into a folder of its own; `--preserve-symlinks` keeps Node from finding what lies beside. */
export function layInstalled() {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-installed-'))
  for (const file of FILES) cpSync(file, join(folder, file), { recursive: true })
  for (const name of runningPackages()) {
    const place = join(folder, 'node_modules', name)
    mkdirSync(dirname(place), { recursive: true })
    symlinkSync(resolve('node_modules', name), place)
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** What Node has to be told so that it looks for packages there alone. */
export const THERE_ALONE = ['--preserve-symlinks', '--preserve-symlinks-main']
