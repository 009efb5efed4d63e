// Answers → the structured German intake record. Its zod schema is the published JSON Schema.

import * as z from 'zod'
import type { BookingState } from '../appointment/attendance.ts'
import { fitCodes, fitCodesOf } from '../interpreting/codes.ts'
import type { InterpreterOrder } from '../interpreting/order.ts'
import { type Finding, VERDICTS } from '../people/care.ts'
import { careOf, careSchema, type InCare } from '../people/care-state.ts'
import { RELATION_TERMS, type Relation } from '../people/party.ts'
import { centreOf, type Profile } from '../profile/profile.ts'
import { type RecordedVoice, SOUND_TYPES } from '../voice-message/voice-message.ts'
import { type KeptQuestion, type Questionnaire, wholeQuestionnaire } from './questionnaire.ts'
import { type Answers, QUESTIONS } from './questions.ts'
import {
  cityAnswers,
  cityQuestions,
  coded,
  fieldsOf,
  fieldValues,
  outcomeOf,
  reasonOf,
} from './record-fields.ts'
import {
  becauseOf,
  isCut,
  RECHTSKREISE,
  type Reason,
  suggestRechtskreise,
  URGENCIES,
  URGENCY_TERMS,
  type Urgency,
  urgencyOf,
} from './triage.ts'
import type { LanguageTerms } from './wording.ts'

/** Grows when a field of the record changes its meaning or goes; new fields leave it as it is. */
export const RECORD_VERSION = 1

const instant = z.iso.datetime()

/** The schema of a record in which these questions have their fields. */
const schemaOf = (questionnaire: Questionnaire) =>
  z.strictObject({
    version: z.literal(RECORD_VERSION),
    questionnaire: z.int(),
    id: z.string(),
    reference: z.string(),
    submittedAt: instant,
    centre: z.strictObject({ id: z.string(), name: z.string() }),
    readingLanguage: coded,
    /** asked over the chat of somebody else; what the person is to them */
    forAnother: coded.nullable(),
    urgency: z.strictObject({
      level: z.enum(URGENCIES),
      term: z.string(),
      because: z.array(coded),
    }),
    ...fieldsOf(questionnaire),
    /** what the city asked of its own, and was answered */
    cityQuestions,
    callBack: z
      .strictObject({ by: z.enum(['chat', 'phone']), phone: z.string().nullable() })
      .nullable(),
    appointment: z
      .strictObject({
        centre: z.string(),
        startsAt: instant,
        endsAt: instant,
        state: z.enum(['booked', 'cancelled', 'attended', 'missed', 'unmarked']),
        ...fitCodes,
      })
      .nullable(),
    /** how far its care has come; who of the staff has it is told nowhere */
    care: careSchema,
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
    /** whole, or the front alone: topic, urgency, language and time, while nobody has taken it over */
    shown: z.enum(['whole', 'front']),
    /** every question of the questionnaire and what became of it; `not-shown`: to this carrier, or not yet */
    questions: z.array(
      z.strictObject({
        id: z.string(),
        term: z.string(),
        outcome: z.enum(['answered', 'skipped', 'not-asked', 'not-shown']),
      }),
    ),
    /** what the person said instead of writing, the earliest first; to be heard at /intakes/{id}/voice/{voice} */
    voiceMessages: z.array(
      z.strictObject({
        id: z.string(),
        /** the question it answers, or what else it was said at */
        about: z.string(),
        seconds: z.int(),
        type: z.enum(SOUND_TYPES),
        receivedAt: instant,
      }),
    ),
    /** poster or link that brought the person */
    source: z.string().nullable(),
  })

export const recordSchema = schemaOf(QUESTIONS)

export type IntakeRecord = z.infer<typeof recordSchema>

/** A submitted request as it is kept. Instants are epoch ms. */
export type SubmittedIntake = {
  id: string
  ref: string
  questionnaire: number
  submittedAt: number
  centre: string
  language: string
  /** What the person is to whose chat it is; `null` where it is their own. */
  relation: Relation | null
  answers: Answers
  /** Questions of the city among the answers, as they were asked then. */
  cityQuestions: readonly KeptQuestion[]
  callBack: string | null
  phone: string | null
  source: string | null
  appointment: {
    centre: string
    startsAt: number
    endsAt: number
    /** When it was booked, moved or marked. */
    changedAt: number
    state: BookingState
  } | null
  /** Of the appointment. */
  bookingId: string | null
  /** The seat of the appointment; `null` where it has none any more. */
  seat: number | null
  /** Every order of an interpreter for the appointment, the oldest first, also for where it once was. */
  orders: readonly InterpreterOrder[]
  findings: readonly Finding[]
  voices: readonly RecordedVoice[]
}

/** What of a request whoever reads its record may see, see domain/people/wall.ts. */
type Sight = {
  urgency?: Urgency
  shown?: 'whole' | 'front'
  notShown?: readonly string[]
} & InCare

/** The record of a submitted request. */
export function recordOf(
  intake: SubmittedIntake & Sight,
  profile: Profile,
  languages: LanguageTerms,
  now: number,
): IntakeRecord {
  const { answers, appointment, bookingId, seat, orders, shown = 'whole', notShown = [] } = intake
  const level = intake.urgency ?? urgencyOf(answers)
  const questionnaire = wholeQuestionnaire(profile, intake.cityQuestions)
  const wording = { profile, languages, reading: intake.language }
  const reason = (one: Reason) => reasonOf(questionnaire, one, wording)
  const isShown = (id: string) =>
    shown === 'whole' ? !notShown.includes(id) : answers[id as keyof Answers] !== undefined
  return {
    version: RECORD_VERSION,
    questionnaire: intake.questionnaire,
    id: intake.id,
    reference: intake.ref,
    submittedAt: iso(intake.submittedAt),
    centre: { id: intake.centre, name: centreOf(profile, intake.centre)?.name ?? intake.centre },
    readingLanguage: { code: intake.language, term: languages.reading(intake.language) },
    forAnother: intake.relation && { code: intake.relation, term: RELATION_TERMS[intake.relation] },
    urgency: { level, term: URGENCY_TERMS[level], because: becauseOf(answers).map(reason) },
    ...fieldValues(questionnaire, answers, wording),
    cityQuestions: cityAnswers(questionnaire, answers, wording),
    callBack: callBackOf(intake),
    appointment: appointment && {
      centre: appointment.centre,
      startsAt: iso(appointment.startsAt),
      endsAt: iso(appointment.endsAt),
      state: appointment.state,
      ...fitCodesOf({ ...appointment, id: bookingId ?? '', seat, orders }, answers, profile, now),
    },
    care: careOf(intake, now),
    suggestedRechtskreise: suggestRechtskreise(answers).map(({ rechtskreis, because }) => ({
      rechtskreis,
      because: reason(because),
    })),
    rechtskreise: intake.findings.map(({ at, ...finding }) => ({ ...finding, at: iso(at) })),
    questions: questionnaire.map((q) => ({
      id: q.id,
      term: q.term.de,
      outcome: isShown(q.id) ? outcomeOf(q, answers) : 'not-shown',
    })),
    shown,
    voiceMessages: intake.voices.map(({ at, ...voice }) => ({ ...voice, receivedAt: iso(at) })),
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

/** In German why a request is red or orange, for lists of staff; else nothing. */
export function urgentBecause(
  answers: Answers,
  profile: Profile,
  languages: LanguageTerms,
): string[] {
  if (!isCut(answers)) return []
  const wording = { profile, languages, reading: 'de' }
  return becauseOf(answers).map((one) => reasonOf(QUESTIONS, one, wording).term)
}

const iso = (at: number): string => new Date(at).toISOString()

function callBackOf({ callBack, phone }: SubmittedIntake): IntakeRecord['callBack'] {
  return callBack === 'chat' || callBack === 'phone' ? { by: callBack, phone } : null
}
