// What of a record goes into the case system of a carrier: field by field, in that system's order. Lotse tells of
// contacts; what becomes of a case is told there alone.

import { germanClock, germanDate } from '../calendar/german-dates.ts'
import { type CaseSystem, isSheetField, keyOf, type SheetField } from '../profile/case-systems.ts'
import { centreOf, type Profile, targetIn } from '../profile/profile.ts'
import { questionIn, wholeQuestionnaire } from '../questionnaire/questionnaire.ts'
import { becauseOf, URGENCY_TERMS } from '../questionnaire/triage.ts'
import { germanOf, type LanguageTerms, termOf } from '../questionnaire/wording.ts'
import type { CareEntry, Referral } from './care.ts'
import { RELATION_TERMS } from './party.ts'
import type { ShownIntake } from './wall.ts'

/** What a case sheet is made of, as far as whoever asks may see it. */
export type SheetSource = {
  intake: ShownIntake
  /** of its history, the latest first */
  entries: readonly CareEntry[]
  referrals: readonly Referral[]
  profile: Profile
}

/** One field of a case sheet; `codes`: of an answer that is none in words. */
export type SheetRow = {
  key: string
  label: string
  value: string
  codes: readonly string[]
  /** the answer is kept from the carrier */
  isKept: boolean
}

/** The fields that a system asks for, in its order; one that nothing is known of is empty. German. */
export function caseSheet(
  source: SheetSource,
  system: CaseSystem,
  languages: LanguageTerms,
): SheetRow[] {
  return system.fields.map((field) => {
    const { label } = field
    const key = keyOf(field)
    if (isSheetField(field.field)) {
      const value = VALUES[field.field](source, languages).join('; ')
      return { key, label, value, codes: [], isKept: false }
    }
    return { key, label, ...answered(source, field.field, languages) }
  })
}

/** The same as plain text, a line a field, to be pasted. */
export const sheetText = (rows: readonly SheetRow[]): string =>
  rows.map(({ label, value }) => `${label}: ${value}`).join('\n')

function answered({ intake, profile }: SheetSource, id: string, languages: LanguageTerms) {
  const q = questionIn(wholeQuestionnaire(profile, intake.cityQuestions), id)
  const answer = intake.answers[id]
  const codes = q && q.kind !== 'text' && answer ? [answer].flat() : []
  const value = q ? germanOf(q, answer, profile, languages).join('; ') : ''
  return { value, codes, isKept: intake.notShown.includes(id) }
}

const STATUS_TERMS = {
  new: 'neu',
  'in-care': 'in Bearbeitung',
  referred: 'verwiesen',
  closed: 'abgeschlossen',
} as const

const STATE_TERMS = {
  booked: 'gebucht',
  attended: 'wahrgenommen',
  missed: 'nicht erschienen',
  cancelled: 'abgesagt',
  unmarked: 'nicht vermerkt',
} as const

const some = (value: string | null | undefined): string[] => (value ? [value] : [])

const VALUES: Record<SheetField, (source: SheetSource, languages: LanguageTerms) => string[]> = {
  reference: ({ intake }) => [intake.ref],
  received: ({ intake }) => [germanDate(intake.submittedAt)],
  centre: ({ intake, profile }) => [nameOfCentre(profile, intake.centre)],
  carrier: ({ intake, profile }) =>
    some(profile.bodies?.find(({ id }) => id === intake.body)?.name ?? intake.body),
  'taken-by': ({ intake }) => some(intake.takenBy?.name),
  status: ({ intake }) => [STATUS_TERMS[intake.status]],
  urgency: ({ intake, profile }) => {
    const asked = wholeQuestionnaire(profile, intake.cityQuestions)
    const reasons = becauseOf(intake.answers).flatMap(({ question, code }) => {
      const q = questionIn(asked, question)
      return q ? termOf(q, code) : []
    })
    const because = reasons.length > 0 ? ` (${reasons.join(', ')})` : ''
    return [`${URGENCY_TERMS[intake.urgency]}${because}`]
  },
  reading: ({ intake }, languages) => [languages.reading(intake.language)],
  relation: ({ intake }) => some(intake.relation && RELATION_TERMS[intake.relation]),
  phone: ({ intake }) => some(intake.phone),
  appointment: ({ intake: { appointment }, profile }) =>
    appointment
      ? [
          `${germanDate(appointment.startsAt)}, ${germanClock(appointment.startsAt)}, ${nameOfCentre(profile, appointment.centre)} (${STATE_TERMS[appointment.state]})`,
        ]
      : [],
  // What nobody has looked at is a suggestion, and no finding.
  rechtskreise: ({ intake }) =>
    intake.findings.flatMap(({ verdict, rechtskreis }) =>
      verdict === 'confirmed' ? rechtskreis : [],
    ),
  // Whoever said no has nothing passed on, and the referral is none.
  referrals: ({ referrals, profile }) =>
    referrals
      .filter(({ answer }) => answer !== 'no')
      .map(
        ({ target, madeAt }) =>
          `${targetIn(profile, target)?.name ?? target} (${germanDate(madeAt)})`,
      ),
  'staff-notes': ({ entries }) =>
    entries
      .filter(({ kind }) => kind === 'note')
      .map(({ at, text }) => `${germanDate(at)}: ${text}`)
      .reverse(),
}

const nameOfCentre = (profile: Profile, id: string) => centreOf(profile, id)?.name ?? id
