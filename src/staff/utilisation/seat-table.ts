// The seats as a table: each percentage says out of what in the head of its column.

import { html } from 'hono/html'
import { percent, type Seats } from '../../domain/figures/seats.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import type { Word } from '../frame/words.ts'

type Column = readonly [of: keyof Seats, word: Word, whole?: keyof Seats, share?: Word]

/** The columns of a row of seats, in the table and in the file for spreadsheets. */
export const SEAT_COLUMNS: readonly Column[] = [
  ['planned', 'seatsPlanned'],
  ['bookable', 'seatsBookable', 'planned', 'ofPlanned'],
  ['booked', 'seatsBooked', 'bookable', 'ofBookable'],
  ['attended', 'seatsUsed', 'bookable', 'ofBookable'],
  ['missed', 'stateMissed', 'booked', 'ofBooked'],
  ['unmarked', 'stateUnmarked'],
  ['cancelled', 'stateCancelled'],
  ['refilled', 'refilled', 'cancelled', 'ofCancelled'],
  ['walkIns', 'withoutAppointment'],
  ['leadDays', 'leadDays'],
]

type Row = Seats & { name: string }

export function seatTable(
  { words, language }: Frame,
  first: string,
  rows: readonly Row[],
  all: Seats,
): Html {
  const number = new Intl.NumberFormat(language === 'de' ? 'de' : 'en-GB')
  const head = ([, word, , share]: Column) =>
    html`<th scope="col" class="number">${words[word]}${share ? html`<br><small>${words[share]}</small>` : ''}</th>`
  const cell = (row: Seats, [name, , whole]: Column) => {
    const count = row[name]
    const of = whole ? row[whole] : null
    const share = of === null || count === null ? null : percent(count, of)
    const known = count !== null && !(row.planned === 0 && SEATS.includes(name))
    return html`<td class="number">${known ? number.format(count) : '–'}${share === null ? '' : html` <small>${share} %</small>`}</td>`
  }
  const line = (name: string, row: Seats) =>
    html`<tr><th scope="row">${name}</th>${SEAT_COLUMNS.map((column) => cell(row, column))}</tr>`
  return html`<div class="scroll" role="region" aria-label="${first}" tabindex="0"><table class="seats">
<thead><tr><th scope="col">${first}</th>${SEAT_COLUMNS.map(head)}</tr></thead>
<tbody>${rows.map((row) => line(row.name, row))}</tbody>
<tfoot>${line(words.total, all)}</tfoot>
</table></div>`
}

// Of a time before they were written down they are not known.
const SEATS: readonly (keyof Seats)[] = ['planned', 'bookable']
