// What is promised to who buys and who tries: figures that were measured, names that stand on the desk.

import { readFileSync, statSync } from 'node:fs'
import { expect, it } from 'vitest'
import { bold, notOnTheDesk } from '../support/desk-words.ts'
import { duisburg } from '../support/duisburg.ts'

const read = (file: string) => readFileSync(`docs/${file}`, 'utf8')
const description = read('leistungsbeschreibung.md')
const results = readFileSync('bench/RESULTS.md', 'utf8')

const section = (title: string) => description.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
/** 4.000 and 0,49 as English writes them. */
const inEnglish = (number: string) => number.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'))

it('the description of services names no figure that was not measured', () => {
  const rows = [...section('Gemessen').matchAll(/^\| (?!Was|---)(.+) \| (.+) \|$/gm)]
  expect(rows.length).toBeGreaterThan(8)
  for (const [, what, told = ''] of rows) {
    const numbers = told.match(/\d[\d.,]*\d|\d/g) ?? []
    expect([what, numbers.length > 0]).toEqual([what, true])
    for (const number of numbers)
      expect([what, results.includes(inEnglish(number))]).toEqual([what, true])
  }
})

it('it says what Lotse is not, what it needs, what it ends with, and whose it is', () => {
  for (const title of [
    'Was es nicht leistet',
    'Voraussetzungen',
    'Grenzen',
    'Lizenzen',
    'Aufhören',
  ])
    expect(section(title).length, title).toBeGreaterThan(100)
  for (const said of [
    'Keine Fallakte',
    'Kein Rechtsrat',
    'Keine Übersetzung freier Texte',
    'Kein Notruf',
  ])
    expect(section('Was es nicht leistet')).toContain(said)
})

it('the pilot plan names pages and columns as they stand on the desk', () => {
  const plan = read('pilotplan.md')
  expect(
    notOnTheDesk(plan, [
      'fett',
      'nur über das Plakat an der Tür',
      'Von Ratsuchenden',
      'Von der Beratung',
      'nicht',
    ]),
  ).toEqual([])
  expect(bold(plan).length).toBeGreaterThan(15)
  for (const title of [
    'Davor',
    'Woche für Woche',
    'Wann abgebrochen wird',
    'Rückmeldung',
    'Am Ende',
  ])
    expect(plan).toContain(`\n## ${title}`)
})

it('both lead to papers that are there', () => {
  for (const file of ['leistungsbeschreibung.md', 'pilotplan.md'])
    for (const [, to = ''] of read(file).matchAll(/\]\(([^)#]+\.md)\)/g))
      expect(statSync(`docs/${to}`).isFile(), to).toBe(true)
})

it('the handbook for counselling says how long requests stay as the profile does', () => {
  const { contentDays, noShowDays } = duisburg().retention
  const said = `in Duisburg ${contentDays} Tage nach dem Termin, ${noShowDays} Tage nach einem verpassten`
  expect(read('handbuch/beratung.md').replaceAll('\n', ' ')).toContain(said)
})
