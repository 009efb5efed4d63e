// The hours in view: bars over time, the week as a heat map, each with its table.

import { html } from 'hono/html'
import { type Measure, MONTH_KINDS } from '../../domain/figures/utilisation.ts'
import { pictureOf } from '../../domain/figures/utilisation-hours.ts'
import { rowOf, summed } from '../../domain/figures/utilisation-sums.ts'
import type { Utilisation } from '../../flows/staff/utilisation.ts'
import type { Frame } from '../frame/frame.ts'
import { option } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import { bars } from './charts.ts'
import { comingWeek, weekPicture } from './heat.ts'
import { languageTables } from './languages.ts'
import { countTable, MEASURE_WORDS, monthTable } from './tables.ts'

export type UtilisationView = {
  found: Utilisation
  centre: string
  count: number
  measure: Measure
  choices: readonly { id: string; name: string }[]
}

export const PERIODS = [4, 12, 26, 52] as const

export function utilisationPage(frame: Frame, view: UtilisationView): Html {
  const { words } = frame
  const { found, centre, count, measure } = view
  const byWeek = summed(found.shown, 'week', found.weeks)
  const byCentre = summed(
    found.shown,
    'centre',
    found.centres.map(({ id }) => id),
  )
  const all = rowOf('all', found.shown)
  const query = new URLSearchParams({ centre, weeks: String(count) }).toString()
  const nameOf = (id: string) => found.centres.find((one) => one.id === id)?.name ?? id
  const tables = {
    weeks: words.perWeek,
    hours: words.perHour,
    languages: words.languagesNeeded,
    rare: words.languagesRare,
    months: words.perMonth,
  }
  return html`<h1>${words.navUtilisation}</h1>
${filters(frame, view)}
<p class="hint">${words.hiddenHint}</p>
<section class="card"><h2>${words.overTime}</h2>
${bars(frame, byWeek)}
${countTable(frame, words.week, byWeek, all, weekName)}</section>
<section class="card"><h2>${words.byCentre}</h2>${countTable(frame, words.centre, byCentre, all, nameOf)}</section>
<section class="card"><h2>${words.weekPicture}: ${words[MEASURE_WORDS[measure]]}</h2>
<p class="hint">${words.say('weekPictureHint', { day: weekName(found.blocks[0] ?? '') })}</p>
${weekPicture(frame, pictureOf(found.hours, measure))}</section>
<section class="card"><h2>${words.comingWeeks}</h2><p class="hint">${words.comingHint}</p>${comingWeek(frame, found.coming)}</section>
${languageTables(frame, found)}
${MONTH_KINDS.map((kind) => monthTable(frame, found, kind))}
<p class="no-print">CSV: ${Object.entries(tables).map(
    ([table, label]) =>
      html`<a href="/staff/utilisation.csv?${query}&amp;table=${table}">${label}</a> · `,
  )}<a href="/staff/utilisation.json?${query}">JSON</a></p>`
}

function filters({ words }: Frame, { choices, centre, count, measure }: UtilisationView): Html {
  return html`<form class="card filters no-print" method="get" action="/staff/utilisation">
<div><label for="centre">${words.centre}</label><select id="centre" name="centre">${option('all', words.allCentres, centre)}${choices.map(({ id, name }) => option(id, name, centre))}</select></div>
<div><label for="weeks">${words.period}</label><select id="weeks" name="weeks">${PERIODS.map((weeks) => option(String(weeks), words.say('lastWeeks', { count: weeks }), String(count)))}</select></div>
<div><label for="measure">${words.measure}</label><select id="measure" name="measure">${Object.entries(MEASURE_WORDS).map(([one, word]) => option(one, words[word], measure))}</select></div>
<button class="quiet">${words.show}</button>
</form>`
}

/** 2026-11-16 → 16.11.2026. */
const weekName = (monday: string) =>
  `${monday.slice(8)}.${monday.slice(5, 7)}.${monday.slice(0, 4)}`
