// A time in the talk: picked, checked, booked, moved, cancelled; and what came of it.

import { type Appointment, isOpen } from '../appointment/appointment.ts'
import { mayBook, mayMove } from '../appointment/booking.ts'
import type { Wishes } from '../appointment/wishes.ts'
import { checkTime } from '../calendar/bookable.ts'
import { calendarOf, centreOf } from '../profile/profile.ts'
import { questionIn, questionnaireOf } from '../questionnaire/questionnaire.ts'
import type { NotTaken } from '../voice-message/voice-message.ts'
import { leftOut } from './answering.ts'
import { type RefusalCode, WHY_NOT } from './refusal.ts'
import { whenReminded } from './reminded.ts'
import { said, unsaid } from './speaking.ts'
import { intend, moved, type Step, stale } from './step.ts'
import { wishAnswered } from './suiting.ts'
import { arrive, type Facts, go, onward, type Place, type Talk } from './talk.ts'
import type { Tap } from './tap.ts'
import { say } from './text.ts'

/** What came of an intent. */
export type Outcome =
  | { of: 'booked'; appointment: Appointment }
  | { of: 'moved'; appointment: Appointment }
  /** Whether or not another seat was free. */
  | { of: 'reseated'; appointment: Appointment; isWish: boolean }
  | { of: 'cancelled' }
  | { of: 'refused'; code: RefusalCode; centre?: string }
  | { of: 'submitted'; ref: string }
  /** Nobody waits yet: what is free already, or never there, is shown first. */
  | { of: 'fitting'; wishes: Wishes }
  | { of: 'waiting' }
  | { of: 'declined' }
  | { of: 'stopped-waiting' }
  /** A voice message was kept, or why not. */
  | { of: 'said'; about: string }
  | { of: 'unsaid'; not: NotTaken }

type TapOf<K extends Tap['do']> = Extract<Tap, { do: K }>

/**
 * A time was picked: the person checks it before it is booked. A screen may be days old, so what the
 * calendar no longer gives is refused before the check; whether a seat is free is seen when one is taken.
 */
export function pickTime(talk: Talk, tap: TapOf<'time'>, facts: Facts): Step {
  const { profile, closures, now } = facts
  const centre = centreOf(profile, tap.centre)
  if (!centre) return stale(talk)
  const refused = mayTake(facts)
  if (refused) return refusedStep(talk, refused, facts)
  const sought = { calendar: calendarOf(profile, centre), closures, taken: [], now } as const
  const time = checkTime({ ...sought, audience: 'public' }, tap.startsAt)
  if ('not' in time) return refusedStep(talk, WHY_NOT[time.not], facts, centre.id)
  return moved(go(talk, { at: 'check', centre: centre.id, startsAt: tap.startsAt }))
}

/** The confirmed time: books it, or moves the open appointment to it. */
export function book(talk: Talk, tap: TapOf<'book'>, facts: Facts): Step {
  const { place } = talk
  if (place.at !== 'check' || place.startsAt !== tap.startsAt || place.centre !== tap.centre) {
    return stale(talk)
  }
  const { centre, startsAt } = tap
  const open = openAppointment(facts)
  const there = open?.centre === centre && open.startsAt === startsAt
  const refused = there ? undefined : mayTake(facts)
  if (refused) return refusedStep(talk, refused, facts)
  if (open) {
    const remind = tap.remind === 'yes' && !open.remind
    return intend(talk, { do: 'move', appointment: open.id, centre, startsAt, remind })
  }
  return intend(talk, { do: 'book', centre, startsAt, remind: tap.remind === 'yes' })
}

/** Told before a time is chosen rather than after, where that is possible. */
function mayTake(facts: Facts): RefusalCode | undefined {
  const { changes, now } = facts
  const { limits } = facts.profile
  return openAppointment(facts) ? mayMove(limits, changes, now) : mayBook(limits, changes, now)
}

/** Moving and cancelling begin and end here; cancelling asks once. */
export function cancel(
  talk: Talk,
  tap: TapOf<'move' | 'cancel' | 'cancel-yes'>,
  facts: Facts,
): Step {
  const open = openAppointment(facts)
  if (!open) {
    // Cancelled by this very press, before the talk could be saved: it is told as it was done.
    const { appointment } = facts
    const done = tap.do === 'cancel-yes' && tap.booking === appointment?.id
    if (done && appointment.state === 'cancelled') {
      return moved(arrive(talk, { at: 'appointment' }), say('notice.cancelled'))
    }
    return moved(go(talk, { at: 'appointment' }), say('refusal.no-appointment'))
  }
  if (tap.do === 'move') {
    const refused = mayTake(facts)
    if (refused) return refusedStep(talk, refused, facts)
    return moved(go(talk, { at: 'times', centre: open.centre }))
  }
  if (tap.do === 'cancel') return moved(go(talk, { at: 'cancel' }))
  if (tap.booking !== open.id) return stale(talk)
  return intend(talk, { do: 'cancel', appointment: open.id })
}

/** Reminders on or off, optional details withdrawn: at once, with one tap. */
export function changeReminders(talk: Talk, tap: TapOf<'remind' | 'withdraw'>, facts: Facts): Step {
  if (tap.do === 'withdraw' && tap.scope === 'details') {
    const next = withoutDetails(talk, facts)
    return {
      ...intend(next, { do: 'withdraw', scope: 'details' }),
      notice: say('notice.withdrawn'),
    }
  }
  const open = openAppointment(facts)
  if (tap.do === 'remind') return wantReminders(talk, open, facts)
  const next = { ...talk, agreed: { ...talk.agreed, reminders: false } }
  return {
    ...intend(
      next,
      { do: 'withdraw', scope: 'reminders' },
      ...(open ? [{ do: 'remind', appointment: open.id, remind: false } as const] : []),
    ),
    notice: say('notice.reminders-off'),
  }
}

/** Agreed to only where a reminder will come of it; the button may stand under an older message. */
function wantReminders(talk: Talk, open: Appointment | null, facts: Facts): Step {
  const isHere = talk.place.at === 'page' && talk.place.page === 'my-data'
  const at = isHere ? talk : go(talk, { at: 'appointment' })
  if (!open) return moved(at, say('refusal.no-appointment'))
  if (!facts.hasChat) return moved(go(talk, { at: 'page', page: 'ways' }))
  const when = whenReminded(open, facts)
  if (!when) return moved(at, say('notice.no-reminder-left'))
  const next = { ...at, agreed: { ...at.agreed, reminders: true } }
  const wanted = { do: 'remind', appointment: open.id, remind: true } as const
  const step = intend(next, { do: 'agree', scope: 'reminders' }, wanted)
  return { ...step, notice: say('notice.reminders-on', { when }) }
}

/** Only what is asked of everybody is left, and no way leads back to a question that was agreed to. */
function withoutDetails({ cityQuestions: _, ...talk }: Talk, { profile }: Facts): Talk {
  const isDetail = (id: string) => questionIn(questionnaireOf(profile), id)?.level === 'B'
  const isAtDetail = (place: Place) => place.at === 'question' && isDetail(place.id)
  const answers = Object.fromEntries(
    Object.entries(talk.answers).filter(([id, answer]) => answer !== undefined && !isDetail(id)),
  )
  const agreed = { ...talk.agreed, details: false }
  const trail = talk.trail.filter((place) => !isAtDetail(place))
  const place: Place = isAtDetail(talk.place) ? { at: 'page', page: 'my-data' } : talk.place
  return { ...talk, answers, agreed, place, trail }
}

/** Goes on with what came of an intent. */
export function settle(talk: Talk, outcome: Outcome, facts: Facts): Step {
  switch (outcome.of) {
    case 'booked': {
      const { appointment } = outcome
      const agreed = { ...talk.agreed, reminders: appointment.remind }
      const booked = { ...talk, ref: appointment.ref, agreed, done: true }
      const left = leftOut(booked, facts)
      if (!left) return moved(arrive(booked, { at: 'appointment' }))
      const { startsAt } = appointment
      const centre = centreOf(facts.profile, appointment.centre)?.name ?? ''
      const first = say('notice.time-is-yours', { when: { when: startsAt }, centre })
      return moved({ ...booked, place: left, trail: [{ at: 'appointment' }] }, first)
    }
    case 'moved':
      return moved(arrive({ ...talk, done: true }, { at: 'appointment' }), say('notice.moved'))
    case 'reseated':
      return outcome.isWish ? wishAnswered(moved(talk), facts) : moved(talk)
    case 'cancelled':
      return moved(arrive(talk, { at: 'appointment' }), say('notice.cancelled'))
    case 'submitted':
      return moved({ ...talk, ref: outcome.ref })
    case 'fitting':
      return moved(go(talk, { at: 'fitting', wishes: outcome.wishes }))
    case 'waiting':
      return moved(arrive(talk, { at: 'waiting' }))
    case 'declined':
      return moved(go(talk, { at: 'waiting' }), say('waiting.notice.declined'))
    case 'stopped-waiting':
      return moved(stopped(talk, facts), say('waiting.notice.stopped'))
    case 'said':
      return said(talk, outcome.about, facts)
    case 'unsaid':
      return unsaid(talk, outcome.not)
    case 'refused':
      return refusedStep(talk, outcome.code, facts, outcome.centre)
  }
}

/** Nothing is waited for any more, so no way leads back to it. */
function stopped(talk: Talk, facts: Facts): Talk {
  return arrive(talk, onward(talk, facts), ['wish', 'fitting', 'waiting'])
}

function refusedStep(talk: Talk, code: RefusalCode, facts: Facts, centre?: string): Step {
  const notice = say(`refusal.${code}`)
  if (code === 'time-taken' || code === 'time-past' || code === 'time-closed') {
    return moved(arrive(talk, centre ? { at: 'times', centre } : { at: 'times' }), notice)
  }
  if (openAppointment(facts) || talk.ref) return moved(arrive(talk, { at: 'appointment' }), notice)
  return moved(talk, notice)
}

/** The appointment that is still to come, if there is one. */
export function openAppointment(facts: Facts): Appointment | null {
  const { appointment, now } = facts
  return appointment && isOpen(appointment, now) ? appointment : null
}
