// One bar a centre: what was planned, of that bookable, of that booked, of that used. What it shows stands beside it.

import { html } from 'hono/html'
import { percent, type Seats } from '../../domain/figures/seats.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import type { Word } from '../frame/words.ts'

/** From the widest to the narrowest, each with what it is a part of. */
const LAYERS = [
  ['planned', 'seatsPlanned', null, null],
  ['bookable', 'seatsBookable', 'planned', 'ofPlanned'],
  ['booked', 'seatsBooked', 'bookable', 'ofBookable'],
  ['attended', 'seatsUsed', 'bookable', 'ofBookable'],
] as const satisfies readonly (readonly [keyof Seats, Word, keyof Seats | null, Word | null])[]

const WIDTH = 600

export function centreBars(frame: Frame, rows: readonly (Seats & { name: string })[]): Html {
  const most = Math.max(1, ...rows.map(({ planned, booked }) => Math.max(planned, booked)))
  const across = (count: number) => Math.round((count / most) * WIDTH)
  const bar = (row: Seats) =>
    html`<svg class="seat-bar" viewBox="0 0 ${WIDTH} 24" preserveAspectRatio="none" aria-hidden="true">${LAYERS.map(
      ([layer], depth) =>
        html`<rect class="layer-${layer}" x="0" y="${depth * 3}" width="${across(row[layer])}" height="${24 - depth * 6}"/>`,
    )}</svg>`
  return html`<div class="seat-bars">${rows.map(
    (row) => html`<h3>${row.name}</h3>${bar(row)}<p class="hint">${facts(frame, row)}</p>`,
  )}</div>
<p class="legend" aria-hidden="true">${LAYERS.map(
    ([layer, word]) =>
      html`<span><svg class="key-box" viewBox="0 0 10 10"><rect class="layer-${layer}" width="10" height="10"/></svg> ${frame.words[word]}</span> `,
  )}</p>`
}

function facts({ words }: Frame, row: Seats): string {
  return LAYERS.map(([layer, word, whole, of]) => {
    const share = whole === null ? null : percent(row[layer], row[whole])
    const said = `${words[word]} ${row[layer]}`
    return share === null || of === null ? said : `${said} (${share} ${words[of]})`
  }).join(' · ')
}
