// Which seat and which time suit somebody: where their language is spoken, where a woman counsels, where the
// counsellor sits who knows them.

import type { BookableTime } from '../calendar/bookable.ts'
import type { Counsellor } from '../calendar/counsellors.ts'
import { dayOf } from '../calendar/wall-clock.ts'
import { isUnderstoodBy } from '../interpreting/understood.ts'
import type { AnswersById } from '../questionnaire/question.ts'

/** What somebody needs of who counsels them; `null` where they need nothing of the kind. */
export type Need = {
  /** a key of i18n/spoken.ts, never German */
  language: string | null
  gender: 'woman' | 'man' | null
  /** the account of the counsellor who knows them */
  staffId: string | null
}

/** Who can interpret at a time: one who is still to be ordered, one who is called when it begins; `null`: nobody. */
export type Interpreted = 'interpreter' | 'on-call' | null

/** How a time answers a need, by the seat that would be given. */
export type Fit = {
  /**
   * `interpreter`: nobody there speaks it, and one can still be ordered; `on-call`: one is called when the talk begins;
   * `unknown`: nothing is entered.
   */
  language: 'no-need' | 'spoken' | Exclude<Interpreted, null> | 'unknown' | 'nobody'
  gender: 'no-wish' | 'met' | 'unknown' | 'not-met'
  isSameCounsellor: boolean
}

/** A time with how it answers the need of who looks at it. */
export type FittingTime = { time: BookableTime; fit: Fit }

type Seats = Pick<BookableTime, 'seats' | 'counsellors'>

// Who speaks German well enough, and who brings somebody, needs nobody who speaks their language.
const NO_LANGUAGE = ['de', 'own']

/** Of somebody of whom nothing is known, or who needs nobody in particular. */
export const NO_NEED: Need = { language: null, gender: null, staffId: null }

/** What the answers of a request ask for. `staffId`: whose account took an earlier request of theirs. */
export function needOf(answers: AnswersById, staffId: string | null = null): Need {
  const { spoken, counsellor } = answers
  const language = typeof spoken === 'string' && !NO_LANGUAGE.includes(spoken) ? spoken : null
  const gender = counsellor === 'woman' || counsellor === 'man' ? counsellor : null
  return { language, gender, staffId }
}

/** Whether a language is spoken at a seat; nothing is known of a seat without an entry. */
function understands(
  counsellor: Counsellor | undefined,
  language: string,
): 'spoken' | 'unknown' | 'not-spoken' {
  if (!counsellor) return 'unknown'
  return isUnderstoodBy(counsellor.languages, language) ? 'spoken' : 'not-spoken'
}

/**
 * The seats of a time in the order in which they are given to somebody: first where their language is spoken,
 * then with the counsellor who knows them, then as they wish for a woman or a man. Among those alike
 * first the one that others need least: fewest languages beside theirs, no woman nobody here asked for, the
 * order of the rule. So nobody takes the seat with a language while one that lacks it is free.
 */
export function seatsInOrder({ seats, counsellors }: Seats, need: Need): readonly number[] {
  if (!counsellors) return seats
  const places = seats.map((seat, at) => ({
    seat,
    keys: [...orderOf(counsellors.get(seat), need), at],
  }))
  return places.sort((a, b) => byKeys(a.keys, b.keys)).map(({ seat }) => seat)
}

/** How a time answers a need. */
export function fitOf(time: Seats, need: Need, interpreted: Interpreted): Fit {
  const [seat = 0] = seatsInOrder(time, need)
  return fitAt(time.counsellors?.get(seat), need, interpreted)
}

/** The same for the one seat that somebody has. */
export function fitAt(
  counsellor: Counsellor | undefined,
  need: Need,
  interpreted: Interpreted,
): Fit {
  const { language, gender, staffId } = need
  const known = language === null ? 'spoken' : understands(counsellor, language)
  const otherwise = interpreted ?? (known === 'unknown' ? 'unknown' : 'nobody')
  return {
    language: language === null ? 'no-need' : known === 'spoken' ? 'spoken' : otherwise,
    gender: gender === null ? 'no-wish' : genderAt(counsellor, gender),
    isSameCounsellor: staffId !== null && counsellor?.staffId === staffId,
  }
}

/**
 * The times a list shows first, at most `most`: those that suit, by time, and last the soonest free one where
 * it is none of them, since anybody may take any time. Who is in a hurry, or needs nothing, has the soonest.
 */
export function inOrder(
  times: readonly BookableTime[],
  need: Need,
  how: { isUrgent: boolean; most: number; interpreted: (time: BookableTime) => Interpreted },
): FittingTime[] {
  const byTime = [...times].sort((a, b) => a.startsAt - b.startsAt)
  const fitting = (time: BookableTime) => ({ time, fit: fitOf(time, need, how.interpreted(time)) })
  if (how.isUrgent || needsNothing(need)) return byTime.slice(0, how.most).map(fitting)
  const all = byTime.map(fitting)
  // Sorting is stable: among those that suit alike the sooner stands first.
  const suiting = [...all].sort((a, b) => misfit(a.fit, need) - misfit(b.fit, need))
  const shown = suiting.slice(0, how.most)
  const [soonest] = all
  if (!soonest || shown.includes(soonest)) return shown
  return [...shown.slice(0, how.most - 1), soonest]
}

// So much later than their own centre's soonest time another centre is worth the way.
const DAYS_ELSEWHERE = 3

/**
 * The soonest time at another centre at which somebody is understood, where their own has none as soon; `null` where
 * there is none within three days after the soonest at their own. Not for who is in a hurry: they see all centres.
 * @param own the free times of their own centre
 * @param others those of the other centres
 */
export function timeElsewhere(
  own: readonly BookableTime[],
  others: readonly BookableTime[],
  need: Need,
): BookableTime | null {
  const isSpoken = (time: BookableTime) => fitOf(time, need, null).language === 'spoken'
  const soonest = soonestOf(own)
  if (need.language === null || !soonest) return null
  const [found, spoken] = [soonestOf(others.filter(isSpoken)), soonestOf(own.filter(isSpoken))]
  if (!found || dayOf(found.startsAt) > dayOf(soonest.startsAt) + DAYS_ELSEWHERE) return null
  return spoken && spoken.startsAt <= found.startsAt ? null : found
}

const soonestOf = (times: readonly BookableTime[]): BookableTime | undefined =>
  times.reduce<BookableTime | undefined>(
    (first, one) => (first && first.startsAt <= one.startsAt ? first : one),
    undefined,
  )

/** Whether nobody in particular is needed. */
export const needsNothing = ({ language, gender, staffId }: Need): boolean =>
  language === null && gender === null && staffId === null

// Whoever was asked and has promised is there; who is called may be busy. A call that is much sooner is still seen:
// the soonest time always is.
const LANGUAGE = {
  ...{ 'no-need': 0, spoken: 0, interpreter: 1, 'on-call': 2 },
  ...{ unknown: 3, nobody: 3 },
} as const

/** 0 where all is met; the language weighs more than who counsels, and that more than woman or man. */
function misfit({ language, gender, isSameCounsellor }: Fit, { staffId }: Need): number {
  const other = staffId !== null && !isSameCounsellor
  const unmet = gender === 'unknown' || gender === 'not-met'
  return LANGUAGE[language] * 4 + Number(other) * 2 + Number(unmet)
}

function genderAt(counsellor: Counsellor | undefined, wish: 'woman' | 'man'): Fit['gender'] {
  if (!counsellor?.gender) return 'unknown'
  return counsellor.gender === wish ? 'met' : 'not-met'
}

const SPOKEN = { spoken: 0, unknown: 1, 'not-spoken': 2 } as const
const GENDER = { 'no-wish': 0, met: 0, unknown: 1, 'not-met': 2 } as const

function orderOf(counsellor: Counsellor | undefined, need: Need): number[] {
  const { gender, isSameCounsellor } = fitAt(counsellor, need, null)
  const others = (counsellor?.languages ?? []).filter((one) => one !== need.language)
  return [
    need.language === null ? 0 : SPOKEN[understands(counsellor, need.language)],
    need.staffId !== null && !isSameCounsellor ? 1 : 0,
    GENDER[gender],
    others.length,
    need.gender === null && counsellor?.gender === 'woman' ? 1 : 0,
  ]
}

function byKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((key, index) => key !== b[index])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
