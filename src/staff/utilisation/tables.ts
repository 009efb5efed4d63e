// The tables of the hours: every percentage says out of what, and what is hidden says so.

import { html } from 'hono/html'
import { MEASURES, type Measure } from '../../domain/figures/utilisation.ts'
import {
  type Share,
  type Sum,
  type SummedRow,
  shareOf,
} from '../../domain/figures/utilisation-sums.ts'
import { questionIn } from '../../domain/questionnaire/questionnaire.ts'
import { QUESTIONS } from '../../domain/questionnaire/questions.ts'
import { termOf } from '../../domain/questionnaire/wording.ts'
import type { MonthRow, Utilisation } from '../../flows/staff/utilisation.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { headingOf } from '../frame/answered.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import type { Word, Words } from '../frame/words.ts'

export const MEASURE_WORDS = {
  attended: 'stateAttended',
  missed: 'stateMissed',
  unmarked: 'stateUnmarked',
  cancelled: 'stateCancelled',
  refilled: 'refilled',
  walkIns: 'walkIns',
} as const satisfies Record<Measure, Word>

export function countTable(
  { words }: Frame,
  first: string,
  rows: readonly SummedRow[],
  all: SummedRow,
  nameOf: (key: string) => string,
): Html {
  const heads = [
    words.seatsPlanned,
    words.seatsBookable,
    words.seatsFree,
    words.booked,
    ...MEASURES.map((measure) => words[MEASURE_WORDS[measure]]),
    words.shareCame,
    words.leadDays,
  ]
  const line = (name: string, row: SummedRow) =>
    html`<tr><th scope="row">${name}</th>${cellsOf(row).map((text) => html`<td class="number">${text}</td>`)}</tr>`
  return html`<div class="scroll" role="region" aria-label="${first}" tabindex="0"><table>
<thead><tr><th scope="col">${first}</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => line(nameOf(row.key), row))}</tbody>
<tfoot>${line(words.total, all)}</tfoot>
</table></div>`
}

function cellsOf({ planned, bookable, free, booked, sums, appointments, leadDays }: SummedRow) {
  // Seats of a time before they were written down are not known.
  const seats = planned === 0 ? ['–', '–', '–'] : [planned, bookable, between(...free)]
  return [
    ...seats.map(String),
    sumText(booked),
    ...MEASURES.map((measure) => sumText(sums[measure])),
    shareText(appointments),
    leadDays === null ? '–' : String(leadDays),
  ]
}

const between = (least: number, most: number) => (least === most ? `${least}` : `${least}–${most}`)

/** A star for each total in which something is hidden. */
function sumText({ sum, hidden }: Sum): string {
  if (hidden === 0) return String(sum)
  return sum === 0 ? '*' : `${sum} *`
}

/** 83 % (24), or from the least to the most it can be: 76–92 % (25–29). */
function shareText(share: Share): string {
  if (!share) return '–'
  const [least, most] = [share.least, share.most].map((part) => Math.round(100 * part))
  return `${between(least ?? 0, most ?? 0)} % (${between(...share.of)})`
}

const KIND_WORDS: Partial<Record<MonthRow['kind'], Word>> = {
  language: 'reading',
  source: 'source',
  stopped: 'stoppedAt',
  waiting: 'waitingList',
}

/** What is counted for the whole city, month by month; nothing where there is none of a kind. */
export function monthTable(
  frame: Frame,
  { topics, months }: Utilisation,
  kind: MonthRow['kind'],
): Html {
  const rows = topics.filter((row) => row.kind === kind)
  if (rows.length === 0) return html``
  const { words } = frame
  const word = KIND_WORDS[kind]
  const counted = QUESTIONS.find((q) => q.counted === kind)
  const title = counted ? headingOf(frame, counted) : word ? words[word] : kind
  const sums = rows.map(({ counts }) => countsSum(counts))
  const shares = kind === 'stopped'
  return html`<section class="card"><h2>${title}</h2>
${shares ? html`<p class="hint">${words.stoppedHint}</p>` : ''}
<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table>
<thead><tr><th scope="col">${title}</th>${months.map((month) => html`<th scope="col">${month.slice(5)}/${month.slice(0, 4)}</th>`)}${shares ? html`<th scope="col">${words.stoppedShare}</th>` : ''}</tr></thead>
<tbody>${rows.map(({ code, counts }, at) => {
    const [own, others] = [sums.slice(at, at + 1), sums.filter((_, index) => index !== at)]
    return html`<tr><th scope="row">${termFor(words, kind, code)}</th>${counts.map((count) => html`<td class="number">${count === null ? '*' : count}</td>`)}${own.map((sum) => (shares ? html`<td class="number">${shareText(shareOf(sum, others))}</td>` : ''))}</tr>`
  })}</tbody>
</table></div></section>`
}

function countsSum(counts: MonthRow['counts']): Sum {
  const hidden = counts.filter((count) => count === null).length
  const sum = counts.reduce<number>((all, count) => all + (count ?? 0), 0)
  return { sum, hidden, least: sum + hidden, most: sum + 4 * hidden }
}

const WAITING_WORDS: Record<string, Word> = {
  began: 'waitingBegan',
  done: 'waitingDone',
  stopped: 'waitingStopped',
}

const PLACE_WORDS: Record<string, Word> = {
  times: 'placeTimes',
  days: 'placeTimes',
  centres: 'placeTimes',
  check: 'placeCheck',
  wish: 'waitingList',
  waiting: 'waitingList',
  page: 'placePages',
  languages: 'placePages',
  people: 'placePages',
  relation: 'placePages',
  vouch: 'placePages',
  label: 'placePages',
  erase: 'placePages',
}

function termFor(words: Words, kind: MonthRow['kind'], code: string): string {
  const counted = QUESTIONS.find((q) => q.counted === kind)
  if (counted) return termOf(counted, code)
  if (kind === 'language') return languageTerms.reading(code)
  const word = { waiting: WAITING_WORDS[code], stopped: PLACE_WORDS[code] }[String(kind)]
  if (word) return words[word]
  return kind === 'stopped' ? (questionIn(QUESTIONS, code)?.term.de ?? code) : code
}
