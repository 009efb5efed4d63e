// The figures of a quarter as rows, under Lotse's names or those of a funding line: the page, the print and the table
// show the same.

import type { Shown } from '../../domain/figures/few.ts'
import {
  COUNTED_QUESTIONS,
  QUARTER_KINDS,
  type QuarterKind,
  UNSAID,
} from '../../domain/figures/quarter-counts.ts'
import type { ToldBlock } from '../../domain/figures/told-quarter.ts'
import { countOfRow, type FundingLine } from '../../domain/profile/funding.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { QUESTIONS } from '../../domain/questionnaire/questions.ts'
import { URGENCY_TERMS, type Urgency } from '../../domain/questionnaire/triage.ts'
import { codedIn } from '../../domain/questionnaire/wording.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { headingOf } from '../frame/answered.ts'
import type { Frame } from '../frame/frame.ts'
import type { Word } from '../frame/words.ts'

/** One figure; a hidden one is `null`. */
export type ReportRow = { as: string; term: string; count: Shown }

/** The rows of a centre and carrier; a kind of which nothing is told has none under Lotse's names. */
export function reportRows(
  frame: Frame,
  block: ToldBlock,
  line: FundingLine | null,
  profile: Profile,
): ReportRow[] {
  if (line === null) {
    return QUARTER_KINDS.flatMap((kind) =>
      rowsOf(frame, block, kind, kindName(frame, kind), profile),
    )
  }
  return line.rows.flatMap((row) => {
    const { kind, code } = countOfRow(row)
    if (code === null) {
      const rows = rowsOf(frame, block, kind, row.as, profile)
      return rows.length > 0 ? rows : [{ as: row.as, term: '', count: null }]
    }
    const told = block.tables[kind].counts.find((one) => one.code === code)
    const term = codeName(frame, kind, code, profile)
    return [{ as: row.as, term, count: told?.count ?? null }]
  })
}

function rowsOf(
  frame: Frame,
  block: ToldBlock,
  kind: QuarterKind,
  as: string,
  profile: Profile,
): ReportRow[] {
  const { counts, rest } = block.tables[kind]
  const { words } = frame
  const each = counts.map(({ code, count }) => {
    return { as, term: codeName(frame, kind, code, profile), count }
  })
  // Of two the rest would only say again that they are hidden.
  if (kind === 'requests') return [{ as, term: words.allTogether, count: block.requests }, ...each]
  // All of them together are the requests.
  if (each.length === 0 && rest !== null) return [{ as, term: '', count: null }]
  return rest === null ? each : [...each, { as, term: words.othersTogether, count: rest }]
}

const KIND_WORDS = {
  requests: 'quarterRequests',
  urgency: 'urgency',
  referral: 'referrals',
  kept: 'quarterKept',
} as const satisfies Partial<Record<QuarterKind, Word>>

const CODE_WORDS: Readonly<Record<string, Word>> = {
  'requests.first': 'quarterFirst',
  'requests.again': 'quarterAgain',
  'referral.office': 'offices',
  'referral.body': 'bodies',
  'referral.programme': 'programmes',
  'kept.kept': 'allTogether',
}

const questionOf = (kind: QuarterKind) =>
  kind in COUNTED_QUESTIONS
    ? QUESTIONS.find(({ id }) => id === COUNTED_QUESTIONS[kind as keyof typeof COUNTED_QUESTIONS])
    : undefined

/** What a kind of counts is called. */
export function kindName(frame: Frame, kind: QuarterKind): string {
  const q = questionOf(kind)
  return q ? headingOf(frame, q) : frame.words[KIND_WORDS[kind as keyof typeof KIND_WORDS]]
}

/** What the counted one is called. */
export function codeName(
  { words }: Frame,
  kind: QuarterKind,
  code: string,
  profile: Profile,
): string {
  if (code === UNSAID) return words.quarterUnsaid
  if (kind === 'urgency') return URGENCY_TERMS[code as Urgency] ?? code
  const q = questionOf(kind)
  if (q) return codedIn(q, code, profile, languageTerms).term
  const word = CODE_WORDS[`${kind}.${code}`]
  return word ? words[word] : code
}
