// A year of each scenario, blind and by the rule.
// npm run bench -- languages        (five years each; YEARS=… for another number)

import { HOWS } from './choosing.ts'
import { type Figures, WHY_UNMET } from './figures.ts'
import { SCENARIOS } from './scenarios.ts'
import { simulate } from './simulate.ts'

const YEARS = Number(process.env['YEARS'] ?? 5)

/** What is told of a year; of one number the least and the most year are told, too. */
type Row = [name: string, of: (figures: Figures) => readonly number[]]

const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length
const percent = (part: number, all: number) => (all === 0 ? 0 : (100 * part) / all)
const shares = (parts: readonly number[], all: number) => parts.map((part) => percent(part, all))

const ROWS: readonly Row[] = [
  [
    'understood 24 h before, %',
    ({ needy }) => [percent(needy.spoken + needy.confirmed, needy.all)],
  ],
  [
    '… of those who had the appointment by then',
    ({ needy: { all, spoken, confirmed, short, shortMet } }) => [
      percent(spoken + confirmed - shortMet, all - short),
    ],
  ],
  [
    'understood 24 h before, or a service is called, %',
    ({ needy }) => [percent(needy.spoken + needy.confirmed + needy.onCall, needy.all)],
  ],
  [
    '… of those who had the appointment by then, or a service is called',
    ({ needy: { all, spoken, confirmed, onCall, short, shortMet, shortOnCall } }) => [
      percent(spoken + confirmed + onCall - shortMet - shortOnCall, all - short),
    ],
  ],
  [
    'by a colleague / by an interpreter / a service is called, %',
    ({ needy }) => shares([needy.spoken, needy.confirmed, needy.onCall], needy.all),
  ],
  ['understood at the talk, %', ({ atTalk }) => [percent(atTalk.met, atTalk.all)]],
  ['shown as confirmed too soon', ({ shownTooSoon }) => [shownTooSoon]],
  [
    'refusals: 3 working days before / later, as news / later, to whom knew of nobody yet / later, to whom none was promised',
    ({ refusals: { refused } }) => Object.values(refused),
  ],
  ['silent pools given up: the same', ({ refusals: { silent } }) => Object.values(silent)],
  [
    'heard 3 working days before: nobody yet / one is called',
    ({ heardNotYet, heardOnCall }) => [heardNotYet, heardOnCall],
  ],
  ['of them took one of the times that were named', ({ tookInstead }) => [tookInstead]],
  [
    'confirmed, and then ill',
    ({ refusals: { withdrawn } }) => [Object.values(withdrawn).reduce((sum, one) => sum + one, 0)],
  ],
  ['fees: the person cancelled in time', ({ fees }) => [fees.personInTime]],
  ['fees: too late / not needed any more', ({ fees }) => [fees.personLate, fees.notOwn]],
  ['booked of bookable, %', ({ seats }) => [percent(seats.booked, seats.bookable)]],
  [
    'wish for a woman: honoured / answered in words / silent, %',
    ({ woman }) => shares([woman.honoured, woman.inWords, woman.silent], woman.asked),
  ],
  ['honoured, and then somebody else sits there', ({ woman }) => [woman.lostLater]],
  ['days to wait, with a need / without', ({ waits }) => [mean(waits.needy), mean(waits.others)]],
  [
    'first screen has a time that suits, %',
    ({ firstScreen: { wanted, had } }) => [percent(had, wanted)],
  ],
  ['found nothing, %', ({ foundNothing, asked }) => [percent(foundNothing, asked)]],
]

function cell(years: readonly Figures[], of: Row[1]): string {
  const found = years.map(of)
  const values = (found[0] ?? []).map((_, at) => found.map((year) => year[at] ?? 0))
  const means = values.map((one) => mean(one).toFixed(1)).join(' / ')
  const [only, ...more] = values
  if (!only || more.length > 0) return means
  const [least, most] = [Math.min(...only), Math.max(...only)]
  return least === most ? means : `${means} (${least.toFixed(1)}–${most.toFixed(1)})`
}

function whyNot(years: readonly Figures[]): string {
  const all = WHY_UNMET.map((why) => {
    const is = mean(years.map(({ unmet, needy }) => percent(unmet[why], needy.all)))
    return { why, is }
  })
  const told = all.filter(({ is }) => is >= 0.1).sort((a, b) => b.is - a.is)
  return told.map(({ why, is }) => `${why} ${is.toFixed(1)}`).join(', ')
}

for (const scenario of SCENARIOS) {
  const seeds = Array.from({ length: YEARS }, (_, index) => index + 1)
  const years = HOWS.map((how) => seeds.map((seed) => simulate(scenario, seed, how)))
  console.log(
    `\n### ${scenario.name}\n\n| | ${HOWS.join(' | ')} |\n${'| --- '.repeat(HOWS.length + 1)}|`,
  )
  for (const [name, of] of ROWS)
    console.log(`| ${name} | ${years.map((one) => cell(one, of)).join(' | ')} |`)
  for (const [at, how] of HOWS.entries())
    console.log(`\nNot understood, ${how}, %: ${whyNot(years[at] ?? [])}.`)
}
