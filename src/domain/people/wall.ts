// The wall between carriers: what of a request reaches whom. Lists, pages, print, tables and the API show what
// comes out of here, and nothing else of it. Why: docs/decisions/0050.

import type { DayBooking } from '../appointment/day.ts'
import type { Profile } from '../profile/profile.ts'
import { FRONT_QUESTIONS } from '../questionnaire/needed.ts'
import type { AnswersById } from '../questionnaire/question.ts'
import { questionnaireOf } from '../questionnaire/questionnaire.ts'
import type { Answers } from '../questionnaire/questions.ts'
import { type Urgency, urgencyOf } from '../questionnaire/triage.ts'
import { TO_STAFF } from '../voice-message/voice-message.ts'
import type { CaseIntake } from './case.ts'
import { type CaseLocation, type Holder, type LeadsReach, may } from './rights.ts'

/** whole: the record · front: topic, urgency, language and time, until it is taken over. */
export type Shown = 'whole' | 'front'

/** A request as far as somebody may see it; `notShown`: questions whose answers are kept from their carrier. */
export type ShownIntake = CaseIntake & { shown: Shown; notShown: readonly string[] }

/** An appointment as far as somebody may see it; `seat`: another carrier has its request. */
export type ShownBooking = DayBooking & { shown: Shown | 'seat' }

/** How far leads reach in this city. */
export const leadsReachOf = ({ walls }: Pick<Profile, 'walls'>): LeadsReach =>
  walls?.leads ?? 'body'

/** How much of a request somebody may see; `null`: nothing. */
export function viewOf(holder: Holder, location: CaseLocation, leads: LeadsReach): Shown | null {
  if (may(holder, 'see-records', location, leads)) return 'whole'
  return may(holder, 'take-over', location, leads) ? 'front' : null
}

/** Ids of the questions whose answers a carrier never sees, with those asked because of these answers. */
export function notShownTo(body: string | null, profile: Profile): readonly string[] {
  const hidden = new Set(
    (profile.walls?.notShown ?? [])
      .filter(({ bodies }) => body !== null && bodies.includes(body))
      .map(({ question }) => question),
  )
  if (hidden.size === 0) return []
  for (const { id, when } of questionnaireOf(profile)) {
    if (when.some(({ question }) => hidden.has(question))) hidden.add(id)
  }
  return [...hidden]
}

/** A request as the holder may see it; `null` where they may not. */
export function shownTo(holder: Holder, intake: CaseIntake, profile: Profile): ShownIntake | null {
  const shown = viewOf(holder, intake, leadsReachOf(profile))
  if (shown === null) return null
  const notShown = notShownTo(holder.body, profile)
  const seen = { ...intake, ...answersShownTo(intake, notShown), notShown, shown }
  const findings = intake.findings.filter(({ at }) => !isBehind(holder, intake, at, profile))
  // Who had their earlier request, and with which carrier, is nobody else's.
  const takenBy = intake.body !== null || isOwn(holder, intake.takenBy) ? intake.takenBy : null
  const voices = intake.voices.filter((voice) => isHeardBy(holder, intake, voice, profile))
  const calls = intake.calls.filter(({ at }) => !isBehind(holder, intake, at, profile))
  if (shown === 'whole') return { ...seen, findings, takenBy, voices, calls }
  return { ...seen, ...FRONT_ONLY, takenBy, answers: pick(seen.answers, FRONT_QUESTIONS) }
}

/** The same of the requests of a list; what is not theirs is not in it. */
export const allShownTo = (
  holder: Holder,
  intakes: readonly CaseIntake[],
  profile: Profile,
): ShownIntake[] => intakes.flatMap((intake) => shownTo(holder, intake, profile) ?? [])

/**
 * Whether what staff wrote at an instant stays with the carrier they wrote it for: the person has gone to another
 * centre by themselves since.
 */
export function isBehind(
  holder: Holder,
  { walledAt, walledFor }: Pick<CaseIntake, 'walledAt' | 'walledFor'>,
  at: number,
  profile: Profile,
): boolean {
  if (walledAt === null || at >= walledAt) return false
  const isWide = holder.role === 'lead' && leadsReachOf(profile) === 'centre'
  return !isWide && (walledFor === null || walledFor !== holder.body)
}

/**
 * Whether somebody who sees the whole request hears what was said in it: no answer that is kept from their carrier,
 * and nothing said to staff of a carrier that the person has left.
 */
export function isHeardBy(
  holder: Holder,
  intake: Pick<CaseIntake, 'walledAt' | 'walledFor'>,
  { about, at }: { about: string; at: number },
  profile: Profile,
): boolean {
  if (notShownTo(holder.body, profile).includes(about)) return false
  return about !== TO_STAFF || !isBehind(holder, intake, at, profile)
}

/**
 * An appointment as the holder may see it: of what another carrier has, that the seat is taken, with time, language
 * and code; its id is for the audit alone. `null` where none of its centre are theirs.
 */
export function bookingShownTo(
  holder: Holder,
  booking: DayBooking,
  profile: Profile,
): ShownBooking | null {
  const { centre, body, intake } = booking
  if (holder.body === null || !holder.centres.includes(centre)) return null
  if (!intake) return { ...booking, shown: 'whole' }
  const { urgency } = intake
  const shown = viewOf(holder, { centre, body, urgency }, leadsReachOf(profile)) ?? 'seat'
  const seen = { ...intake, ...answersShownTo(intake, notShownTo(holder.body, profile)) }
  const counsellor = body !== null || isOwn(holder, intake.counsellor) ? intake.counsellor : null
  if (shown === 'whole') return { ...booking, shown, intake: { ...seen, counsellor } }
  if (shown === 'front') {
    const answers = pick(seen.answers, FRONT_QUESTIONS)
    return { ...booking, shown, intake: { ...seen, ...UNSEEN, counsellor, answers } }
  }
  const answers = pick(seen.answers, ['spoken'])
  const guest = {
    ...UNSEEN,
    id: intake.id,
    language: intake.language,
    urgency: 'green',
    counsellor: null,
  }
  return { ...booking, shown, ...OF_A_SEAT, intake: { ...guest, urgency: 'green', answers } }
}

const isOwn = (holder: Holder, colleague: { body: string | null } | null) =>
  colleague !== null && colleague.body === holder.body

const UNSEEN = {
  reach: { channels: [], unreachable: null, hasPhone: false, unread: false },
} as const

const FRONT_ONLY = {
  ...UNSEEN,
  ...{ callBack: null, phone: null, source: null, relation: null, unreachable: null },
  ...{ cityQuestions: [], findings: [], voices: [], calls: [], followUp: null },
} as const

const OF_A_SEAT = { answer: null, orders: [] } as const

const pick = (answers: AnswersById, ids: readonly string[]) =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => ids.includes(id))) as Answers

/** Answers without the hidden ones. A paper alone can make a request yellow: then the colour would tell of it. */
export function answersShownTo(
  { urgency, answers }: { urgency: Urgency; answers: AnswersById },
  hidden: readonly string[],
) {
  const left = pick(
    answers,
    Object.keys(answers).filter((id) => !hidden.includes(id)),
  )
  return { answers: left, urgency: urgency === 'yellow' ? urgencyOf(left) : urgency }
}
