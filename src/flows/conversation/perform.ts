// The intents of a step, carried out one after the other; what came of each goes back into the talk.

import type { Deps } from '../../deps.ts'
import type { Appointment } from '../../domain/appointment/appointment.ts'
import { referenceCode } from '../../domain/appointment/reference-code.ts'
import { transition } from '../../domain/appointment/transitions.ts'
import { type Outcome, openAppointment } from '../../domain/dialog/booking.ts'
import type { Intent } from '../../domain/dialog/intent.ts'
import type { Standing } from '../../domain/dialog/kept-talk.ts'
import { reduce } from '../../domain/dialog/reduce.ts'
import type { Facts, Step, Talk } from '../../domain/dialog/talk.ts'
import type { Text } from '../../domain/dialog/text.ts'
import type { Address } from '../../domain/people/address.ts'
import type { EarlierCounsellor } from '../../domain/people/care.ts'
import type { Consent, ConsentScope } from '../../domain/people/consents.ts'
import { QUESTIONS } from '../../domain/questionnaire/questions.ts'
import { bookSlot, moveBooking, type Who } from '../appointment/book-slot.ts'
import { calendarFile } from '../appointment/calendar-file.ts'
import { declineOffer, handOn, stopWaiting, wait } from '../appointment/hand-on.ts'
import { takeOffer } from '../appointment/take-offer.ts'
import type { City } from '../city.ts'
import { answerReferral } from '../outbox/referral.ts'
import { anotherPin } from '../return/pin.ts'
import { type Attachment, dataFile } from './attachments.ts'
import { consentTo } from './consent-texts.ts'
import { bring, eraseThese } from './party.ts'
import { makeTie } from './tie.ts'

// What is asked of everybody; the rest is said of one's own accord.
const NEEDED = new Set<string>(QUESTIONS.filter(({ level }) => level === 'A').map(({ id }) => id))

/** How far a step has come. */
export type Progress = {
  talk: Talk
  who: Who
  address: Address
  /** Version of the stored talk; 0 where there is none yet. */
  version: number
  /** How the stored request stands with staff; `null` where there is none yet. */
  standing: Standing | null
  /** The name of the input that is being answered. */
  input: string
  /** Nothing has to go out: with what it decides the input is answered. */
  isAnswer: boolean
  /** Who of the staff had earlier requests of the person. */
  earlier: readonly EarlierCounsellor[]
  facts: Facts
  /** What was agreed to on the way; saved with the talk. */
  given: readonly Consent[]
  /** Somebody waits for a seat that becomes free. */
  waitedFor: boolean
  notice?: Text
  /** Words of danger in what was typed: the numbers come first. */
  heard?: Step['heard']
  /** What was perhaps meant, to be asked about. */
  near?: Step['near']
  attachment?: Attachment
  /** The files that call off what those had who were erased. */
  calledOff: readonly Attachment[]
  /** What the one who was erased was called; shown, never kept. */
  gone?: Text
  erased?: true
  /** Somebody else behind the address speaks from now on: the input goes on with them. */
  again?: true
}

/** Carries out one intent. Each may run twice with the same effect as once. */
export async function perform(
  deps: Deps,
  city: City,
  progress: Progress,
  intent: Intent,
): Promise<Progress> {
  const { talk, who, facts } = progress
  const now = deps.clock.now()
  switch (intent.do) {
    case 'book': {
      const ref = talk.ref ?? referenceCode(deps.random)
      const outcome = await bookSlot(deps, city, who, intent, ref)
      const agreed = outcome.of === 'booked' && intent.remind
      const after = agreed ? await consenting(deps, city, progress, 'reminders') : progress
      return withFileOf(deps, city, settled(after, outcome), outcome)
    }
    case 'move': {
      if (!facts.appointment) return progress
      const outcome = await moveBooking(deps, city, who, intent, facts.appointment)
      if (outcome.of === 'moved' && progress.waitedFor) await handOn(deps, city)
      const after = settled(progress, outcome)
      if (outcome.of !== 'moved' || !intent.remind) return withFileOf(deps, city, after, outcome)
      return await reminding(deps, city, await consenting(deps, city, after, 'reminders'), true)
    }
    case 'cancel': {
      const cancelled = [transition('booked', 'cancelled', now)]
      await deps.store.appointments.change({ ids: [intent.appointment] }, cancelled, 'person', now)
      if (progress.waitedFor) await handOn(deps, city)
      return withFile(deps, city, settled(progress, { of: 'cancelled' }))
    }
    case 'wait': {
      const outcome = await wait(deps, city, who, openAppointment(facts)?.startsAt ?? null, intent)
      return settled(await lookedUp(deps, progress), outcome)
    }
    case 'stop-waiting': {
      const outcome = await stopWaiting(deps, city, who.personId)
      return settled(await lookedUp(deps, progress), outcome)
    }
    case 'decline': {
      const outcome = await declineOffer(deps, city, who.personId, intent.offer)
      return settled(await lookedUp(deps, progress), outcome)
    }
    case 'take': {
      const newCode = () => talk.ref ?? referenceCode(deps.random)
      const { appointment, changes } = facts
      const has = { appointment, changes, newCode, talk }
      const outcome = await takeOffer(deps, city, who, intent.offer, has)
      const agreed = outcome.of === 'booked' && talk.agreed.reminders
      const after = agreed ? await consenting(deps, city, progress, 'reminders') : progress
      return withFileOf(deps, city, settled(await lookedUp(deps, after), outcome), outcome)
    }
    case 'submit':
      return settled(progress, { of: 'submitted', ref: talk.ref ?? referenceCode(deps.random) })
    case 'remind':
      return await reminding(deps, city, progress, intent.remind)
    case 'answer-reminder':
      await deps.store.reminders.answer(intent.appointment, intent.startsAt, intent.answer, now)
      return progress
    case 'agree':
      return await consenting(deps, city, progress, intent.scope)
    case 'withdraw':
      await deps.store.people.withdraw(who.personId, intent.scope, now)
      if (intent.scope === 'details') {
        await deps.store.details.drop(who.personId, who.intakeId, NEEDED)
      }
      return progress
    case 'erase': {
      const { isAll, ...gone } = await eraseThese(deps, city, facts.party, intent.whom)
      if (progress.waitedFor) await handOn(deps, city)
      return { ...progress, ...gone, ...(isAll ? { erased: true } : { again: true }) }
    }
    case 'bring':
      await bring(deps, city, who, progress.address, intent)
      return { ...progress, again: true }
    case 'turn':
      await deps.store.party.turn(progress.address, intent.person)
      return { ...progress, again: true }
    case 'label': {
      const { label } = intent
      await deps.store.party.setLabel(who.personId, label)
      const party = facts.party.map((one) => (one.isMeant ? { ...one, label } : one))
      return { ...progress, facts: { ...facts, party } }
    }
    case 'tie':
      await makeTie(deps, who.personId, intent.to)
      return progress
    case 'new-pin':
      return {
        ...progress,
        facts: { ...facts, ...(await anotherPin(deps, who.personId, progress.address)) },
      }
    case 'export':
      return { ...progress, attachment: await dataFile(deps, city, who.personId) }
    case 'answer-referral':
      await answerReferral(deps, city, who, intent.referral, intent.answer)
      return progress
    case 'reply': {
      const { request, text } = intent
      const { personId, language } = who
      const said = { request, personId, input: progress.input, language, text }
      await deps.store.replies.add(said, now)
      return progress
    }
    case 'new-request':
      return {
        ...progress,
        who: { ...who, intakeId: deps.newId() },
        version: 0,
        standing: null,
        facts: { ...facts, appointment: null },
      }
  }
}

async function consenting(
  deps: Deps,
  { profile }: City,
  progress: Progress,
  scope: ConsentScope,
): Promise<Progress> {
  const { who, address, given } = progress
  const consent = await consentTo(deps, profile, scope, who.language, address.channel)
  return { ...progress, given: [...given, consent] }
}

/** The progress with what the person now waits for and what is held for them. */
async function lookedUp(deps: Deps, progress: Progress): Promise<Progress> {
  const { who, facts } = progress
  const waits = await deps.store.waiting.of(who.personId, deps.clock.now())
  return { ...progress, facts: { ...facts, ...waits } }
}

function settled(progress: Progress, outcome: Outcome): Progress {
  const appointment = appointmentAfter(progress.facts, outcome)
  const facts = { ...progress.facts, appointment }
  const step = reduce(progress.talk, { kind: 'outcome', outcome }, facts)
  const { notice: _, ...rest } = progress
  return { ...rest, talk: step.talk, facts, ...(step.notice ? { notice: step.notice } : {}) }
}

function appointmentAfter({ appointment, now }: Facts, outcome: Outcome): Appointment | null {
  if ('appointment' in outcome) return outcome.appointment
  if (outcome.of !== 'cancelled' || appointment?.state !== 'booked') return appointment
  const sequence = appointment.sequence + 1
  return { ...appointment, state: 'cancelled', changedAt: now, sequence }
}

/** Reminders of the open appointment are wanted or not; the calendar in the phone keeps to it. */
async function reminding(
  deps: Deps,
  city: City,
  progress: Progress,
  remind: boolean,
): Promise<Progress> {
  const { appointment, now } = progress.facts
  if (!appointment) return progress
  await deps.store.reminders.set(appointment.id, remind, now)
  const sequence = appointment.sequence + (appointment.remind === remind ? 0 : 1)
  const facts = { ...progress.facts, appointment: { ...appointment, remind, sequence } }
  const agreed = { ...progress.talk.agreed, reminders: remind }
  return withFile(deps, city, { ...progress, talk: { ...progress.talk, agreed }, facts })
}

/** Adds the calendar file where an outcome changed the appointment. */
function withFileOf(deps: Deps, city: City, progress: Progress, outcome: Outcome): Progress {
  return 'appointment' in outcome ? withFile(deps, city, progress) : progress
}

/** Adds the calendar file of the appointment as it now stands, where there is or was one to come. */
export function withFile(deps: Deps, city: City, progress: Progress): Progress {
  const { appointment } = progress.facts
  if (appointment?.state !== 'booked' && appointment?.state !== 'cancelled') return progress
  return { ...progress, attachment: calendarFile(deps, city, appointment) }
}
