// Writes locales/** into src/generated/locales.ts, so that nothing reads files while Lotse runs.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { type CryList, cryListSchema } from '../src/domain/danger/cry-list.ts'
import type { Speech } from '../src/domain/spoken/speech.ts'
import type { Dates, Locale, Locales, Messages, Meta } from '../src/i18n/locale.ts'
import { shapeOf, textsIn } from '../src/i18n/shape.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, 'locales')
const target = join(root, 'src/generated/locales.ts')

/** What is no text to show: who has read it, dates, how they are said, and the words of danger (`readCries`). */
const OTHERS = ['meta.json', 'dates.json', 'speech.json', 'cries.json']

/** Throws when a file is missing or is not JSON, and names it. */
function readJson(folder: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8'))
  } catch (cause) {
    throw new Error(`${join(folder, file)} cannot be read as JSON`, { cause })
  }
}

function readLocale(folder: string): Locale {
  const read = (file: string) => readJson(folder, file)
  const messages: Record<string, Messages> = {}
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json') || OTHERS.includes(file)) continue
    messages[file.slice(0, -'.json'.length)] = read(file) as Messages
  }
  return {
    meta: read('meta.json') as Meta,
    dates: read('dates.json') as Dates,
    speech: read('speech.json') as Speech,
    messages,
  }
}

/** The languages, by folder; the dashboard's own words are none a person can choose. */
function foldersOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'staff')
    .map(({ name }) => name)
    .sort()
}

/** Reads every locale under a folder, by language key. */
export function readLocales(folder = source): Locales {
  return Object.fromEntries(foldersOf(folder).map((key) => [key, readLocale(join(folder, key))]))
}

/** Reads the words of danger of every locale; throws where one is not of its form, and names it. */
export function readCries(folder = source): Record<string, CryList> {
  const lists = foldersOf(folder).map((key): [string, CryList] => {
    const file = join(folder, key, 'cries.json')
    const { data, error } = cryListSchema.safeParse(readJson(join(folder, key), 'cries.json'))
    if (error) throw new Error(`${file} is not a list of cries: ${error.message}`)
    return [key, data]
  })
  return Object.fromEntries(lists)
}

/** What was learned from sentences, as `npm run teach` wrote it. */
function readTaught(): unknown {
  return readJson(source, 'taught.json')
}

/** What stands in `meta.json` for those who review a language is of no use to a running Lotse. */
function withoutNotes(locales: Locales): Locales {
  const bare = Object.entries(locales).map(([key, { meta, ...locale }]) => {
    const { notes: _, ...told } = meta
    return [key, { ...locale, meta: told }]
  })
  return Object.fromEntries(bare)
}

// One step below the most: 0.2 % more to deploy, and packed in half the time.
const PACKED = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 22 }

const CODE = `
import { brotliDecompressSync } from 'node:zlib'
import type { CryList } from '../domain/danger/cry-list.ts'
import type { Taught } from '../domain/danger/taught.ts'
import type { Locales } from '../i18n/locale.ts'
import { messagesOf } from '../i18n/shape.ts'

const bytes = brotliDecompressSync(Uint8Array.fromBase64(packed()))
const texts = JSON.parse(new TextDecoder().decode(bytes))

export const locales: Locales = texts.locales
for (const locale of Object.values(locales)) {
  locale.messages = messagesOf(texts.shape, locale.messages as never) as typeof locale.messages
}
export const cries: Record<string, CryList> = texts.cries
type Weights = Record<'from' | 'weights' | 'kinds', string>
export const taught: Omit<Taught, 'weights' | 'kinds'> & Weights = texts.taught
`

/**
 * Writes the generated module, and only if the texts changed: watchers and caches see no idle change, and packing
 * takes seconds. They are packed, for wrangler writes each sign beyond ASCII as six, and JSON is read faster than
 * code; by Brotli, which leaves a fifth less to deploy than gzip. Keys are written once for all languages.
 */
export function bundleLocales(): void {
  const all = Object.entries(withoutNotes(readLocales()))
  const shape = shapeOf(all.map(([, { messages }]) => messages))
  const locales = Object.fromEntries(
    all.map(([key, locale]) => [key, { ...locale, messages: textsIn(shape, locale.messages) }]),
  )
  const texts = { shape, locales, cries: readCries(), taught: readTaught() }
  const json = JSON.stringify(texts)
  const made = createHash('sha256')
    .update(JSON.stringify([PACKED, CODE]))
    .update(json)
  const first = `// Made by scripts/bundle-locales.ts from locales/ (${made.digest('hex')}); not to be edited.`
  if (existsSync(target) && readFileSync(target, 'utf8').startsWith(first)) return
  const packed = brotliCompressSync(json, { params: PACKED }).toString('base64')
  const code = `${first}\n${CODE}\nfunction packed(): string {\n  return '${packed}'\n}\n`
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, code)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) bundleLocales()
