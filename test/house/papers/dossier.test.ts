// The papers of every city: nothing in them that is not there, no figure that is not the code's, no law unmarked.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fields } from '../../../src/config/fields.ts'
import { profileJsonSchema } from '../../../src/domain/profile/profile.ts'
import { figuresOf } from '../../../src/papers/figures.ts'
import { measuresOf } from '../../../src/papers/measures.ts'
import { risksOf } from '../../../src/papers/risks.ts'
import { CITIES, givenOf, papersOf, SETTINGS, WORDS_KEPT } from './cities.ts'

const cases = CITIES.flatMap((city) =>
  Object.keys(SETTINGS).map((settings) => [city, settings] as const),
)
const settingsThere = new Set(Object.keys(fields.shape).flatMap((name) => [name, `${name}_FILE`]))
const fieldsThere = new Set(
  [...JSON.stringify(profileJsonSchema()).matchAll(/"(\w+)":\{/g)].map(([, name]) => name),
)
const handbook = readFileSync('README.md', 'utf8') + readFileSync('docs/operations.md', 'utf8')
const commands = new Set(
  readdirSync('src/cli').flatMap((file) =>
    [...readFileSync(`src/cli/${file}`, 'utf8').matchAll(/usage: '([^']+)'/g)].map(
      ([, usage = '']) =>
        usage
          .split(' ')
          .filter((word) => /^[a-z-]+$/.test(word))
          .join(' '),
    ),
  ),
)

/** What stands between backticks. */
const named = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name)

describe.each(cases)('the papers of %s with %s', (city, settings) => {
  const given = givenOf(city, settings)
  const papers = papersOf(given)
  const files = new Set(papers.map(([file]) => file))
  const all = papers.filter(([file]) => file !== 'README.md')

  it('name only files, settings, fields and papers that are there', () => {
    const wrong = all.flatMap(([file, text]) =>
      named(text)
        .filter((name) => !isThere(name, files))
        .map((name) => `${file}: ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it('lead only to papers that are there, and say how much is open in each', () => {
    const [, first = ''] = papers[0] ?? []
    const links = [...first.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to)
    expect(links.toSorted()).toEqual(all.map(([file]) => file).toSorted())
  })

  it('list at their head what is unchecked in them', () => {
    for (const [file, text] of papers) {
      const [, listed = ''] = /\n\*\*Ungeprüft in diesem Blatt(?:[^*]*)\*\*(.*)\n/.exec(text) ?? []
      expect(listed, file).not.toBe('')
      const below = text.slice(text.indexOf(listed) + listed.length).replace(/^#.*$/gm, '')
      for (const [mark] of below.matchAll(/§§? [\w, .]*? \w+ \[ungeprüft\]/g)) {
        expect(listed, file).toContain(mark.replace(' [ungeprüft]', ''))
      }
    }
  })

  it('carry each claim: a test, a file, a setting, what was read, or that it is open', () => {
    const bare = all.flatMap(([file, text]) =>
      claimsIn(text)
        .filter((cell) => !/`[^`]+`|\[gelesen|\[ungeprüft|\[noch einzutragen/.test(cell))
        .map((cell) => `${file}: ${cell}`),
    )
    expect(bare).toEqual([])
  })

  it('say no period, length or number of tries but the code’s', () => {
    const known = new Set(
      Object.values(figuresOf(given.profile)).flatMap((figure) => String(figure).split(', ')),
    )
    // Hours of the GDPR, which the law gives and no setting.
    known.add('72 Stunden')
    const unknown = all.flatMap(([file, text]) =>
      figuresIn(text)
        .filter((figure) => !known.has(figure))
        .map((figure) => `${file}: ${figure}`),
    )
    expect(unknown).toEqual([])
  })

  it('name no paragraph of a law without saying whether it was read', () => {
    const unmarked = all.flatMap(([file, text]) =>
      text
        .split('\n')
        // Names of papers, as people have them.
        .filter((line) => !line.startsWith('| Aufenthaltspapier'))
        .flatMap((line) =>
          [...line.matchAll(/§/g)]
            .map(({ index }) => line.slice(index))
            .filter((rest) => !/^§[^[]{0,70}\[(gelesen|ungeprüft)/.test(rest))
            .map((rest) => `${file}: ${rest.slice(0, 90)}`),
        ),
    )
    expect(unmarked).toEqual([])
  })

  it('claim no representative of Telegram, and tell no secret', () => {
    for (const [file, text] of papers) {
      expect(text, file).not.toMatch(/mit Vertret(ung|er) im EWR/)
      for (const word of WORDS_KEPT) expect(text.includes(word), `${file}: ${word}`).toBe(false)
    }
  })

  it('meet each risk with measures that hold with these settings', () => {
    const signs = measuresOf(given, figuresOf(given.profile)).map(({ sign }) => sign)
    expect(new Set(signs).size).toBe(signs.length)
    for (const { what, measures } of risksOf(given)) {
      expect(measures.length, what).toBeGreaterThan(0)
      for (const sign of measures) expect(signs, what).toContain(sign)
    }
  })

  it('have a sheet about Telegram where anything goes there, and none else', () => {
    expect(files.has('telegram.md')).toBe(given.config.doors.telegram)
    const whole = papers.map(([, text]) => text).join('\n')
    if (!given.config.doors.telegram) expect(whole).not.toContain('`telegram.md`')
  })
})

function isThere(name: string, papers: ReadonlySet<string>): boolean {
  if (/^[\w-]+\.md$/.test(name)) return papers.has(name)
  if (/^gemeinsame-verantwortung-\*\.md$/.test(name)) return true
  if (name.includes('/') || /\.(toml|service|yml)$/.test(name)) return existsSync(name)
  const [setting = '', value] = name.split('=')
  if (/^[A-Z][A-Z_]+$/.test(setting)) return settingsThere.has(setting) && value !== ''
  // A column, which a test of its own holds to the tables.
  if (/^[A-Z]\w+(\.\w+)?$/.test(name)) return true
  if (/^[a-z]\w*(\.\w+)*$/.test(name) && name.split('.').every((part) => fieldsThere.has(part))) {
    return true
  }
  if (commands.has(name.replace(/^lotse /, ''))) return true
  // What is typed or lies there as the handbook has it; codes of events and questions.
  return (
    handbook.includes(`\`${name}`) ||
    /^(intake|appointment)\.\w+$/.test(name) ||
    name === 'document'
  )
}

/** Cells of the column "Nachweis". */
function claimsIn(text: string): string[] {
  const cells: string[] = []
  let at = -1
  for (const line of text.split('\n')) {
    const row = line.startsWith('|') ? line.split(/(?<!\\)\|/).map((cell) => cell.trim()) : []
    if (row.includes('Nachweis')) at = row.indexOf('Nachweis')
    else if (row.length === 0) at = -1
    else if (at >= 0 && !/^-+$/.test(row[at] ?? '')) cells.push(row[at] ?? '')
  }
  return cells
}

const UNIT =
  /\b\d+ (Tage?|Stunden?|Monate?|Minuten?|Sekunden?|Bit|Zeichen|Ziffern?|Versuche?|Anfragen?|Sprachnachrichten?)\b/g
const figuresIn = (text: string) => text.match(UNIT) ?? []

it('a period that changes in the profile changes in every paper', () => {
  const given = givenOf('duisburg', 'the web alone', (profile) => ({
    ...profile,
    retention: {
      abandonedHours: 50,
      contentDays: 41,
      noShowDays: 17,
      auditMonths: 9,
      consentMonths: 25,
    },
  }))
  const text = papersOf(given)
    .map(([, paper]) => paper)
    .join('\n')
  for (const old of ['30 Tage', '14 Tage nach', '12 Monate', '36 Monate']) {
    expect(text).not.toContain(old)
  }
  for (const now of ['50 Stunden', '41 Tage', '17 Tage', '9 Monate', '25 Monate']) {
    expect(text).toContain(now)
  }
})

it('what is set stands in the matrix of ways: hosts and ports, by the settings', () => {
  const [, matrix = ''] =
    papersOf(givenOf('duisburg', 'everything')).find(([file]) => file === 'netzmatrix.md') ?? []
  for (const way of [
    '| lotse.stadt.example',
    'api.telegram.org | 443, https',
    'mail.stadt.example | 443, https',
    'anmeldung.stadt.example | 443, https',
    '9464, http',
    '3000, http',
    'proxy.stadt.example, Port 3128',
  ]) {
    expect(matrix.replaceAll('Proxy: ', '')).toContain(way)
  }
})
