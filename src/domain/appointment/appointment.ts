// An appointment, the seat it takes, and who may change it. Times are epoch milliseconds.

import type { BookableTime } from '../calendar/bookable.ts'
import { type CountedHour, countedHour } from '../figures/counted-hour.ts'
import type { OrderState } from '../interpreting/order.ts'
import type { AnswersById } from '../questionnaire/question.ts'
import type { BookingState } from './attendance.ts'
import { type Need, NO_NEED, seatsInOrder } from './language-fit.ts'

export type Appointment = {
  id: string
  centre: string
  startsAt: number
  endsAt: number
  /** Its number at that time; `null` once it is given back. */
  seat: number | null
  ref: string
  remind: boolean
  state: BookingState
  /** When it was booked, moved or marked. */
  changedAt: number
  /** Grows with every change that a calendar must know of; 0 when it is made. */
  sequence: number
  /**
   * What came of the latest order of an interpreter for its present place and start; `null` where there is
   * none, or it was cancelled. `refused` is one pool's answer: another may still be asked.
   */
  interpreter: Exclude<OrderState, 'cancelled'> | null
}

/** As it stands now, with what decides about it. */
export type AppointmentNow = Appointment & {
  /** What its request says in codes; nothing where there is none any more. */
  answers: AnswersById
  /** The carrier of its request; `null` where none has taken it. */
  body: string | null
  /** Its person has another open one. */
  hasOther: boolean
  /** the account of the counsellor who had a request of the person last; `null` where there is none any more */
  counsellor: string | null
}

/** Whether it is still to come, or not over yet. */
export const isOpen = ({ state, endsAt }: Pick<Appointment, 'state' | 'endsAt'>, now: number) =>
  state === 'booked' && endsAt > now

/**
 * Who changes an appointment, as it stands in its history; `offer`: a person who took what was offered,
 * `closure:`: hours were closed or changed.
 */
export type ChangedBy = 'person' | 'offer' | 'system' | `staff:${string}` | `closure:${string}`

/** A seat that is taken. */
export type TakenSeat = { centreId: string; startsAt: number; endsAt: number; seat: number }

/** A time with the seats that may be given away in it, the preferred one first. */
export type WantedSeat = {
  centre: string
  startsAt: number
  endsAt: number
  seats: readonly number[]
  counted: CountedHour
}

/** The seats of a time, to be taken or held by somebody with this need, the one that suits best first. */
export function seatAt(
  centre: string,
  time: Pick<BookableTime, 'startsAt' | 'endsAt' | 'seats' | 'counsellors'>,
  need: Need = NO_NEED,
): WantedSeat {
  const { startsAt, endsAt } = time
  const seats = seatsInOrder(time, need)
  return { centre, startsAt, endsAt, seats, counted: countedHour(startsAt) }
}

export type NewAppointment = WantedSeat & {
  id: string
  ref: string
  personId: string | null
  intakeId: string | null
  remind: boolean
  channel: 'telegram' | 'staff'
  by: ChangedBy
}
