// Who kills whom: that another wants to kill me is violence, that I want to kill myself is the wish to die.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hear } from '../../../src/i18n/cries.ts'
import { languages } from '../../../src/i18n/languages.ts'

/** `threatened` and `pleas`: somebody else does it; `own`: whoever it is about does it to themselves. */
type Table = { threatened: string[]; own: string[]; pleas: string[] }

const folder = new URL('killing/', import.meta.url)
const tables = readdirSync(folder).map((file): [string, Table] => [
  file.replace('.json', ''),
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
])

/** As it is typed: as written, in small letters, and in need. */
const typed = (texts: string[]) =>
  texts.flatMap((text) => [text, text.toLocaleLowerCase('de'), `${text}!!!`])
const kindsOf = (texts: string[]) => typed(texts).map((text) => `${text}: ${hear(text)?.kinds[0]}`)
const all = (texts: string[], kind: string) => typed(texts).map((text) => `${text}: ${kind}`)

test('there is a table for each of the eleven languages', () => {
  expect(tables.map(([language]) => language)).toEqual(languages.map(({ key }) => key).sort())
})

describe.each(tables)('%s', (_language, { threatened, own, pleas }) => {
  test('that another wants to kill, or says so, is violence', () => {
    expect(kindsOf(threatened)).toEqual(all(threatened, 'violence'))
  })

  test('that somebody wants to kill themselves is the wish to die', () => {
    expect(kindsOf(own)).toEqual(all(own, 'suicide'))
  })

  test('to beg for a life is violence', () => {
    expect(kindsOf(pleas)).toEqual(all(pleas, 'violence'))
  })
})
