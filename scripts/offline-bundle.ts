// `npm run bundle`: Lotse for a machine that reaches no registry, as one file: what is committed, what runs of its
// packages with the Node they run on, what all of that is (SBOM as CycloneDX), under which licences, and checksums.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { version } from '../src/generated/version.ts'
import { billOfMaterials, runningPackages } from './running.ts'
import { notices } from './third-party.ts'

const home = mkdtempSync(join(tmpdir(), 'lotse-bundle-'))
const to = resolve(process.argv[2] ?? 'dist')
const name = `lotse-${version}-${process.platform}-${process.arch}`
const folder = join(home, name)
const run = (program: string, words: readonly string[]) =>
  execFileSync(program, words, { maxBuffer: 2 ** 30 })

try {
  mkdirSync(folder)
  const sources = join(home, 'sources.tar')
  run('git', ['archive', '--format=tar', '-o', sources, 'HEAD'])
  run('tar', ['-xf', sources, '-C', folder])
  cpSync('src/generated', join(folder, 'src/generated'), { recursive: true })
  for (const { path } of runningPackages()) copy(path)
  writeFileSync(join(folder, 'sbom.cdx.json'), JSON.stringify(billOfMaterials(), null, 2))
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), notices())
  writeFileSync(join(folder, 'SHA256SUMS'), sums(folder))
  mkdirSync(to, { recursive: true })
  const file = join(to, `${name}.tar.gz`)
  run('tar', [
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '-I',
    'gzip -1',
    '-cf',
    file,
    '-C',
    home,
    name,
  ])
  writeFileSync(`${file}.sha256`, `${sumOf(file)}  ${basename(file)}\n`)
  process.stdout.write(`${file}\n`)
} finally {
  rmSync(home, { recursive: true, force: true })
}

/** Without what lies in it: that stands in the lock file itself, where it runs. */
function copy(path: string): void {
  if (!existsSync(path)) throw new Error(`${path}: is not installed: npm ci`)
  const inner = join(path, 'node_modules')
  cpSync(path, join(folder, path), { recursive: true, filter: (one) => one !== inner })
}

/** A line for every file, as `sha256sum -c` reads it. */
function sums(root: string): string {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
  return files.map((file) => `${sumOf(join(root, file))}  ${file}\n`).join('')
}

function sumOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
