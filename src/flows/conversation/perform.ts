// The intents of a step, carried out one after the other; what came of each goes back into the talk.

import type { Deps } from '../../deps.ts'
import type { Appointment } from '../../domain/appointment/appointment.ts'
import { referenceCode } from '../../domain/appointment/reference-code.ts'
import { transition } from '../../domain/appointment/transitions.ts'
import type { Outcome } from '../../domain/dialog/booking.ts'
import type { Standing } from '../../domain/dialog/kept-talk.ts'
import { reduce } from '../../domain/dialog/reduce.ts'
import type { Facts, Intent, Step, Talk } from '../../domain/dialog/talk.ts'
import type { Text } from '../../domain/dialog/text.ts'
import type { EarlierCounsellor } from '../../domain/people/care.ts'
import type { Consent, ConsentScope } from '../../domain/people/consents.ts'
import { QUESTIONS } from '../../domain/questionnaire/questions.ts'
import { bookSlot, erasePerson, moveBooking, type Who } from '../appointment/book-slot.ts'
import { declineOffer, handOn, stopWaiting, wait } from '../appointment/hand-on.ts'
import { takeOffer } from '../appointment/take-offer.ts'
import type { City } from '../city.ts'
import { answerReferral } from '../outbox/referral.ts'
import { type Attachment, appointmentFile, dataFile } from './attachments.ts'
import { consentTo } from './consent-texts.ts'

// What is asked of everybody; the rest is said of one's own accord.
const NEEDED = new Set<string>(QUESTIONS.filter(({ level }) => level === 'A').map(({ id }) => id))

/** How far a step has come. */
export type Progress = {
  talk: Talk
  who: Who
  /** Version of the stored talk; 0 where there is none yet. */
  version: number
  /** How the stored request stands with staff; `null` where there is none yet. */
  standing: Standing | null
  /** The name of the input that is being answered. */
  input: string
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
  attachment?: Attachment
  erased?: true
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
      return withFile(deps, city, settled(after, outcome))
    }
    case 'move': {
      if (!facts.appointment) return progress
      const outcome = await moveBooking(deps, city, who, intent, facts.appointment)
      if (outcome.of === 'moved' && progress.waitedFor) await handOn(deps, city)
      return withFile(deps, city, settled(progress, outcome))
    }
    case 'cancel': {
      const cancelled = [transition('booked', 'cancelled', now)]
      await deps.store.appointments.change({ ids: [intent.appointment] }, cancelled, 'person', now)
      if (progress.waitedFor) await handOn(deps, city)
      return settled(progress, { of: 'cancelled' })
    }
    case 'wait':
      await wait(deps, city, who, intent.wishes)
      return settled(await lookedUp(deps, progress), { of: 'waiting' })
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
      return withFile(deps, city, settled(await lookedUp(deps, after), outcome))
    }
    case 'submit': {
      const ref = talk.ref ?? referenceCode(deps.random)
      return settled(progress, { of: 'submitted', ref })
    }
    case 'remind':
      await deps.store.reminders.set(intent.appointment, intent.remind, now)
      return withAppointment(progress, { remind: intent.remind })
    case 'answer-reminder': {
      const { appointment, startsAt, answer } = intent
      await deps.store.reminders.answer(appointment, startsAt, answer, now)
      return progress
    }
    case 'agree':
      return await consenting(deps, city, progress, intent.scope)
    case 'withdraw':
      await deps.store.people.withdraw(who.personId, intent.scope, now)
      if (intent.scope === 'details') {
        await deps.store.details.drop(who.personId, who.intakeId, NEEDED)
      }
      return progress
    case 'erase':
      await erasePerson(deps, who.personId)
      if (progress.waitedFor) await handOn(deps, city)
      return { ...progress, erased: true }
    case 'export':
      return { ...progress, attachment: await dataFile(deps, city, who.personId) }
    case 'answer-referral':
      await answerReferral(deps, city, who, intent.referral, intent.answer)
      return progress
    case 'reply': {
      const { request, text } = intent
      const { personId, language } = who
      const { input } = progress
      await deps.store.replies.add({ request, personId, input, language, text }, now)
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
  const consent = await consentTo(deps, profile, scope, progress.who.language)
  return { ...progress, given: [...progress.given, consent] }
}

/** The progress with what the person now waits for and what is held for them. */
async function lookedUp(deps: Deps, progress: Progress): Promise<Progress> {
  const { who, facts } = progress
  const waits = await deps.store.waiting.of(who.personId, deps.clock.now())
  return { ...progress, facts: { ...facts, ...waits } }
}

function settled(progress: Progress, outcome: Outcome): Progress {
  const appointment = appointmentAfter(progress.facts.appointment, outcome)
  const facts = { ...progress.facts, appointment }
  const step = reduce(progress.talk, { kind: 'outcome', outcome }, facts)
  const { notice: _, ...rest } = progress
  return { ...rest, talk: step.talk, facts, ...(step.notice ? { notice: step.notice } : {}) }
}

function appointmentAfter(before: Appointment | null, outcome: Outcome): Appointment | null {
  if ('appointment' in outcome) return outcome.appointment
  return outcome.of === 'cancelled' && before ? { ...before, state: 'cancelled' } : before
}

function withAppointment(progress: Progress, change: Partial<Appointment>): Progress {
  const { facts } = progress
  const appointment = facts.appointment ? { ...facts.appointment, ...change } : null
  return { ...progress, facts: { ...facts, appointment } }
}

/** Adds the calendar file where the talk stands at an open appointment. */
export function withFile(deps: Deps, city: City, progress: Progress): Progress {
  const { appointment } = progress.facts
  if (progress.talk.place.at !== 'appointment' || appointment?.state !== 'booked') return progress
  return {
    ...progress,
    attachment: appointmentFile(deps, city, appointment),
  }
}

/** The progress under another code, since the one that was drawn belongs to another request. */
export async function withOtherCode(deps: Deps, city: City, progress: Progress): Promise<Progress> {
  const { talk, who, facts } = progress
  const { appointment } = facts
  const ref = referenceCode(deps.random)
  const renamed =
    appointment && (await deps.store.appointments.setRef(appointment.id, who.intakeId, ref))
  const coded: Progress = {
    ...progress,
    talk: { ...talk, ref },
    facts: renamed ? { ...facts, appointment: { ...appointment, ref } } : facts,
  }
  return progress.attachment ? withFile(deps, city, coded) : coded
}
