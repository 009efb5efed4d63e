// The sentences Lotse is taught danger by: locales/<language>/sentences.txt, one "kind|text" a line.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CRY_KINDS, type CryKind } from '../../src/domain/danger/cry-list.ts'

const LOCALES = fileURLToPath(new URL('../../locales', import.meta.url))
const EVERYDAY = 'everyday'

/** A sentence and the kind of danger it tells of; none where it is an everyday one. */
export type Sentence = { language: string; text: string; kind: CryKind | undefined }

/** All sentences, by language and in order; throws where a line is not of the form, and names it. */
export function readSentences(folder = LOCALES): Sentence[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'staff')
    .map(({ name }) => name)
    .sort()
    .flatMap((language) =>
      readFileSync(join(folder, language, 'sentences.txt'), 'utf8')
        .split('\n')
        .flatMap((line, at) => {
          if (line === '' || line.startsWith('#')) return []
          const [name, text, more] = line.split('|')
          const kind = CRY_KINDS.find((one) => one === name)
          if ((!kind && name !== EVERYDAY) || !text || more !== undefined) {
            throw new Error(`locales/${language}/sentences.txt:${at + 1} is not "kind|text"`)
          }
          return [{ language, text, kind }]
        }),
    )
}

/** By which it is seen whether what was learned was learned from these sentences. */
export function fingerprintOf(sentences: readonly Sentence[]): string {
  const hash = createHash('sha256')
  for (const { language, kind, text } of sentences) hash.update(`${language}|${kind}|${text}\n`)
  return hash.digest('hex')
}
