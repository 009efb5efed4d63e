// The big tables of what people might type, written apart from the lists of words.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCries } from '../../../scripts/bundle-locales.ts'
import { compileCries } from '../../../src/domain/danger/compile.ts'
import { findIn } from '../../../src/domain/danger/find.ts'
import { hear } from '../../../src/i18n/cries.ts'

type Table = { cries: { text: string; kind: string }[]; everyday: string[] }

const cries = compileCries(readCries())
/** A false alarm and the phrases that raised it, for whoever has to mend the list. */
const told = (text: string) =>
  `${text} ← ${findIn(text, cries)
    .phrases.map(({ kind, line }) => `${kind}: ${line}`)
    .join(' · ')}`

const folder = new URL('tables/', import.meta.url)
const tables = readdirSync(folder).map((file): [string, Table] => [
  file.replace('.json', ''),
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
])

const missedIn = ({ cries }: Table) => cries.filter(({ text }) => hear(text) === undefined)
const alarmsIn = ({ everyday }: Table) => everyday.filter((text) => hear(text) !== undefined)
const sum = (count: (table: Table) => number) =>
  tables.reduce((total, [, table]) => total + count(table), 0)

test('there is a table for each of the eleven languages', () => {
  expect(tables.map(([language]) => language)).toEqual([
    'ar',
    'bg',
    'ckb',
    'de',
    'en',
    'fa',
    'kmr',
    'prs',
    'ro',
    'tr',
    'uk',
  ])
})

describe.each(tables)('%s', (_language, table) => {
  test('at least 90 % of the cries are heard', () => {
    expect(
      missedIn(table).length,
      missedIn(table)
        .map(({ text }) => text)
        .join('\n'),
    ).toBeLessThanOrEqual(table.cries.length * 0.1)
  })
})

test('at least 95 % of all cries are heard', () => {
  expect(sum((table) => missedIn(table).length)).toBeLessThanOrEqual(
    sum(({ cries }) => cries.length) * 0.05,
  )
})

test('at most 1 % of everyday sentences is an alarm', () => {
  const alarms = tables.flatMap(([, table]) => alarmsIn(table))
  expect(alarms.length, alarms.map(told).join('\n')).toBeLessThanOrEqual(
    sum(({ everyday }) => everyday.length) * 0.01,
  )
})
