// The report of a quarter: what was counted by centre and carrier, each on a sheet of its own, and what it means.

import { html } from 'hono/html'
import { monthsOf } from '../../domain/figures/quarters.ts'
import type { ToldBlock } from '../../domain/figures/told-quarter.ts'
import { centreOf, type Profile } from '../../domain/profile/profile.ts'
import type { QuarterReport } from '../../flows/staff/quarter-report.ts'
import type { Frame } from '../frame/frame.ts'
import { option } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import { told } from '../frame/parts.ts'
import type { Word } from '../frame/words.ts'
import { monthName } from '../utilisation/dates.ts'
import { reportRows } from './rows.ts'

/** What is chosen, as the address has it. */
export type ReportQuery = { centre: string; body: string; line: string }

export function quarterPage(frame: Frame, report: QuarterReport, query: ReportQuery): Html {
  const { words } = frame
  const { quarter, blocks, line, profile } = report
  const csv = `/staff/quarter.csv?${new URLSearchParams({ ...query, quarter })}`
  return html`<h1>${words.navQuarter}: ${quarterName(frame, quarter)}</h1>
<p><strong>${profile.city}.</strong> ${words.contactsOnly}</p>
${filters(frame, report, query)}
${line ? lineNote(frame, line) : ''}
${blocks.length === 0 ? html`<p class="card soft">${words.quarterNone}</p>` : summary(frame, report)}
<details class="card"><summary><h2>${words.quarterDefinitions}</h2></summary><dl class="facts">${DEFINITIONS.map(
    ([term, what]) => html`<dt>${words[term]}</dt><dd>${words[what]}</dd>`,
  )}</dl><p class="hint">${words.say('quarterFew', { count: report.fewest })}</p></details>
${blocks.filter((block) => hasFigures(block)).map((block) => sheet(frame, block, report))}
<p class="no-print"><a href="${csv}">CSV</a> · ${words.printHint}</p>`
}

/** 2026-Q4 → 4. Quartal 2026 (10/2026–12/2026) */
function quarterName({ words }: Frame, quarter: string): string {
  const [year = '', nth = ''] = quarter.split('-Q')
  const [from, until] = monthsOf(quarter).map(monthName)
  return `${words.say('quarterNth', { nth, year })} (${from}–${until})`
}

export const nameOfBody = ({ bodies = [] }: Profile, id: string): string =>
  bodies.find((one) => one.id === id)?.name ?? id

const hasFigures = ({ tables, requests }: ToldBlock): boolean =>
  requests !== null || Object.values(tables).some(({ counts }) => counts.length > 0)

function lineNote({ words }: Frame, { name, status }: NonNullable<QuarterReport['line']>): Html {
  return html`<p><strong>${words.fundingLine}: ${name}</strong></p>
${status.confirmed ? '' : html`<p class="alert">${words.fundingUnconfirmed}</p>`}`
}

const DEFINITIONS: readonly [Word, Word][] = [
  ['quarterRequests', 'quarterRequestsAre'],
  ['quarterAgain', 'quarterAgainIs'],
  ['quarterSaid', 'quarterSaidIs'],
  ['urgency', 'quarterUrgencyIs'],
  ['referrals', 'quarterReferralsAre'],
  ['quarterKept', 'quarterKeptAre'],
  ['quarterCountedWhen', 'quarterCountedWhenIs'],
]

/** Every centre and carrier in a line; what is few is a star, and no sum stands below. */
function summary(frame: Frame, { blocks, profile }: QuarterReport): Html {
  const { words } = frame
  const countIn = ({ tables }: ToldBlock, kind: 'requests' | 'kept', code: string) =>
    told(tables[kind].counts.find((one) => one.code === code)?.count ?? null)
  const heads = [words.quarterRequests, words.quarterFirst, words.quarterAgain, words.quarterKept]
  return html`<section class="card"><h2>${words.quarterAll}</h2>
<div class="scroll" role="region" aria-label="${words.quarterAll}" tabindex="0"><table class="seats">
<thead><tr><th scope="col">${words.centre}</th><th scope="col">${words.body}</th>${heads.map((head) => html`<th scope="col" class="number">${head}</th>`)}</tr></thead>
<tbody>${blocks.map(
    (block) =>
      html`<tr><th scope="row">${centreOf(profile, block.centre)?.name ?? block.centre}</th><td>${nameOfBody(profile, block.body)}</td>${[told(block.requests), countIn(block, 'requests', 'first'), countIn(block, 'requests', 'again'), countIn(block, 'kept', 'kept')].map((count) => html`<td class="number">${count}</td>`)}</tr>`,
  )}</tbody></table></div></section>`
}

function sheet(frame: Frame, block: ToldBlock, { line, profile, quarter }: QuarterReport): Html {
  const { words } = frame
  const name = `${centreOf(profile, block.centre)?.name ?? block.centre}, ${nameOfBody(profile, block.body)}`
  const groups = Map.groupBy(reportRows(frame, block, line, profile), ({ as }) => as)
  return html`<section class="card own-page"><h2>${name}</h2>
<p class="hint">${quarterName(frame, quarter)}${line ? ` · ${line.name}` : ''}</p>
<div class="scroll" role="region" aria-label="${name}" tabindex="0"><table class="seats">
<thead><tr><th scope="col">${words.kind}</th><th scope="col">${words.counted}</th><th scope="col" class="number">${words.howMany}</th></tr></thead>
${[...groups].map(
  ([as, rows]) =>
    html`<tbody>${rows.map(
      ({ term, count }, nth) =>
        html`<tr>${nth === 0 ? html`<th scope="rowgroup" rowspan="${rows.length}">${as}</th>` : ''}<td>${term}</td><td class="number">${told(count)}</td></tr>`,
    )}</tbody>`,
)}</table></div></section>`
}

function filters({ words }: Frame, report: QuarterReport, query: ReportQuery): Html {
  const { quarter, quarters, centres, bodies, lines } = report
  const select = (id: string, label: string, options: Html) =>
    html`<div><label for="${id}">${label}</label><select id="${id}" name="${id}">${options}</select></div>`
  const all = (of: readonly { id: string; name: string }[], none: string, chosen: string) =>
    html`${option('all', none, chosen)}${of.map(({ id, name }) => option(id, name, chosen))}`
  return html`<form class="card filters no-print" method="get" action="/staff/quarter">
${select(
  'quarter',
  words.period,
  html`${quarters.map((one) => option(one, one.replace('-', ' '), quarter))}`,
)}
${select('centre', words.centre, all(centres, words.allCentres, query.centre))}
${select('body', words.body, all(bodies, words.allCentres, query.body))}
${select('line', words.fundingLine, all(lines, words.fundingNone, query.line))}
<button class="quiet">${words.show}</button>
</form>`
}
