// What is counted of people by month for the whole city, as tables: few are hidden.

import { html } from 'hono/html'
import type { MonthKind, MonthRow } from '../../domain/figures/month-counts.ts'
import { centreOfSource } from '../../domain/profile/source.ts'
import { questionIn } from '../../domain/questionnaire/questionnaire.ts'
import { QUESTIONS } from '../../domain/questionnaire/questions.ts'
import { termOf } from '../../domain/questionnaire/wording.ts'
import type { Utilisation } from '../../flows/staff/utilisation.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { headingOf } from '../frame/answered.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { told } from '../frame/parts.ts'
import type { Word, Words } from '../frame/words.ts'
import { monthName } from './dates.ts'

const KIND_WORDS: Partial<Record<MonthKind, Word>> = {
  language: 'reading',
  source: 'source',
  stopped: 'stoppedAt',
  waiting: 'waitingList',
}

/** What a kind of counts is called. */
export function kindName(frame: Frame, kind: MonthKind): string {
  const counted = QUESTIONS.find((q) => q.counted === kind)
  const word = KIND_WORDS[kind]
  return counted ? headingOf(frame, counted) : word ? frame.words[word] : kind
}

/** One kind, month by month, the most counted first; nothing where none may be shown. */
export function monthTable(
  frame: Frame,
  { topics, months, known }: Utilisation,
  kind: MonthKind,
): Html {
  const { words } = frame
  const sum = ({ counts }: MonthRow) => counts.reduce<number>((all, one) => all + (one ?? 0), 0)
  const rows = topics.filter((row) => row.kind === kind).sort((a, b) => sum(b) - sum(a))
  if (rows.length === 0) return html``
  const title = kindName(frame, kind)
  return html`<section class="card"><h2>${title}</h2>
${kind === 'stopped' ? html`<p class="hint">${words.stoppedHint}</p>` : ''}
<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table class="seats">
<thead><tr><th scope="col">${title}</th>${months.map((month) => html`<th scope="col" class="number">${monthName(month)}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ code, counts }) =>
      html`<tr><th scope="row">${codeName(words, kind, code, known)}</th>${counts.map((count) => html`<td class="number">${told(count)}</td>`)}</tr>`,
  )}</tbody>
</table></div></section>`
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

/** What the counted one is called. */
export function codeName(
  words: Words,
  kind: MonthKind,
  code: string,
  known: Utilisation['known'],
): string {
  const counted = QUESTIONS.find((q) => q.counted === kind)
  if (counted) return termOf(counted, code)
  if (kind === 'language') return languageTerms.reading(code)
  if (kind === 'source') return sourceName(words, code, known)
  const word = { waiting: WAITING_WORDS[code], stopped: PLACE_WORDS[code] }[String(kind)]
  if (word) return words[word]
  return kind === 'stopped' ? (questionIn(QUESTIONS, code)?.term.de ?? code) : code
}

/** Where somebody came from: the centre whose link or poster it was, and where that stands. */
function sourceName(words: Words, code: string, centres: Utilisation['known']): string {
  if (code === 'staff') return words.sourceStaff
  const centre = centreOfSource({ centres }, code)
  if (!centre) return code
  const [, ...from] = code === centre.id ? [code] : code.split('-')
  return from.length > 0 ? `${centre.name} (${from.join('-')})` : centre.name
}
