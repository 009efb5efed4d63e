// A chart drawn as SVG on the server; it stands beside the table of its figures.

import { html } from 'hono/html'
import type { SummedRow } from '../../domain/figures/utilisation-sums.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'

const STACK = ['attended', 'walkIns', 'unmarked', 'missed'] as const
const HEIGHT = 160
const STEP = 24

/** One stacked bar a week: came, came without appointment, not marked, missed. */
export function bars({ words }: Frame, rows: readonly SummedRow[]): Html {
  const total = ({ sums }: SummedRow) => STACK.reduce((sum, measure) => sum + sums[measure].sum, 0)
  const highest = Math.max(1, ...rows.map(total))
  const scale = (count: number) => Math.round((count / highest) * (HEIGHT - 10))
  const names = {
    attended: words.stateAttended,
    walkIns: words.walkIns,
    unmarked: words.stateUnmarked,
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
<p class="legend">${STACK.map((measure) => html`<span><svg class="key-box" viewBox="0 0 10 10" aria-hidden="true"><rect class="bar-${measure}" width="10" height="10"/></svg> ${names[measure]}</span> `)}</p>`
}
