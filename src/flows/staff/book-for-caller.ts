// The second and third door: staff book for somebody on the telephone or at the counter.

import type { Deps } from '../../deps.ts'
import { seatAt } from '../../domain/appointment/appointment.ts'
import { needOf } from '../../domain/appointment/language-fit.ts'
import { referenceCode } from '../../domain/appointment/reference-code.ts'
import { makingWay } from '../../domain/appointment/transitions.ts'
import type { BookableTime } from '../../domain/calendar/bookable.ts'
import { doorSentence } from '../../domain/dialog/show/appointment.ts'
import type { Text } from '../../domain/dialog/text.ts'
import { countsOfRequest } from '../../domain/figures/request-counts.ts'
import { type Centre, centreOf } from '../../domain/profile/profile.ts'
import { reason } from '../../domain/questionnaire/first-questions.ts'
import {
  otherLanguage,
  spoken as spokenQuestion,
} from '../../domain/questionnaire/place-questions.ts'
import { apart } from '../../domain/questionnaire/questionnaire.ts'
import {
  type Answers,
  QUESTIONNAIRE_VERSION,
  QUESTIONS,
} from '../../domain/questionnaire/questions.ts'
import { urgencyOf } from '../../domain/questionnaire/triage.ts'
import { germanOf, type LanguageTerms } from '../../domain/questionnaire/wording.ts'
import { erasePerson } from '../appointment/book-slot.ts'
import { offered } from '../appointment/free-times.ts'
import { currentCity } from '../city.ts'
import { type Actor, mayHere, noteDown } from './actor.ts'
import { staffTimes } from './change-booking.ts'
import { locationOf } from './read-record.ts'
import type { WorkOutcome } from './work-on-record.ts'

const MOST_CODES = 5

/** `staff`: for a caller. `walk-in`: at the door, where the walk-in quota may be used. */
export const DOORS = ['staff', 'walk-in'] as const
export type Door = (typeof DOORS)[number]

const REASONS = reason.options.list.map(({ code }) => code)
/** What can be said of how urgent it is: as in the talk, the reason in the place of "yes". */
export const CALLER_URGENCIES = ['no', 'danger', ...REASONS] as const
export type CallerUrgency = (typeof CALLER_URGENCIES)[number]

/** Somebody without a chat. `id` was drawn when the form was shown, so that it books once. */
export type CallerWish = {
  id: string
  door: Door
  centre: string
  startsAt: number
  /** For reading, on the slip; and for speaking in the room. */
  language: string
  spoken: string
  /** In words, where `spoken` is none of the known ones; kept sealed as long as the telephone number. */
  otherLanguage?: string
  /** `no`, `danger`, or the code of the reason why it is urgent. */
  urgent: CallerUrgency
  topics: readonly string[]
  alias?: string
  /** Kept sealed, and only until the day of the appointment is over. */
  phone?: string
}

/** The times for somebody on the telephone or at the counter, at one of the actor's centres; see {@link staffTimes}. */
export async function timesForCallers(
  deps: Deps,
  actor: Actor,
  { centre: asked, door, at }: { centre: string; door: Door; at: number | null },
): Promise<{
  centre: Centre
  centres: readonly Centre[]
  times: readonly BookableTime[]
} | null> {
  const city = await currentCity(deps)
  const centres = city.profile.centres.filter(({ id }) => actor.centres.includes(id))
  const centre = centres.find(({ id }) => id === asked) ?? centres[0]
  if (!centre) return null
  return { centre, centres, times: await staffTimes(deps, city, centre.id, { audience: door, at }) }
}

/**
 * Books with the same statement as everybody else's booking. May run twice. A time that somebody
 * else has taken meanwhile leaves nothing behind.
 */
export async function bookForCaller(
  deps: Deps,
  actor: Actor,
  wish: CallerWish,
): Promise<WorkOutcome> {
  const { id, centre } = wish
  if (!(await mayHere(deps, actor, 'change-booking', id, { centre }))) return 'unknown'
  const city = await currentCity(deps)
  if (!centreOf(city.profile, centre)) return 'unknown'
  const known = await deps.store.staff.intakes.find(id)
  // The id comes with the form: it must not reach anybody else's request.
  const own = known === null || known.personId === id
  // A form sent again after it seemed not to arrive: with another name or number it would change nothing.
  if (known && !(own && (await mayHere(deps, actor, 'change-booking', id, locationOf(known))))) {
    return 'unknown'
  }
  // A form sent again after it seemed not to arrive: another name or number would be dropped without a word.
  if (known?.appointment && (known.phone ?? '') !== (wish.phone ?? '')) return 'changed'
  if (known?.appointment && (known.answers['alias'] ?? '') !== (wish.alias ?? '')) return 'changed'
  const now = deps.clock.now()
  const time = offered(city, centre, wish.startsAt, now, wish.door)
  if ('not' in time) return 'not-now'
  if (!(await deps.store.people.writeDown(id, wish.language, now))) return 'unknown'
  const ref = known?.ref ?? (await writeDown(deps, actor, wish, now))
  const who = { id, ref, personId: id, intakeId: id, remind: false, channel: 'staff' } as const
  const booking = {
    ...seatAt(centre, time, needOf(answersOf(wish))),
    ...who,
    by: `staff:${actor.id}`,
  } as const
  const booked = await deps.store.appointments.book(booking, makingWay(now), now)
  if ('not' in booked) {
    // Sent once more with another time, the form leaves the first appointment as it is.
    if (!known?.appointment) await erasePerson(deps, id)
    return 'changed'
  }
  await noteDown(deps, actor, 'book', { subject: id, centre })
  return 'done'
}

/**
 * What is printed for a person: their own language first, then one German sentence, and in German what they
 * read and, where it is known, speak.
 */
export type Slip = {
  language: string
  lines: string[]
  ref: string
  german: string
  reads: string
  speaks: string | undefined
}

/** The slip of an open appointment; `null` where there is none or it is not the actor's to see. */
export async function slipOf(
  deps: Deps,
  actor: Actor,
  id: string,
  languages: LanguageTerms,
): Promise<Slip | null> {
  const intake = await deps.store.staff.intakes.find(id)
  // Time, place, code and languages: what the front of a request shows.
  if (!intake || !(await mayHere(deps, actor, 'see-day', id, locationOf(intake)))) {
    if (!intake) await noteDown(deps, actor, 'slip', { subject: id, centre: null, refused: true })
    return null
  }
  const { appointment, language, ref } = intake
  if (appointment?.state !== 'booked') return null
  const { profile } = await currentCity(deps)
  const centre = centreOf(profile, appointment.centre)
  const words = (text: Text) => deps.i18n.t(language, text, deps.clock.now())
  const texts: Text[] = [
    { key: 'booking.check.when', values: { when: { when: appointment.startsAt } } },
    { key: 'booking.check.where', values: { centre: centre?.name ?? '' } },
    { key: 'booking.appointment.bring' },
    { key: 'booking.appointment.bring-papers' },
  ]
  const lines = texts.map(words)
  if (centre?.address) lines.splice(2, 0, centre.address)
  await noteDown(deps, actor, 'slip', { subject: id, centre: intake.centre })
  const speaks = [spokenQuestion, otherLanguage].flatMap((q) =>
    germanOf(q, intake.answers[q.id], profile, languages),
  )
  return {
    language,
    lines,
    ref,
    german: doorSentence(centre?.name ?? '', ref),
    reads: languages.reading(language),
    speaks: speaks.length > 0 ? speaks.join(': ') : undefined,
  }
}

const answersOf = ({ urgent, topics, spoken, alias, ...more }: CallerWish): Answers => ({
  ...(urgent === 'no' || urgent === 'danger' ? { urgent } : { urgent: 'yes', reason: urgent }),
  topics: [...topics],
  spoken,
  ...(spoken === 'other' && more.otherLanguage ? { [otherLanguage.id]: more.otherLanguage } : {}),
  ...(alias ? { alias } : {}),
})

/** Makes the request and returns its code; one that somebody has already is drawn again. */
async function writeDown(deps: Deps, actor: Actor, wish: CallerWish, now: number): Promise<string> {
  const { id, phone, centre } = wish
  const answers = answersOf(wish)
  const { open, sealed } = apart(QUESTIONS, answers)
  const intake = {
    id,
    personId: id,
    input: null,
    questionnaire: QUESTIONNAIRE_VERSION,
    talk: { answers: open, place: { at: 'appointment' } as const, trail: [], done: true },
    secrets: { ...sealed, ...(phone ? { phone } : {}) },
    callBack: null,
    source: wish.door,
    centre,
    urgency: urgencyOf(answers),
    submitted: true,
    version: 0,
    given: [],
    counsellor: null,
    // What they said, they said to this carrier; whoever of it has them there takes it over.
    ...(actor.body === null ? {} : { body: actor.body }),
    isNews: true,
    // They know of it: they wrote it down themselves.
    owesNotice: false,
    counts: countsOfRequest(answers, { language: wish.language, source: wish.door }, now),
    now,
  }
  for (let tries = 0; tries < MOST_CODES; tries++) {
    const ref = referenceCode(deps.random)
    if ((await deps.store.talks.save({ ...intake, ref })) !== 'code-taken') return ref
  }
  throw new Error('no free code was found')
}
