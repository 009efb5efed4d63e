// A call for help beside what somebody needs help against: it is heard as that, whichever comes first.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CRY_KINDS, type CryKind } from '../../../src/domain/danger/cry-list.ts'
import { hear } from '../../../src/i18n/cries.ts'

type More = Exclude<CryKind, 'help'>
type Table = Record<More, string[]> & { calls: string[] }

const MORE = CRY_KINDS.filter((kind) => kind !== 'help')

const folder = new URL('calls/', import.meta.url)
const tables = readdirSync(folder).map((file): [string, Table] => [
  file.replace('.json', ''),
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
])

/** As a call and a cry are typed together, in both orders. */
const together = (call: string, cry: string): string[] => [
  ...['', ',', '!', '.', '\n'].flatMap((sign) => [
    `${call}${sign} ${cry}`,
    `${cry}${sign} ${call}`,
  ]),
  `${call}!!! ${cry}!!!`,
  `${call} ${cry} ${call}`,
  `${cry}, ${call}. ${cry}`,
]

test('there is a table for each of the eleven languages', () => {
  expect(tables).toHaveLength(11)
})

describe.each(tables)('%s', (_language, table) => {
  test.each(table.calls)('"%s" alone is a call for help', (call) => {
    expect(hear(call)?.kinds[0]).toBe('help')
  })

  test.each(MORE)('beside it, %s is heard', (kind) => {
    const typed = table.calls.flatMap((call, at) =>
      table[kind].flatMap((cry, of) => {
        const all = together(call, cry)
        // The first call in every way, the others in some.
        return at === 0 ? all : all.filter((_, way) => (way + at + of) % 4 === 0)
      }),
    )
    expect(typed.filter((text) => hear(text)?.kinds[0] !== kind)).toEqual([])
  })
})

test('the call may be in another language than the cry', () => {
  const calls = tables.map(
    ([
      ,
      {
        calls: [first],
      },
    ]) => first ?? '',
  )
  const cries = tables.map(
    ([
      ,
      {
        violence: [first],
      },
    ]) => first ?? '',
  )
  const typed = calls.flatMap((call) => cries.flatMap((cry) => together(call, cry).slice(0, 4)))
  expect(typed.filter((text) => hear(text)?.kinds[0] !== 'violence')).toEqual([])
})

/** How many of a thousand may be heard as another kind than without the call: a word of it may have been of the cry. */
const MOST_OTHER = 2

test('what else is heard is the same with a call beside it', () => {
  const other: string[] = []
  let all = 0
  for (const [language, { calls }] of tables) {
    const file = new URL(`tables/${language}.json`, import.meta.url)
    const { cries }: { cries: { text: string }[] } = JSON.parse(readFileSync(file, 'utf8'))
    for (const [at, { text }] of cries.entries()) {
      const kind = hear(text)?.kinds[0]
      if (kind === undefined || kind === 'help') continue
      const ways = together(calls[at % calls.length] ?? '', text)
      for (const typed of [ways[at % ways.length] ?? '', ways[(at * 3 + 1) % ways.length] ?? '']) {
        all++
        if (hear(typed)?.kinds[0] !== kind) other.push(`${kind}: ${typed}`)
      }
    }
  }
  expect(other.length, other.join('\n')).toBeLessThanOrEqual((all * MOST_OTHER) / 1000)
})

test.each([
  'Hilfe! Wann ist mein Termin?',
  'Help, I cannot open the letter',
  'النجدة، ضاعت الرسالة',
])('an everyday sentence beside it stays what it was: %s', (text) => {
  expect(hear(text)?.kinds[0] ?? 'help').toBe('help')
})
