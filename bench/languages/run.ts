// A year of each scenario, blind and by the rule, and what the goals say.
// npm run bench -- languages        (five years each; YEARS=… for another number)

import type { How } from './choosing.ts'
import { type Figures, WHY_UNMET } from './figures.ts'
import { SCENARIOS } from './scenarios.ts'
import { simulate } from './simulate.ts'

const YEARS = Number(process.env['YEARS'] ?? 5)
const HOWS: readonly How[] = ['blind', 'rule', 'at once']

type Row = [name: string, of: (figures: Figures) => number, unit: '%' | 'days' | 'a year']

const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length
const percent = (part: number, all: number) => (100 * part) / all

const ROWS: readonly Row[] = [
  [
    'understood 24 h before',
    ({ needy }) => percent(needy.spoken + needy.confirmed, needy.all),
    '%',
  ],
  [
    'the same, of those taken by then',
    ({ needy: { all, spoken, confirmed, short, shortMet } }) =>
      percent(spoken + confirmed - shortMet, all - short),
    '%',
  ],
  ['by a colleague', ({ needy }) => percent(needy.spoken, needy.all), '%'],
  ['by an interpreter', ({ needy }) => percent(needy.confirmed, needy.all), '%'],
  [
    'first screen has a time for it',
    ({ firstScreen: { wanted, had } }) => (wanted === 0 ? 0 : percent(had, wanted)),
    '%',
  ],
  ['understood at the talk', ({ atTalk }) => percent(atTalk.met, atTalk.all), '%'],
  ['booked of bookable', ({ seats }) => percent(seats.booked, seats.bookable), '%'],
  ['shown as confirmed too soon', ({ shownTooSoon }) => shownTooSoon, 'a year'],
  ['refusals known 3 working days before', ({ refusals }) => refusals.refused.early, 'a year'],
  ['refusals later, promised', ({ refusals }) => refusals.refused.latePromised, 'a year'],
  ['refusals later, not promised', ({ refusals }) => refusals.refused.lateUnpromised, 'a year'],
  ['silent pools given up in time', ({ refusals }) => refusals.silent.early, 'a year'],
  [
    'silent pools given up later, promised',
    ({ refusals }) => refusals.silent.latePromised,
    'a year',
  ],
  ['confirmed, and then ill', ({ refusals: { withdrawn } }) => sum(withdrawn), 'a year'],
  ['fees: cancelled in time', ({ fees }) => fees.personInTime, 'a year'],
  ['fees: cancelled late', ({ fees }) => fees.personLate, 'a year'],
  ['fees: not needed any more', ({ fees }) => fees.notOwn, 'a year'],
  ['wish for a woman: honoured', ({ woman }) => percent(woman.honoured, woman.asked), '%'],
  ['answered in words', ({ woman }) => percent(woman.inWords, woman.asked), '%'],
  ['silent', ({ woman }) => percent(woman.silent, woman.asked), '%'],
  ['honoured, then a colleague away', ({ woman }) => woman.lostLater, 'a year'],
  ['wait, with a need', ({ waits }) => mean(waits.needy), 'days'],
  ['wait, without', ({ waits }) => mean(waits.others), 'days'],
  ['found nothing', (of) => percent(of.foundNothing, of.asked), '%'],
]

const WHY: readonly Row[] = WHY_UNMET.map((why) => [
  why,
  ({ unmet, needy }) => percent(unmet[why], needy.all),
  '%',
])

function sum(of: Readonly<Record<string, number>>): number {
  return Object.values(of).reduce((all, one) => all + one, 0)
}

/** The mean of the years, and the least and the most of one. */
function cell(years: readonly Figures[], [, of, unit]: Row): string {
  const values = years.map(of)
  const digits = unit === 'a year' ? 0 : 1
  const [least, most] = [Math.min(...values), Math.max(...values)].map((one) => one.toFixed(digits))
  return `${mean(values).toFixed(1)} (${least}–${most})`
}

for (const scenario of SCENARIOS) {
  const seeds = Array.from({ length: YEARS }, (_, index) => index + 1)
  const years = HOWS.map((how) => seeds.map((seed) => simulate(scenario, seed, how)))
  console.log(`\n### ${scenario.name}\n\n| | ${HOWS.join(' | ')} |\n| --- | --- | --- | --- |`)
  for (const row of [...ROWS, ...WHY]) {
    const unit = row[2] === 'a year' ? '' : `, ${row[2]}`
    console.log(`| ${row[0]}${unit} | ${years.map((of) => cell(of, row)).join(' | ')} |`)
  }
}
