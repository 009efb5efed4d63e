// A column a week: what was in its bookable seats, with an axis. The table below has the figures.

import { html } from 'hono/html'
import { type Seats, unused } from '../../domain/figures/seats.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { shortDate } from './dates.ts'

// From the axis upwards; what has no colour of its own has a pattern, to be told apart without colour.
const STACK = [
  ['attended', 'seatsUsed', ''],
  ['unmarked', 'stateUnmarked', 'url(#dots)'],
  ['missed', 'stateMissed', 'url(#lines)'],
  ['unused', 'seatsUnused', ''],
] as const
const filled = (pattern: string) => (pattern ? html` fill="${pattern}"` : '')
const [WIDTH, HEIGHT, LEFT, TOP] = [660, 180, 36, 10]
const MOST_LABELS = 13

/** Steps of an axis that end at or above `most`: four or five of a round number. */
export function ticksUpTo(most: number): number[] {
  const rough = Math.max(1, most) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? 1)
  const steps = Math.max(1, Math.ceil(most / step))
  return Array.from({ length: steps + 1 }, (_, at) => at * step)
}

const heightsOf = (row: Seats) => ({ ...row, unused: unused(row) })

export function weekColumns({ words }: Frame, weeks: readonly (Seats & { key: string })[]): Html {
  const rows = weeks.map(heightsOf)
  const totals = rows.map((row) => STACK.reduce((sum, [name]) => sum + row[name], 0))
  const ticks = ticksUpTo(Math.max(0, ...totals))
  const scale = HEIGHT / (ticks.at(-1) ?? 1)
  const step = (WIDTH - LEFT) / Math.max(1, rows.length)
  const each = Math.ceil(rows.length / MOST_LABELS)
  const bottom = TOP + HEIGHT
  const column = (row: (typeof rows)[number], at: number) => {
    let top = bottom
    return STACK.map(([name, , pattern]) => {
      const height = row[name] * scale
      top -= height
      if (height === 0) return ''
      return html`<rect class="part-${name}"${filled(pattern)} x="${round(LEFT + at * step + step * 0.14)}" y="${round(top)}" width="${round(step * 0.72)}" height="${round(height)}"/>`
    })
  }
  return html`<div class="scroll" role="region" aria-label="${words.overTime}" tabindex="0"><svg class="week-columns" role="img" aria-label="${words.overTime}: ${words.tableBelow}" viewBox="0 0 ${WIDTH} ${bottom + 24}">
${patterns}
${ticks.map((tick) => {
  const y = round(bottom - tick * scale)
  return html`<line class="axis" x1="${LEFT}" x2="${WIDTH}" y1="${y}" y2="${y}"/><text class="tick" x="${LEFT - 6}" y="${y + 4}" text-anchor="end">${tick}</text>`
})}
${rows.map(column)}
${weeks.map(({ key }, at) =>
  (rows.length - 1 - at) % each === 0
    ? html`<text class="tick" x="${round(LEFT + (at + 0.5) * step)}" y="${bottom + 16}" text-anchor="middle">${shortDate(key)}</text>`
    : '',
)}
</svg></div>
<p class="legend" aria-hidden="true">${STACK.map(
    ([name, word, pattern]) =>
      html`<span><svg class="key-box" viewBox="0 0 10 10"><rect class="part-${name}"${filled(pattern)} width="10" height="10"/></svg> ${words[word]}</span> `,
  )}</p>`
}

const round = (size: number) => Math.round(size * 10) / 10

const patterns = html`<defs><pattern id="lines" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="under-missed" width="5" height="5"/><line class="over-missed" x1="0" x2="0" y1="0" y2="5"/></pattern><pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="under-unmarked" width="5" height="5"/><circle class="over-unmarked" cx="2.5" cy="2.5" r="1.2"/></pattern></defs>`
