// The hours in view: what matters in two sentences, then pictures, each with its table.

import { html } from 'hono/html'
import { addDays, dateOf } from '../../domain/calendar/wall-clock.ts'
import { MONTH_KINDS } from '../../domain/figures/month-counts.ts'
import { type Measure, seatsBy, seatsOf } from '../../domain/figures/seats.ts'
import { COMPARED_WEEKS, type Utilisation } from '../../flows/staff/utilisation.ts'
import type { Frame } from '../frame/frame.ts'
import { option } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import type { Word } from '../frame/words.ts'
import { centreBars } from './centre-bars.ts'
import { TABLES } from './csv-tables.ts'
import { fullDate, monthsIn } from './dates.ts'
import { comingWeek, weekPicture } from './heat.ts'
import { languageTables } from './languages.ts'
import { monthTable } from './people-tables.ts'
import { seatTable } from './seat-table.ts'
import { changed, lastWeek, roomOf } from './sentence.ts'
import { weekColumns } from './week-columns.ts'

export type UtilisationView = {
  found: Utilisation
  centre: string
  count: number
  measure: Measure
  choices: readonly { id: string; name: string }[]
  now: number
}

export const PERIODS = [4, 12, 26, 52] as const

const MEASURE_WORDS = {
  booked: 'seatsBooked',
  attended: 'seatsUsed',
  missed: 'stateMissed',
  cancelled: 'stateCancelled',
  refilled: 'refilled',
  walkIns: 'withoutAppointment',
} as const satisfies Record<Measure, Word>

export function utilisationPage(frame: Frame, view: UtilisationView): Html {
  const { words } = frame
  const { found, centre, count, measure } = view
  const { seats, weeks, centres } = found
  const inWeeks = seats.filter(({ week }) => weeks.includes(week))
  const names = centres.map(({ id, name }) => [id, name] as const)
  const byWeek = seatsBy(inWeeks, ({ week }) => week, weeks)
  const byCentre = seatsBy(
    inWeeks,
    (row) => row.centre,
    names.map(([id]) => id),
  ).map((row) => ({ ...row, name: new Map(names).get(row.key) ?? row.key }))
  const all = seatsOf(inWeeks)
  const query = new URLSearchParams({ centre, weeks: String(count) }).toString()
  return html`<h1>${words.navUtilisation}</h1>
${atAGlance(frame, view)}
${filters(frame, view)}
<section class="card"><h2>${words.byCentre}</h2><p class="hint">${words.byCentreHint}</p>
${centreBars(frame, byCentre)}
${seatTable(frame, words.centre, byCentre, all)}</section>
<section class="card"><h2>${words.overTime}</h2><p class="hint">${words.overTimeHint}</p>
${weekColumns(frame, byWeek)}
${seatTable(
  frame,
  words.week,
  byWeek.map((row) => ({ ...row, name: fullDate(row.key) })),
  all,
)}</section>
<section class="card"><h2>${words.weekPicture}: ${words[MEASURE_WORDS[measure]]}</h2>
${found.hours.length > 0 ? html`<p class="hint">${words.say('weekPictureHint', daysOf(found))}</p>` : ''}
${weekPicture(frame, found.hours, measure)}</section>
<section class="card"><h2>${words.comingWeeks}</h2><p class="hint">${words.comingHint}</p>${comingWeek(frame, found.coming)}</section>
<p class="hint">${words.say('fewHint', { count: found.fewest })}</p>
${languageTables(frame, found)}
<p class="hint">${words.say('monthsHint', monthsIn(found.months))}</p>
${MONTH_KINDS.map((kind) => monthTable(frame, found, kind))}
<p class="no-print">CSV: ${Object.entries(TABLES).map(
    ([table, { word }]) =>
      html`<a href="/staff/utilisation.csv?${query}&amp;table=${table}">${words[word]}</a> · `,
  )}<a href="/staff/utilisation.json?${query}">JSON</a></p>`
}

/** The first and the last day of the stretches that the picture of the week is made of. */
const daysOf = ({ blocks }: Utilisation) => ({
  from: fullDate(blocks[0] ?? ''),
  until: fullDate(addDays(blocks.at(-1) ?? '', 27)),
})

function atAGlance(frame: Frame, { found, now }: UtilisationView): Html {
  const { seats, next, centres } = found
  const weeks = [...new Set(seats.map(({ week }) => week)), found.weeks.at(-1) ?? '']
  const inOrder = [...new Set(weeks)].sort().slice(-1 - COMPARED_WEEKS)
  const byWeek = seatsBy(seats, ({ week }) => week, inOrder)
  const last = seatsOf(seats.filter(({ week }) => week === found.weeks.at(-1)))
  return html`<section class="card glance" aria-label="${frame.words.atAGlance}">
<p class="lead">${lastWeek(frame, last)} ${roomOf(frame, next, centres, dateOf(now))}</p>
<p>${changed(frame, byWeek)}</p></section>`
}

function filters({ words }: Frame, { choices, centre, count, measure }: UtilisationView): Html {
  return html`<form class="card filters no-print" method="get" action="/staff/utilisation">
<div><label for="centre">${words.centre}</label><select id="centre" name="centre">${option('all', words.allCentres, centre)}${choices.map(({ id, name }) => option(id, name, centre))}</select></div>
<div><label for="weeks">${words.period}</label><select id="weeks" name="weeks">${PERIODS.map((weeks) => option(String(weeks), words.say('lastWeeks', { count: weeks }), String(count)))}</select></div>
<div><label for="measure">${words.measure}</label><select id="measure" name="measure">${Object.entries(MEASURE_WORDS).map(([one, word]) => option(one, words[word], measure))}</select></div>
<button class="quiet">${words.show}</button>
</form>`
}
