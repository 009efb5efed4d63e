// The hours in view: bars over time, the coming week as a heat map, each with its table.

import { html } from 'hono/html'
import { termOf } from '../../domain/record-terms.ts'
import {
  MEASURES,
  type Measure,
  rowOf,
  type Sum,
  type SummedRow,
  summed,
} from '../../domain/utilisation.ts'
import type { MonthRow, Utilisation } from '../../flows/staff/utilisation.ts'
import { type Frame, fill } from '../frame.ts'
import type { Html } from '../layout.ts'
import { languageTerms } from '../terms.ts'
import { bars, comingWeek } from './charts.ts'

export type UtilisationView = {
  found: Utilisation
  centre: string
  count: number
  choices: readonly { id: string; name: string }[]
}

const MEASURE_WORDS = {
  attended: 'stateAttended',
  missed: 'stateMissed',
  cancelled: 'stateCancelled',
  walkIns: 'walkIns',
} as const satisfies Record<Measure, string>

export function utilisationPage(frame: Frame, view: UtilisationView): Html {
  const { words } = frame
  const { found } = view
  const byWeek = summed(found.shown, 'week', found.weeks)
  const byCentre = summed(
    found.shown,
    'centre',
    found.centres.map(({ id }) => id),
  )
  const all = rowOf('all', found.shown)
  const query = new URLSearchParams({ centre: view.centre, weeks: String(view.count) }).toString()
  const nameOf = (id: string) => found.centres.find((centre) => centre.id === id)?.name ?? id
  return html`<h1>${words.navUtilisation}</h1>
${filters(frame, view)}
<p class="hint">${words.hiddenHint}</p>
<section class="card"><h2>${words.overTime}</h2>
${bars(frame, byWeek)}
${countTable(frame, words.week, byWeek, all, weekName)}</section>
<section class="card"><h2>${words.byCentre}</h2>${countTable(frame, words.centre, byCentre, all, nameOf)}</section>
<section class="card"><h2>${words.comingWeeks}</h2><p class="hint">${words.comingHint}</p>${comingWeek(frame, found.coming)}</section>
${(['topic', 'language', 'source'] as const).map((kind) => monthTable(frame, found, kind))}
<p class="no-print"><a href="/staff/utilisation.csv?${query}">CSV</a> · <a href="/staff/utilisation.json?${query}">JSON</a></p>`
}

function filters({ words }: Frame, { choices, centre, count }: UtilisationView): Html {
  const option = (value: string, label: string, chosen: boolean) =>
    html`<option value="${value}"${chosen ? html` selected` : ''}>${label}</option>`
  return html`<form class="card filters no-print" method="get" action="/staff/utilisation">
<div><label for="centre">${words.centre}</label><select id="centre" name="centre">${option('all', words.allCentres, centre === 'all')}${choices.map(({ id, name }) => option(id, name, centre === id))}</select></div>
<div><label for="weeks">${words.period}</label><select id="weeks" name="weeks">${[4, 12, 26, 52].map((weeks) => option(String(weeks), fill(words, 'lastWeeks', weeks), weeks === count))}</select></div>
<button class="quiet">${words.show}</button>
</form>`
}

/** 2026-11-16 → 16.11. */
const weekName = (monday: string) =>
  `${monday.slice(8)}.${monday.slice(5, 7)}.${monday.slice(0, 4)}`

function countTable(
  { words }: Frame,
  first: string,
  rows: readonly SummedRow[],
  all: SummedRow,
  nameOf: (key: string) => string,
): Html {
  const line = (name: string, { sums, appointments }: SummedRow) =>
    html`<tr><th scope="row">${name}</th>${MEASURES.map((measure) => html`<td class="number">${sumText(sums[measure])}</td>`)}<td class="number">${shareText(appointments)}</td></tr>`
  return html`<div class="scroll" role="region" aria-label="${first}" tabindex="0"><table>
<thead><tr><th scope="col">${first}</th>${MEASURES.map((measure) => html`<th scope="col">${words[MEASURE_WORDS[measure]]}</th>`)}<th scope="col">${words.shareCame}</th></tr></thead>
<tbody>${rows.map((row) => line(nameOf(row.key), row))}</tbody>
<tfoot>${line(words.total, all)}</tfoot>
</table></div>`
}

/** A star for each total in which something is hidden; 1–4 where it is one count alone. */
function sumText({ sum, hidden }: Sum): string {
  if (hidden === 0) return String(sum)
  return sum === 0 ? '*' : `${sum} *`
}

/** 83 % (20/24), or from the least to the most it can be: 76–92 % (25–29). */
function shareText(share: SummedRow['appointments']): string {
  if (!share) return '–'
  const [least, most] = [share.least, share.most].map((part) => Math.round(100 * part))
  const [fewest, all] = share.of
  return least === most ? `${least} % (${all})` : `${least}–${most} % (${fewest}–${all})`
}

const KIND_WORDS = { topic: 'topics', language: 'reading', source: 'source' } as const

function monthTable(
  { words }: Frame,
  { topics, months }: Utilisation,
  kind: MonthRow['kind'],
): Html {
  const rows = topics.filter((row) => row.kind === kind)
  if (rows.length === 0) return html``
  const termFor = (code: string) =>
    kind === 'topic'
      ? termOf('topics', code)
      : kind === 'language'
        ? languageTerms.reading(code)
        : code
  return html`<section class="card"><h2>${words[KIND_WORDS[kind]]}</h2>
<div class="scroll" role="region" aria-label="${words[KIND_WORDS[kind]]}" tabindex="0"><table>
<thead><tr><th scope="col">${words[KIND_WORDS[kind]]}</th>${months.map((month) => html`<th scope="col">${month.slice(5)}/${month.slice(0, 4)}</th>`)}</tr></thead>
<tbody>${rows.map(({ code, counts }) => html`<tr><th scope="row">${termFor(code)}</th>${counts.map((count) => html`<td class="number">${count === null ? '*' : count}</td>`)}</tr>`)}</tbody>
</table></div></section>`
}
