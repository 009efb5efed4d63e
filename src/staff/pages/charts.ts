// Charts drawn as SVG and tables on the server; each stands beside the table of its figures.

import { html } from 'hono/html'
import type { SummedRow } from '../../domain/utilisation.ts'
import type { FreeSeats } from '../../flows/staff/utilisation.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../layout.ts'

const STACK = ['attended', 'walkIns', 'missed'] as const
const HEIGHT = 160
const STEP = 24

/** One stacked bar a week: came, came without appointment, missed. */
export function bars({ words }: Frame, rows: readonly SummedRow[]): Html {
  const total = ({ sums }: SummedRow) => STACK.reduce((sum, measure) => sum + sums[measure].sum, 0)
  const highest = Math.max(1, ...rows.map(total))
  const scale = (count: number) => Math.round((count / highest) * (HEIGHT - 10))
  const words3 = {
    attended: words.stateAttended,
    walkIns: words.walkIns,
    missed: words.stateMissed,
  }
  return html`<svg class="bars" role="img" aria-label="${words.overTime}: ${words.tableBelow}" viewBox="0 0 ${rows.length * STEP + 8} ${HEIGHT + 4}" preserveAspectRatio="xMinYMid meet">
<line class="axis" x1="0" x2="${rows.length * STEP + 8}" y1="${HEIGHT}" y2="${HEIGHT}"/>
${rows.map((row, index) => {
  let top = HEIGHT
  return STACK.map((measure) => {
    const height = scale(row.sums[measure].sum)
    top -= height
    return height === 0
      ? html``
      : html`<rect class="bar-${measure}" x="${index * STEP + 6}" y="${top}" width="${STEP - 8}" height="${height}"/>`
  })
})}
</svg>
<p class="legend">${STACK.map((measure) => html`<span><svg class="key-box" viewBox="0 0 10 10" aria-hidden="true"><rect class="bar-${measure}" width="10" height="10"/></svg> ${words3[measure]}</span> `)}</p>`
}

/** Weekday by hour: how much of what can be booked is still free in the coming four weeks. */
export function comingWeek({ words, language }: Frame, cells: readonly FreeSeats[]): Html {
  if (cells.length === 0) return html`<p class="soft">${words.noTimes}</p>`
  const hours = [...new Set(cells.map(({ hour }) => hour))].sort((a, b) => a - b)
  const days = [...new Set(cells.map(({ weekday }) => weekday))].sort((a, b) => a - b)
  const cellAt = (weekday: number, hour: number) =>
    cells.find((cell) => cell.weekday === weekday && cell.hour === hour)
  return html`<div class="scroll" role="region" aria-label="${words.comingWeeks}" tabindex="0"><table class="heat">
<thead><tr><th scope="col">${words.weekday}</th>${hours.map((hour) => html`<th scope="col">${hour}–${hour + 1}</th>`)}</tr></thead>
<tbody>${days.map(
    (weekday) =>
      html`<tr><th scope="row">${weekdayName(weekday, language)}</th>${hours.map((hour) => {
        const cell = cellAt(weekday, hour)
        if (!cell || cell.of === 0) return html`<td class="number">–</td>`
        const full = Math.round(((cell.of - cell.free) / cell.of) * 4)
        return html`<td class="number heat-${full}">${cell.free}/${cell.of}</td>`
      })}</tr>`,
  )}</tbody></table></div>`
}

// 5 January 1970 was a Monday.
function weekdayName(weekday: number, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    (weekday + 3) * 86_400_000,
  )
}
