// A day at some centres as staff see it. Instants are epoch milliseconds.

import type { TakenSeat } from '../calendar/week.ts'
import type { InterpreterOrder, OrderNow } from '../interpreting/order.ts'
import type { NeedingAppointment } from '../interpreting/orders.ts'
import type { Reach } from '../people/reach.ts'
import type { AnswersById } from '../questionnaire/question.ts'
import type { Urgency } from '../questionnaire/triage.ts'
import type { BookingState } from './attendance.ts'

/** One appointment of a day. */
export type DayBooking = {
  id: string
  ref: string
  centre: string
  startsAt: number
  endsAt: number
  seat: number | null
  state: BookingState
  channel: string
  /** What the person answered to the last reminder. */
  answer: string | null
  body: string | null
  /** Every order of an interpreter for it, the oldest first, also for where it once was. */
  orders: readonly InterpreterOrder[]
  changedAt: number
  intake: {
    id: string
    language: string
    answers: AnswersById
    urgency: Urgency
    reach: Reach
    counsellor: { id: string; name: string; body: string | null; hasTaken: boolean } | null
  } | null
}

/** A request with answers of the person that nobody has read yet; `since` the first of them. */
export type UnreadReplies = {
  id: string
  ref: string
  centre: string
  body: string | null
  urgency: Urgency
  since: number
}

/** A red or orange request that nobody of staff has opened; `since` when it was submitted. */
export type Unopened = {
  id: string
  ref: string
  centre: string
  urgency: Urgency
  body: string | null
  answers: AnswersById
  since: number
}

/** A request that is due again: on which day (YYYY-MM-DD), and what was to be done then. */
export type DueAgain = {
  id: string
  ref: string
  centre: string
  body: string | null
  urgency: Urgency
  on: string
  line: string
}

export type DayPage = {
  cityVersion: number
  /** Another text once something has changed that a list or the page of a day shows. */
  pulse: string
  bookings: DayBooking[]
  /** Seats held for somebody. */
  held: TakenSeat[]
  /** When the next appointment after the day begins, `null` where there is none in sight. */
  next: number | null
  unread: UnreadReplies[]
  /** The most urgent first, then who has waited longest. */
  unopened: Unopened[]
  /** Of who looks, or of nobody who is in; the earliest first. */
  due: DueAgain[]
  /** Of the centres from now on, whoever has taken the requests over: by it is derived which orders are needed. */
  needing: NeedingAppointment[]
  orders: OrderNow[]
}
