// Answers → the structured German intake record. Its zod schema is the published JSON Schema.

import * as z from 'zod'
import type { BookingState } from '../appointment/attendance.ts'
import { type Finding, VERDICTS } from '../people/care.ts'
import type { Profile } from '../profile/profile.ts'
import { type Answer, type Answers, asked, QUESTIONS, type QuestionId } from './questions.ts'
import { nameOf, termOf, URGENCY_TERMS } from './record-terms.ts'
import { RECHTSKREISE, suggestRechtskreise, URGENCIES, urgencyOf } from './triage.ts'

/** Grows when a field of the record changes its meaning or goes; new fields leave it as it is. */
export const RECORD_VERSION = 1

const coded = z.strictObject({ code: z.string(), term: z.string() })
const language = z.strictObject({ code: z.string(), term: z.string() })
const instant = z.iso.datetime()

export const recordSchema = z.strictObject({
  version: z.literal(RECORD_VERSION),
  questionnaire: z.int(),
  id: z.string(),
  reference: z.string(),
  submittedAt: instant,
  centre: z.strictObject({ id: z.string(), name: z.string() }),
  /** first name or alias, as the person wishes to be addressed; never checked against a paper */
  addressAs: z.string().nullable(),
  readingLanguage: language,
  spokenLanguage: language.nullable(),
  urgency: z.strictObject({
    level: z.enum(URGENCIES),
    term: z.string(),
    because: z.array(coded),
  }),
  topics: z.array(coded),
  district: coded.nullable(),
  part: coded.nullable(),
  ageBand: coded.nullable(),
  residenceDocument: coded.nullable(),
  household: coded.nullable(),
  germanLevel: coded.nullable(),
  counsellorWish: coded.nullable(),
  needs: z.array(coded),
  /** in the original; nothing in it has been translated */
  note: z.strictObject({ text: z.string(), language: z.string() }).nullable(),
  callBack: z
    .strictObject({ by: z.enum(['chat', 'phone']), phone: z.string().nullable() })
    .nullable(),
  appointment: z
    .strictObject({
      centre: z.string(),
      startsAt: instant,
      endsAt: instant,
      state: z.enum(['booked', 'cancelled', 'attended', 'missed', 'unmarked']),
    })
    .nullable(),
  /** suggestions with their reason; nothing is decided before staff confirm it */
  suggestedRechtskreise: z.array(
    z.strictObject({ rechtskreis: z.enum(RECHTSKREISE), because: coded }),
  ),
  /** what staff found: suggestions they confirmed or dismissed, and what they added themselves */
  rechtskreise: z.array(
    z.strictObject({
      rechtskreis: z.enum(RECHTSKREISE),
      verdict: z.enum(VERDICTS),
      by: z.string(),
      at: instant,
    }),
  ),
  /** every question of the questionnaire and what became of it */
  questions: z.array(
    z.strictObject({
      id: z.string(),
      term: z.string(),
      outcome: z.enum(['answered', 'skipped', 'not-asked']),
    }),
  ),
  /** poster or link that brought the person */
  source: z.string().nullable(),
})

export type IntakeRecord = z.infer<typeof recordSchema>

/** A submitted request as it is kept. Instants are epoch ms. */
export type SubmittedIntake = {
  id: string
  ref: string
  questionnaire: number
  submittedAt: number
  centre: string
  language: string
  answers: Answers
  callBack: string | null
  phone: string | null
  source: string | null
  appointment: {
    centre: string
    startsAt: number
    endsAt: number
    state: BookingState
  } | null
  findings: readonly Finding[]
}

/** German names of the languages people read and speak, by key. */
export type LanguageTerms = {
  reading: (key: string) => string
  spoken: (key: string) => string
}

/** The record of a submitted request. */
export function recordOf(
  intake: SubmittedIntake,
  profile: Profile,
  languages: LanguageTerms,
): IntakeRecord {
  const { answers, appointment } = intake
  const one = (id: QuestionId) => codedAnswer(id, answers[id])
  const level = urgencyOf(answers)
  const spoken = text(answers.spoken)
  const note = text(answers.note)
  return {
    version: RECORD_VERSION,
    questionnaire: intake.questionnaire,
    id: intake.id,
    reference: intake.ref,
    submittedAt: iso(intake.submittedAt),
    centre: { id: intake.centre, name: centreName(profile, intake.centre) },
    addressAs: text(answers.alias),
    readingLanguage: { code: intake.language, term: languages.reading(intake.language) },
    spokenLanguage: spoken === null ? null : { code: spoken, term: languages.spoken(spoken) },
    urgency: { level, term: URGENCY_TERMS[level], because: becauseOf(answers) },
    topics: codedList('topics', answers.topics),
    district: districtOf(profile, answers.district),
    part: partOf(profile, answers.part),
    ageBand: one('age'),
    residenceDocument: one('document'),
    household: one('household'),
    germanLevel: one('german'),
    counsellorWish: one('counsellor'),
    needs: codedList('needs', answers.needs),
    note: note === null ? null : { text: note, language: intake.language },
    callBack: callBackOf(intake),
    appointment: appointment && {
      centre: appointment.centre,
      startsAt: iso(appointment.startsAt),
      endsAt: iso(appointment.endsAt),
      state: appointment.state,
    },
    suggestedRechtskreise: suggestRechtskreise(answers).map(({ rechtskreis, because }) => ({
      rechtskreis,
      because: codedKey(because.key),
    })),
    rechtskreise: intake.findings.map(({ at, ...finding }) => ({ ...finding, at: iso(at) })),
    questions: QUESTIONS.map(({ id }) => ({
      id,
      term: nameOf(id),
      outcome: outcomeOf(id, answers),
    })),
    source: intake.source,
  }
}

/**
 * The record as JSON Schema (draft 2020-12), for those who take it over; published as
 * `docs/schema/intake.v1.schema.json`.
 */
export function recordJsonSchema(): object {
  const id = `urn:lotse:intake:v${RECORD_VERSION}`
  return { $id: id, title: 'Intake record of Lotse', ...z.toJSONSchema(recordSchema) }
}

const iso = (at: number): string => new Date(at).toISOString()
const text = (answer: Answer | undefined): string | null =>
  typeof answer === 'string' && answer !== '' ? answer : null

function codedAnswer(id: QuestionId, answer: Answer | undefined) {
  return typeof answer === 'string' ? { code: answer, term: termOf(id, answer) } : null
}

function codedList(id: QuestionId, answer: Answer | undefined) {
  return Array.isArray(answer) ? answer.map((code) => ({ code, term: termOf(id, code) })) : []
}

/** `questions.<id>.option.<code>`, the key that triage gives as its reason. */
function codedKey(key: string) {
  const [, id = '', , ...code] = key.split('.')
  return { code: code.join('.'), term: termOf(id, code.join('.')) }
}

function becauseOf(answers: Answers) {
  const because = answers.urgent === 'danger' ? [codedAnswer('urgent', 'danger')] : []
  because.push(codedAnswer('reason', answers.reason))
  if (answers.document === 'section-104c') because.push(codedAnswer('document', answers.document))
  return because.filter((reason) => reason !== null)
}

function centreName(profile: Profile, id: string): string {
  return profile.centres.find((centre) => centre.id === id)?.name ?? id
}

function districtOf(profile: Profile, answer: Answer | undefined) {
  if (typeof answer !== 'string') return null
  const name = profile.districts.find(({ id }) => id === answer)?.name
  return { code: answer, term: name ?? termOf('district', answer) }
}

function partOf(profile: Profile, answer: Answer | undefined) {
  if (typeof answer !== 'string') return null
  const parts = profile.districts.flatMap((district) => district.parts)
  return {
    code: answer,
    term: parts.find((part) => String(part.number) === answer)?.name ?? answer,
  }
}

function callBackOf({ callBack, phone }: SubmittedIntake): IntakeRecord['callBack'] {
  return callBack === 'chat' || callBack === 'phone' ? { by: callBack, phone } : null
}

function outcomeOf(id: QuestionId, answers: Answers): 'answered' | 'skipped' | 'not-asked' {
  const applies = (['A', 'B'] as const).some((level) =>
    asked(level, answers).some((question) => question.id === id),
  )
  const answer = answers[id]
  if (answer === undefined || !(applies || answer)) return 'not-asked'
  return answer === null || answer.length === 0 ? 'skipped' : 'answered'
}
