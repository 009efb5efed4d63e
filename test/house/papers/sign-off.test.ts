// The lists that are signed, and the report on accessibility: what they name is there, and each line is answered.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { fields } from '../../../src/config/fields.ts'
import { profileJsonSchema } from '../../../src/domain/profile/profile.ts'
import { givenOf, papersOf } from './cities.ts'

const FOLDER = 'docs/sign-off'
const names = readdirSync(FOLDER).filter((name) => name !== 'README.md')
const REPORT = 'docs/accessibility/en-301-549.md'
const sheets = new Set(papersOf(givenOf('duisburg', 'everything')).map(([file]) => file))
const fieldsThere = new Set(
  [...JSON.stringify(profileJsonSchema()).matchAll(/"(\w+)":\{/g)].map(([, name]) => name),
)
const settingsThere = new Set(Object.keys(fields.shape).flatMap((name) => [name, `${name}_FILE`]))
const commands = new Set(
  readdirSync('src/cli').flatMap((file) =>
    [...readFileSync(`src/cli/${file}`, 'utf8').matchAll(/usage: '([a-z-]+(?: [a-z-]+)*)/g)].map(
      ([, usage = '']) => usage,
    ),
  ),
)
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))

const named = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name)
const rowsOf = (text: string) => text.split('\n').filter((line) => /^\| \d/.test(line))

function isThere(name: string): boolean {
  if (sheets.has(name) || existsSync(name) || commands.has(name)) return true
  const script = /^npm run ([\w:]+)(?: -- (.*))?$/.exec(name)
  if (script) {
    const [, which = '', rest = ''] = script
    const isCommand = [...commands].some((command) => rest.startsWith(command))
    return which in scripts && (which !== 'lotse' || isCommand)
  }
  const [setting = ''] = name.split('=')
  if (/^[A-Z][A-Z_]+$/.test(setting)) return settingsThere.has(setting)
  return /^\w+(\.\w+)*$/.test(name) && name.split('.').every((part) => fieldsThere.has(part))
}

describe.each(names)('%s', (name) => {
  const text = readFileSync(`${FOLDER}/${name}`, 'utf8')

  it('answers each line by a test, a setting or a paper, or asks the city', () => {
    expect(rowsOf(text).length).toBeGreaterThanOrEqual(10)
    const bare = rowsOf(text).filter((row) => !/`[^`]+`|\*\*Frage an die Stadt:\*\*/.test(row))
    expect(bare).toEqual([])
  })

  it('names only what is there', () => {
    expect(named(text).filter((one) => !isThere(one))).toEqual([])
  })
})

test('every list stands in the first page, and everybody who signs has one', () => {
  const first = readFileSync(`${FOLDER}/README.md`, 'utf8')
  const linked = [...first.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to)
  expect(linked.toSorted()).toEqual(names.toSorted())
  expect(names).toHaveLength(9)
})

describe('the report on accessibility', () => {
  const report = readFileSync(REPORT, 'utf8')
  const clauses = rowsOf(report).filter(
    (row) => row.split('|').length === 7 && !/Ergebnis/.test(row),
  )

  it('says of each clause for each of the three how it stands, and by what', () => {
    const stated = clauses.filter((row) => !row.includes('[noch einzutragen]'))
    expect(stated.length).toBeGreaterThan(50)
    for (const row of stated) {
      const [, , chat, pages, desk, how] = row.split('|').map((cell) => cell.trim())
      for (const one of [chat, pages, desk])
        expect(one, row).toMatch(/^(geprüft|entfällt|App|offen)$/)
      expect(how, row).not.toBe('')
      // What was tested names its test, or axe, which the head says where it runs.
      if ([chat, pages, desk].includes('geprüft')) expect(how, row).toMatch(/`test\/|axe|`locales`/)
    }
  })

  it('names only tests and files that are there', () => {
    const paths = named(report).filter((one) => one.includes('/') && !one.startsWith('/'))
    expect(paths.length).toBeGreaterThan(50)
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
  })

  it('claims no screen reader: each line of the protocol is still to be filled in', () => {
    const protocol = rowsOf(report.slice(report.indexOf('## Protokoll')))
    expect(protocol.length).toBeGreaterThan(10)
    for (const row of protocol) expect(row.match(/\[noch einzutragen\]/g)).toHaveLength(3)
    expect(report).toContain('**Mit einem Screenreader hat noch niemand geprüft**')
  })
})
