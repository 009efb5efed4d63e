// Which languages people needed and how they were understood, as tables.

import { html } from 'hono/html'
import {
  type LanguageSums,
  languageSums,
  UNDERSTANDINGS,
  type Understanding,
} from '../../domain/figures/languages.ts'
import type { RareLanguage } from '../../domain/figures/rare-languages.ts'
import { questionIn } from '../../domain/questionnaire/questionnaire.ts'
import { QUESTIONS } from '../../domain/questionnaire/questions.ts'
import { termOf } from '../../domain/questionnaire/wording.ts'
import type { Utilisation } from '../../flows/staff/utilisation.ts'
import { languageTerms } from '../../i18n/terms.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { told } from '../frame/parts.ts'
import type { Word } from '../frame/words.ts'
import { monthName, monthsIn } from './dates.ts'

export const UNDERSTANDING_WORDS = {
  matched: 'languageMatched',
  interpreted: 'languageInterpreted',
  unmet: 'languageUnmet',
  unknown: 'languageUnknown',
} as const satisfies Record<Understanding, Word>

/** What staff call a language. What is none of the known ones is an option of the question for it. */
export function languageName(key: string): string {
  const q = questionIn(QUESTIONS, 'spoken')
  const term = q ? termOf(q, key) : key
  return term === key ? languageTerms.spoken(key) : term
}

/** By language, by month and, where there are several, by centre. */
export function languageTables(
  frame: Frame,
  { languages, rare, centres, fewest, months }: Utilisation,
): Html {
  const { words } = frame
  const nameOf = (id: string) => centres.find((one) => one.id === id)?.name ?? id
  const by = (
    kind: 'language' | 'month' | 'centre',
    first: string,
    nameIt: (key: string) => string,
  ) => table(frame, first, languageSums(languages, kind), nameIt)
  return html`<section class="card"><h2>${words.languagesNeeded}</h2>
<p class="hint">${words.say('languagesHint', { count: fewest, ...monthsIn(months) })}</p>
${
  languages.length === 0
    ? html`<p class="soft">${words.languagesNone}</p>`
    : [
        by('language', words.spoken, languageName),
        by('month', words.month, monthName),
        centres.length > 1 ? by('centre', words.centre, nameOf) : '',
      ]
}
${rareTable(frame, rare)}</section>`
}

/** Those that come up too seldom for any month, the latest first. */
function rareTable({ words }: Frame, rare: readonly RareLanguage[]): Html {
  const latest = rare.toSorted((a, b) => (a.until < b.until ? 1 : a.until > b.until ? -1 : 0))
  const line = ({ language, from, until, atLeast }: RareLanguage) =>
    html`<tr><th scope="row">${languageName(language)}</th><td>${monthName(from)}–${monthName(until)}</td><td class="number">${words.say('languageAtLeast', { count: atLeast })}</td></tr>`
  return html`<h3>${words.languagesRare}</h3>
<p class="hint">${words.languagesRareHint}</p>
${
  rare.length === 0
    ? html`<p class="soft">${words.languagesRareNone}</p>`
    : html`<div class="scroll" role="region" aria-label="${words.languagesRare}" tabindex="0"><table>
<thead><tr><th scope="col">${words.spoken}</th><th scope="col">${words.period}</th><th scope="col">${words.languageAsked}</th></tr></thead>
<tbody>${latest.map(line)}</tbody>
</table></div>`
}`
}

function table(
  { words }: Frame,
  first: string,
  rows: readonly LanguageSums[],
  nameOf: (key: string) => string,
): Html {
  const heads = [
    words.languageAsked,
    ...UNDERSTANDINGS.map((one) => words[UNDERSTANDING_WORDS[one]]),
  ]
  const line = (row: LanguageSums) => {
    const counts = [row.asked, ...UNDERSTANDINGS.map((one) => row[one])]
    return html`<tr><th scope="row">${nameOf(row.key)}</th>${counts.map((count) => html`<td class="number">${told(count)}</td>`)}</tr>`
  }
  return html`<div class="scroll" role="region" aria-label="${words.languagesNeeded}: ${first}" tabindex="0"><table class="seats">
<thead><tr><th scope="col">${first}</th>${heads.map((head) => html`<th scope="col" class="number">${head}</th>`)}</tr></thead>
<tbody>${rows.map(line)}</tbody>
</table></div>`
}
