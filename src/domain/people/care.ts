// What staff may do with a request, by where it stands.

import type { ReadWords } from '../dialog/sent-words.ts'
import type { Rechtskreis } from '../questionnaire/triage.ts'
import { type Holder, may } from './rights.ts'

export const CARE_STATUSES = ['new', 'in-care', 'referred', 'closed'] as const
export type CareStatus = (typeof CARE_STATUSES)[number]

const NEXT: Record<CareStatus, readonly CareStatus[]> = {
  new: ['in-care', 'closed'],
  'in-care': ['new', 'closed'],
  referred: ['in-care', 'closed'],
  closed: ['in-care'],
}

/** Whether a request may go from one status to another; a referral sets its status by itself. */
export function mayBecome(from: CareStatus, to: CareStatus): boolean {
  return NEXT[from].includes(to)
}

/** What a person may agree to have passed on with a referral. */
export const PASSED_ON = ['contact', 'topics', 'record'] as const
export type PassedOn = (typeof PASSED_ON)[number]

export const LONGEST_NOTE = 2_000

/** What staff find of a Rechtskreis; what nobody has looked at stays a suggestion. */
export const VERDICTS = ['confirmed', 'dismissed'] as const
export type Verdict = (typeof VERDICTS)[number]

/** `by` is the name of the member of staff, `at` epoch milliseconds. */
export type Finding = { rechtskreis: Rechtskreis; verdict: Verdict; by: string; at: number }

/** What a person may answer to a referral; until then nobody has. */
export type ReferralAnswer = 'yes' | 'no'

/** What came of a referral, as staff hear of it. */
export const REFERRAL_OUTCOMES = ['arrived', 'taken-on', 'turned-down', 'not-known'] as const
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number]

/** A referral as the person is asked about it; `passes` is what would be passed on. */
export type AskedReferral = {
  id: string
  target: string
  passes: readonly PassedOn[]
  answer: ReferralAnswer | null
}

/** A referral with its answer and outcome. Instants are epoch milliseconds. */
export type Referral = AskedReferral & {
  intakeId: string
  personId: string
  madeAt: number
  answeredAt: number | null
  outcome: ReferralOutcome | null
}

/**
 * What was done about a request, with who did it. `text` is the note, the target of a referral, the
 * template of a message, or what the person answered; of a call it is empty.
 */
export type CareEntry = {
  id: string
  kind: 'note' | 'referral' | 'message' | 'reply' | 'call'
  at: number
  by: string
  text: string
  /** What the person agreed to have passed on; empty for notes. */
  agreed: readonly string[]
  /** How far a message has come; of an answer, `unread` until staff have read it; what came of a call. */
  status: string | null
  /** Of an answer: what the person reads. */
  language: string | null
  /** Of a message: what it said, under the name its template had. */
  said: (ReadWords & { name: string | null }) | null
}

/** Somebody who had an earlier request of the same person, with the rights they have today. */
export type EarlierCounsellor = Holder & { id: string }

/**
 * Who a request of a person who comes again is for: whoever had their latest one and may still take
 * it over at its centre; `null` where there is nobody.
 * @param earlier the latest first
 */
export function counsellorOnReturn(
  earlier: readonly EarlierCounsellor[],
  centre: string | null,
): string | null {
  return earlier.find((one) => may(one, 'take-over', { centre }))?.id ?? null
}
