// What becomes of an appointment or an offer, and what each state means for its seat and its reminders.

import type { BookingState } from './attendance.ts'
import type { OfferEnd } from './offer.ts'

export type State = BookingState | 'offered' | OfferEnd

type Meaning = {
  /** Nobody else can have the seat. */
  hasSeat: boolean
  /** There may be something to write to the person: before an appointment, or after a missed one. */
  isReminded: boolean
  /** An appointment: other systems are told of each change. An offer is nothing to them. */
  isTold: boolean
}

/** What is over keeps its seat: it was used, or could have been. */
const STATES: Record<State, Meaning> = {
  booked: { hasSeat: true, isReminded: true, isTold: true },
  attended: { hasSeat: true, isReminded: false, isTold: true },
  missed: { hasSeat: true, isReminded: true, isTold: true },
  unmarked: { hasSeat: true, isReminded: false, isTold: true },
  cancelled: { hasSeat: false, isReminded: false, isTold: true },
  offered: { hasSeat: true, isReminded: false, isTold: false },
  'offer-taken': { hasSeat: false, isReminded: false, isTold: false },
  'offer-declined': { hasSeat: false, isReminded: false, isTold: false },
  'offer-expired': { hasSeat: false, isReminded: false, isTold: false },
  'offer-released': { hasSeat: false, isReminded: false, isTold: false },
}

/** From one state to another, and what that means; written only where it is in the first. */
export type Transition = Omit<Meaning, 'isReminded'> & {
  from: State
  to: State
  /** When its reminders are looked at next (epoch milliseconds); `null`: there are none. */
  remindAt: number | null
  /** Only what is over by then. */
  overAt: number | null
}

export function transition(from: State, to: State, now: number): Transition {
  const { hasSeat, isReminded, isTold } = STATES[to]
  return { from, to, hasSeat, isTold, remindAt: isReminded ? now : null, overAt: null }
}

/** What is over but was marked by nobody makes way for a new appointment, and stays so until staff mark it. */
export const makingWay = (now: number): Transition[] => [
  { ...transition('booked', 'unmarked', now), overAt: now },
]

/** Cancelled, except what is over. */
export const cancelling = (now: number): Transition[] => [
  ...makingWay(now),
  transition('booked', 'cancelled', now),
]

/** Whatever a person has or is held for them ends: they are about to be forgotten. */
export const lettingGo = (now: number): Transition[] => [
  ...cancelling(now),
  transition('offered', 'offer-released', now),
]

/** Closed hours end what lies in them. */
export const displacing = (now: number): Transition[] => [
  transition('booked', 'cancelled', now),
  transition('offered', 'offer-released', now),
]
