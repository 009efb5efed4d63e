// How far a step has come, and what came of what was done outside: back into the talk, with the file for the
// calendar.

import type { Deps } from '../../deps.ts'
import type { Appointment } from '../../domain/appointment/appointment.ts'
import type { Outcome } from '../../domain/dialog/booking.ts'
import type { Standing } from '../../domain/dialog/kept-talk.ts'
import { reduce } from '../../domain/dialog/reduce.ts'
import type { Step } from '../../domain/dialog/step.ts'
import type { Facts, Talk } from '../../domain/dialog/talk.ts'
import type { Text } from '../../domain/dialog/text.ts'
import type { Address } from '../../domain/people/address.ts'
import type { EarlierCounsellor } from '../../domain/people/care.ts'
import type { Consent } from '../../domain/people/consents.ts'
import type { Who } from '../appointment/book-slot.ts'
import { calendarFile } from '../appointment/calendar-file.ts'
import type { City } from '../city.ts'
import type { Attachment } from './attachments.ts'
import type { Incoming } from './step.ts'

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
  /** Fetches the voice message that came. */
  voice?: Incoming['voice']
  /** It is kept for staff. */
  isKept?: true
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

/** The progress with what the person now waits for and what is held for them. */
export async function lookedUp(deps: Deps, progress: Progress): Promise<Progress> {
  const { who, facts } = progress
  const waits = await deps.store.waiting.of(who.personId, deps.clock.now())
  return { ...progress, facts: { ...facts, ...waits } }
}

/** Goes on with what came of an intent. */
export function settled(progress: Progress, outcome: Outcome): Progress {
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

/** Adds the calendar file where an outcome changed the appointment. */
export function withFileOf(deps: Deps, city: City, progress: Progress, outcome: Outcome): Progress {
  return 'appointment' in outcome ? withFile(deps, city, progress) : progress
}

/** Adds the calendar file of the appointment as it now stands, where there is or was one to come. */
export function withFile(deps: Deps, city: City, progress: Progress): Progress {
  const { appointment } = progress.facts
  if (appointment?.state !== 'booked' && appointment?.state !== 'cancelled') return progress
  const whose = { language: progress.talk.language, party: progress.facts.party }
  return { ...progress, attachment: calendarFile(deps, city, appointment, whose) }
}
