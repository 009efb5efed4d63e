// Who types no more than whom they need: "112", "police", "I am a child and alone"; and who only speaks of the police.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CRY_KINDS, type CryKind } from '../../../src/domain/danger/cry-list.ts'
import { hear } from '../../../src/i18n/cries.ts'

type Table = Record<CryKind, string[]> & { everyday: string[] }

const folder = new URL('bare/', import.meta.url)
const tables = readdirSync(folder).map((file): [string, Table] => [
  file.replace('.json', ''),
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
])

/** A child who says to be alone is one of the children in danger. */
function kindOf(text: string): string | undefined {
  const kind = hear(text)?.kinds[0]
  return kind === 'alone' ? 'child' : kind
}

test('there is a table for each of the eleven languages', () => {
  expect(tables).toHaveLength(11)
})

describe.each(tables)('%s', (_language, table) => {
  const cries = CRY_KINDS.flatMap((kind) =>
    (table[kind] ?? []).flatMap((text) =>
      [text, text.toUpperCase(), `${text}!!!`].map((typed) => `${typed}: ${kind}`),
    ),
  )

  test('a bare word is heard, as what it is', () => {
    const heard = cries.map((told) => {
      const text = told.slice(0, told.lastIndexOf(': '))
      return `${text}: ${kindOf(text)}`
    })
    expect(heard).toEqual(cries)
  })

  test('who speaks of police, ambulance or a child in everyday words raises no alarm', () => {
    expect(table.everyday.filter((text) => hear(text) !== undefined)).toEqual([])
  })
})

test('a number alone is in no language', () => {
  expect(hear('112')).toEqual({ kinds: ['medical'], language: undefined })
  expect(hear('110')).toEqual({ kinds: ['help'], language: undefined })
})
