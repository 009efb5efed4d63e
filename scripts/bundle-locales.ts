// Writes locales/** into src/generated/locales.ts, so that nothing reads files while Lotse runs.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Dates, Locale, Locales, Messages, Meta } from '../src/i18n/locale.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, 'locales')
const target = join(root, 'src/generated/locales.ts')

/** Reads one locale folder; throws when a file is missing or is not JSON, and names it. */
function readLocale(folder: string): Locale {
  const read = (file: string): unknown => {
    try {
      return JSON.parse(readFileSync(join(folder, file), 'utf8'))
    } catch (cause) {
      throw new Error(`${join(folder, file)} cannot be read as JSON`, { cause })
    }
  }
  const messages: Record<string, Messages> = {}
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json') || file === 'meta.json' || file === 'dates.json') continue
    messages[file.slice(0, -'.json'.length)] = read(file) as Messages
  }
  return { meta: read('meta.json') as Meta, dates: read('dates.json') as Dates, messages }
}

/** Reads every locale under a folder, by language key. */
export function readLocales(folder = source): Locales {
  const locales: Locales = {}
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    // The dashboard's own words are no language a person can choose.
    if (entry.isDirectory() && entry.name !== 'staff')
      locales[entry.name] = readLocale(join(folder, entry.name))
  }
  return locales
}

/** Writes the generated module, and only if it changed: watchers and caches see no idle change. */
export function bundleLocales(): void {
  const code = [
    '// Made by scripts/bundle-locales.ts from locales/; not to be edited.',
    "import type { Locales } from '../i18n/locale.ts'",
    '',
    `export const locales: Locales = ${JSON.stringify(readLocales(), null, 1)}`,
    '',
  ].join('\n')
  if (existsSync(target) && readFileSync(target, 'utf8') === code) return
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, code)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) bundleLocales()
