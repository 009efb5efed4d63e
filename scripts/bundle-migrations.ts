// Writes the names of prisma/migrations/ into src/generated/migrations.ts, so that a Worker, which
// reads no files, can tell a database that has not been migrated.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = join(root, 'src/generated/migrations.ts')

/** Writes the generated module, and only if it changed. */
export function bundleMigrations(): void {
  const names = readdirSync(join(root, 'prisma/migrations'))
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const code = [
    '// Made by scripts/bundle-migrations.ts from prisma/migrations/; not to be edited.',
    `export const migrations: readonly string[] = ${JSON.stringify(names)}`,
    '',
  ].join('\n')
  if (existsSync(target) && readFileSync(target, 'utf8') === code) return
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, code)
}
