// What messages in a chat say of an appointment, and what they are corrected to once it no longer holds.

import { atDay, dayOf } from '../calendar/wall-clock.ts'
import type { State } from './transitions.ts'

/** Which appointment, where and when (epoch milliseconds). */
type AppointmentTold = { id: string; centre: string; startsAt: number }

/**
 * What a message was worded for: an appointment or none, or an offer. A `card` is the message that gives
 * the appointment as such; a chat has one. A `reminder` names the day in a word, such as "tomorrow".
 */
export type Tells =
  | { kind: 'card' | 'mention' | 'reminder'; appointment: AppointmentTold | null }
  | { kind: 'offer'; offer: string }

/**
 * What a message is corrected to: the card stands further down; what it said no longer holds, and the
 * appointment stands further down, or there is none; the appointment is over; it has ended.
 */
export type Verdict = 'newer' | 'below' | 'none' | 'over' | 'ended'

/** The message is gone, cannot be corrected, or is another screen by now. */
export type Lost = 'lost'

/** A message that stands in a chat; messages further down have greater numbers. */
export type Told = {
  message: number
  tells: Tells
  /** When it was shown (epoch milliseconds). */
  at: number
  /** When it is to be compared (epoch milliseconds); `null`: once something changes. */
  lookAt: number | null
  /** How often it was tried to correct it in vain. */
  attempts: number
  /** What it was corrected to; `null` while it stands as it was sent. */
  verdict: Verdict | Lost | null
  /**
   * The appointment it was worded for as it is now; `null` where there is none any more. `interpreterAt`: when
   * something last became of an interpreter for it (epoch milliseconds).
   */
  now: {
    state: State
    centre: string
    startsAt: number
    endsAt: number
    interpreterAt: number | null
  } | null
}

/** A message that is heard, by its number; nobody stands behind the chat before the consent. */
export type SoundSent = { personId?: string; message: number }

/** How things are: the person's open appointment, and the offers that are still held for them. */
export type Present = { appointment: AppointmentTold | null; offers: readonly string[] }

/** Somebody who comes late still finds the address in the chat. Milliseconds after the end. */
const STANDS_FOR = 86_400_000

const FINAL: readonly (Verdict | Lost | null)[] = ['over', 'ended', 'lost']

/** Whether nothing more becomes of a message with this verdict. */
export const isFinal = (verdict: Verdict | Lost | null): boolean => FINAL.includes(verdict)

/**
 * What a message has to say now; `null` while it may stand as it is.
 * @param newest the number of the latest card in the chat
 * @param now epoch milliseconds
 */
function verdictOn(
  told: Told,
  present: Present,
  newest: number | undefined,
  now: number,
): Verdict | Lost | null {
  const { tells } = told
  if (isFinal(told.verdict)) return told.verdict
  if (tells.kind === 'offer') return present.offers.includes(tells.offer) ? null : 'ended'
  const { appointment } = present
  if (isSame(tells.appointment, appointment)) {
    if (!appointment) return told.verdict === null ? null : 'none'
    const isCard = tells.kind === 'card' && newest !== undefined && told.message < newest
    return isCard || told.verdict !== null ? 'newer' : null
  }
  if (appointment) return 'below'
  const until = keptUntil(told)
  // Who was said to have come early, or by mistake, still reads when and where.
  const isMarked = told.now?.state === 'attended' || told.now?.state === 'missed'
  if (until === null || (now < until - STANDS_FOR && !isMarked)) return 'none'
  if (now >= until) return 'over'
  return told.verdict === 'below' ? 'none' : told.verdict
}

/** Until when a message about its appointment may stand; `null` where that is another one by now. */
function keptUntil({ tells, now }: Told): number | null {
  if (tells.kind === 'offer' || !now || now.state === 'cancelled') return null
  const { appointment } = tells
  const isThere = appointment?.centre === now.centre && appointment.startsAt === now.startsAt
  return isThere ? now.endsAt + STANDS_FOR : null
}

/** A message and what it has to say instead. */
export type Correction = { message: number; verdict: Verdict }

/** A message and what became of it. */
export type Corrected = { message: number; verdict: Verdict | Lost }

/**
 * The messages that have to be corrected, the latest first.
 * @param newest the number of the latest card, where it is not one of these
 */
export function corrections(
  told: readonly Told[],
  present: Present,
  now: number,
  newest = newestCard(told),
): Correction[] {
  return told
    .flatMap((one) => {
      const verdict = verdictOn(one, present, newest, now)
      return verdict === null || verdict === 'lost' || verdict === one.verdict
        ? []
        : [{ message: one.message, verdict }]
    })
    .sort((a, b) => b.message - a.message)
}

/**
 * The same where the person is about to be forgotten: nothing holds from then on, and nothing is said
 * that could be wrong later, when nobody knows of these messages any more.
 */
export const correctionsAtEnd = (told: readonly Told[]): Correction[] =>
  told.flatMap(({ message, verdict }) =>
    isFinal(verdict) ? [] : [{ message, verdict: 'ended' as const }],
  )

/** When a message is to be compared next, though nothing changes; `null` for never. */
export function nextLook(told: Told, now: number): number | null {
  const until = keptUntil(told)
  if (until === null || until <= now) return null
  const changes = told.verdict === null ? wordsUntil(told.tells, now) : null
  return changes === null ? until : Math.min(until, changes)
}

/** Until when the words a message has at `now` stay true: to midnight in Berlin, where it names a day so. */
export function wordsUntil(tells: Tells, now: number): number | null {
  if (tells.kind !== 'reminder' || !tells.appointment) return null
  const today = dayOf(now)
  return today <= dayOf(tells.appointment.startsAt) ? atDay(today + 1, 0) : null
}

/** The reminders that hold, but name the day, or who interprets, as it was when they were worded. */
export function yesterdays(told: readonly Told[], now: number): Told[] {
  return told.filter(({ tells, at, verdict, now: booking }) => {
    if (tells.kind !== 'reminder' || verdict !== null || booking?.state !== 'booked') return false
    const until = wordsUntil(tells, at)
    const isDayOver = until !== null && until <= now
    return isDayOver || (booking.interpreterAt !== null && booking.interpreterAt > at)
  })
}

function newestCard(told: readonly Told[]): number | undefined {
  const cards = told.filter(({ tells, verdict }) => tells.kind === 'card' && verdict === null)
  return cards.length > 0 ? Math.max(...cards.map(({ message }) => message)) : undefined
}

function isSame(a: AppointmentTold | null, b: AppointmentTold | null): boolean {
  return a?.id === b?.id && a?.centre === b?.centre && a?.startsAt === b?.startsAt
}
