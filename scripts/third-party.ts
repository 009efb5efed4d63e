// What others wrote of the running Lotse, under which licence, with the text of each: as their licences ask it to go along.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runningPackages } from './running.ts'

/** A package that runs: what it says its licence is, and the texts of it. */
export type Passed = { name: string; version: string; licence: string; texts: string[] }

const IS_TEXT = /^(licen[cs]e|copying|notice)([.-].*)?$/i

/** For packages that bring no text of their licence: its words, with the names that stand in their package.json. */
const WORDS: Record<string, string> = {
  MIT: 'LICENSES/MIT.txt',
  'MIT OR Apache-2.0': 'LICENSES/MIT.txt',
  ISC: 'docs/third-party/LICENSE-ISC.txt',
}

/** All packages that run, in the order of the lock file. Fails where one is not installed or has no licence we know. */
export function passedOn(): Passed[] {
  return runningPackages().map(({ path, version }) => {
    if (!existsSync(path)) throw new Error(`${path}: is not installed: npm ci`)
    const { license = '', author } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
    const name = path.slice('node_modules/'.length)
    return { name, version, licence: license, texts: textsOf(path, license, author) }
  })
}

function textsOf(path: string, licence: string, author: unknown): string[] {
  const own = readdirSync(path)
    .filter((name) => IS_TEXT.test(name))
    .sort()
    .map((name) => readFileSync(join(path, name), 'utf8'))
  if (own.length > 0) return own
  const inner = innerLicence(path)
  if (inner) return [inner]
  const words = WORDS[licence]
  if (!words) throw new Error(`${path}: ${licence || 'no licence'}, and no text of it`)
  return [`${written(author)}\n\n${readFileSync(words, 'utf8')}`]
}

/** Of `node`, whose program and licence stand in a package for each machine. */
function innerLicence(path: string): string | undefined {
  const inner = join(path, 'node_modules')
  if (!path.endsWith('/node') || !existsSync(inner)) return undefined
  const files = readdirSync(inner).map((name) => join(inner, name, 'LICENSE'))
  const file = files.find((one) => existsSync(one))
  return file && readFileSync(file, 'utf8')
}

function written(author: unknown): string {
  const name = typeof author === 'object' && author ? Reflect.get(author, 'name') : author
  return `By ${typeof name === 'string' ? name : 'its contributors'}; the package brings no text of its licence, whose words are:`
}

/** All of it as one text, with what the packages hold of others again, and what is Lotse's own of others. */
export function notices(): string {
  const own = readFileSync('docs/third-party.md', 'utf8')
  const lame = readFileSync('docs/third-party/LICENSE-LGPL-2.0.txt', 'utf8')
  const line = '-'.repeat(80)
  const parts = passedOn().map(
    ({ name, version, licence, texts }) =>
      `${name} ${version}\n${licence}\n\n${texts.map((text) => text.trim()).join('\n\n')}`,
  )
  return [own.trim(), ...parts, `LAME, in wasm-media-encoders\n\n${lame.trim()}`, '']
    .join(`\n\n${line}\n`)
    .replaceAll('\r\n', '\n')
}
