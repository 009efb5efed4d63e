// How well the words of danger are heard, by language: on the tables of the tests, and on sentences
// nobody tuned to (held-out/, where there are some). Slow work on the machine shows in the times, not in the rest.

import { readdirSync, readFileSync } from 'node:fs'
import { compileCries } from '../../src/domain/danger/compile.ts'
import { cries as lists } from '../../src/generated/locales.ts'
import { hear } from '../../src/i18n/cries.ts'

type Table = { cries: { text: string; kind: string }[]; everyday: string[] }

/** Recall, right kind, right language, false alarms and CPU time, of both sets, as tables. */
export async function cries(): Promise<string> {
  hear('')
  const before = process.cpuUsage()
  compileCries(lists)
  const compiling = process.cpuUsage(before).user / 1000
  const sets = [
    ['Tables of the tests', '../../test/domain/danger/tables/'],
    ['Held out', 'held-out/'],
  ].flatMap(([title = '', path = '']) => {
    const tables = tablesIn(path)
    return tables.length === 0 ? [] : [`### ${title}\n\n${figuresOf(tables, hear)}`]
  })
  return [
    ...sets,
    `Putting all lists together: ${compiling.toFixed(0)} ms, once, at the first text.`,
    `4,096 characters, median of one text a language: ${timeOfLong(hear)} µs.`,
  ].join('\n\n')
}

// A child who says to be alone is one of the children in danger.
const plain = (kind: string | undefined) => (kind === 'alone' ? 'child' : kind)
// What is heard first, where a text says several things.
const kindOf = (heard?: { kinds: readonly string[] }) => plain(heard?.kinds[0])

type Hear = (text: string) => { kinds: readonly string[]; language: string | undefined } | undefined

function tablesIn(path: string): [string, Table][] {
  const folder = new URL(path, import.meta.url)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.slice(0, -5), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))])
}

function figuresOf(tables: [string, Table][], hear: Hear): string {
  const rows = tables.map(([language, table]) => ({ language, ...figures(language, table, hear) }))
  const sum = (key: 'cries' | 'heard' | 'kind' | 'same' | 'everyday' | 'alarms' | 'us') =>
    rows.reduce((total, row) => total + row[key], 0)
  const all = {
    language: 'all',
    cries: sum('cries'),
    heard: sum('heard'),
    kind: sum('kind'),
    same: sum('same'),
    everyday: sum('everyday'),
    alarms: sum('alarms'),
    us: sum('us') / rows.length,
  }
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`
  return [
    '| language | cries heard | right kind | right language | false alarms | µs a text |',
    '| --- | --- | --- | --- | --- | --- |',
    ...[...rows, all].map(
      (row) =>
        `| ${row.language} | ${row.heard} of ${row.cries}, ${share(row.heard, row.cries)} | ${share(row.kind, row.heard)} | ${share(row.same, row.heard)} | ${row.alarms} of ${row.everyday}, ${share(row.alarms, row.everyday)} | ${row.us.toFixed(0)} |`,
    ),
  ].join('\n')
}

function figures(language: string, { cries, everyday }: Table, hear: Hear) {
  const found = cries.map(({ text, kind }) => ({ kind, heard: hear(text) }))
  const heard = found.filter((one) => one.heard !== undefined)
  const before = process.cpuUsage()
  const texts = [...cries.map(({ text }) => text), ...everyday]
  for (const text of texts) hear(text)
  const { user, system } = process.cpuUsage(before)
  return {
    cries: cries.length,
    heard: heard.length,
    kind: heard.filter((one) => kindOf(one.heard) === plain(one.kind)).length,
    same: heard.filter((one) => one.heard?.language === language).length,
    everyday: everyday.length,
    alarms: everyday.filter((text) => hear(text) !== undefined).length,
    us: (user + system) / texts.length,
  }
}

/** The longest text Telegram sends, of everyday sentences of one language. */
function timeOfLong(hear: Hear): string {
  const times = tablesIn('../../test/domain/danger/tables/').map(([, { everyday }]) => {
    const text = Array(3).fill(everyday.join(', ')).join(', ').slice(0, 4096)
    for (let i = 0; i < 5; i++) hear(text)
    const before = process.cpuUsage()
    for (let i = 0; i < 20; i++) hear(text)
    return process.cpuUsage(before).user / 20
  })
  return (times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0).toFixed(0)
}
