// The waiting list: who is offered a seat next, until when it is held, and what is news to whom.

import type { BookableTime } from '../calendar/bookable.ts'
import { toWall } from '../calendar/wall-clock.ts'
import type { Profile } from '../profile/profile.ts'
import type { AnswersById } from '../questionnaire/question.ts'
import { fitOf, type Need, seatsInOrder } from './language-fit.ts'
import { awake } from './quiet-hours.ts'
import {
  dayPart,
  isInWishedLanguage,
  isWished,
  type Known,
  type LanguageAt,
  type Wish,
  type Wishes,
} from './wishes.ts'

/** A time somebody let go by, and when (epoch milliseconds): not wanted, not answered, or cancelled. */
type Declined = { centre: string; startsAt: number; at: number }

/** Somebody who waits and can be written to. Times are epoch milliseconds. */
export type Waiter = {
  id: string
  personId: string
  intakeId: string | null
  wishes: Wish
  /** what they need of who counsels them */
  need: Need
  languageAt: LanguageAt
  since: number
  /** Start of the appointment they have; only something earlier helps them. */
  has: number | null
  declined: readonly Declined[]
}

/** The same as it is kept: what their request says in codes, and whose account has taken it. */
export type Listed = Omit<Waiter, 'need' | 'languageAt'> & {
  answers: AnswersById
  takenBy: string | null
}

/** What decides whether a time helps somebody. */
type Seeker = Pick<Waiter, 'has' | 'declined' | 'languageAt'> & { wishes: Wishes }

export type OfferMade = {
  waiter: Waiter
  time: BookableTime
  /** It was not there when they began to wait; `free`: it was, and what they knew before it is gone. */
  why: 'news' | 'free'
  /** What they know from then on: the message names what else is free. */
  known: Known | undefined
  writeAt: number
  heldUntil: number
}

/**
 * For so long after a time they did not take, a person is offered none of its kind: the same day of
 * the week, part of the day and centre. Nor are they told sooner of what was free all along.
 */
export const PAUSE_AFTER_OFFER = 24 * 3_600_000

type Time = { centreId: string; startsAt: number }

/** Whether a time is one the person waits for. */
export function fits({ wishes, has, declined, languageAt }: Seeker, time: BookableTime): boolean {
  return (
    isWished(wishes, time) &&
    isInWishedLanguage(wishes, languageAt(time)) &&
    (has === null || time.startsAt < has) &&
    !declined.some((gone) => gone.centre === time.centreId && gone.startsAt === time.startsAt)
  )
}

/** What somebody knows who is shown at `asOf` which times are free. */
export function knownOf(
  seeker: Seeker,
  times: readonly BookableTime[],
  asOf: number,
): Known | undefined {
  const starts = times.filter((time) => fits(seeker, time)).map(({ startsAt }) => startsAt)
  const from = Math.min(...starts, seeker.has ?? Number.POSITIVE_INFINITY)
  if (!Number.isFinite(from)) return undefined
  return from === seeker.has ? { from, asOf, own: true } : { from, asOf }
}

/**
 * What a person knows once their own appointment is elsewhere or cancelled: what is free now. Nothing
 * they have makes something later no help any more.
 */
export function knownWithoutOwn(
  waiter: Waiter,
  times: readonly BookableTime[],
  now: number,
): Known | undefined {
  const { known } = waiter.wishes
  const isLost = known?.own && known.from !== waiter.has && known.from > now
  return isLost ? knownOf(waiter, times, now) : known
}

/** What is left of what a person knew: once nothing they wish is free, whatever comes is news. */
export function knownStill(
  waiter: Waiter,
  times: readonly BookableTime[],
  now: number,
): Known | undefined {
  const { known } = waiter.wishes
  if (!known || known.from === waiter.has) return known
  return times.some((time) => fits(waiter, time)) ? known : knownOf(waiter, [], now)
}

/**
 * Who is offered which free seat now: each person one, each seat to one. Whoever needs a language that is
 * spoken there goes before who does not; then a narrow wish before a wide one, since fewer seats can meet
 * it, and then whoever has waited longest. Nobody is offered what
 * was free when they began to wait, until what they knew is gone. A person is written to outside the
 * quiet hours and has the hold time from then on; a time too close for that is left to those who look
 * for one.
 */
export function nextOffers(
  profile: Pick<Profile, 'waitingList' | 'reminders' | 'calendar'>,
  times: readonly BookableTime[],
  waiters: readonly Waiter[],
  now: number,
): OfferMade[] {
  const writeAt = awake(profile.reminders.quietHours, now)
  const heldUntil = writeAt + profile.waitingList.holdMinutes * 60_000
  const earliest = heldUntil + profile.calendar.leadMinutes * 60_000
  const queue = [...waiters].sort(byTurn)
  const gone = new Set(waiters.filter((waiter) => isKnownGone(waiter, times, writeAt)))
  const offers: OfferMade[] = []
  for (const time of [...times].sort((a, b) => a.startsAt - b.startsAt)) {
    if (time.startsAt < earliest) continue
    // Of what is left of its seats: the one that speaks a language may have been given away.
    const isWanted = (waiter: Waiter, left: BookableTime) =>
      fits(waiter, left) &&
      (isNews(waiter, time) || gone.has(waiter)) &&
      !isPaused(waiter, time, writeAt)
    for (let left = time; left.seats.length > 0; ) {
      const waiter = nextFor(left, queue, isWanted)
      if (!waiter) break
      queue.splice(queue.indexOf(waiter), 1)
      const [seat = 0] = seatsInOrder(left, waiter.need)
      const others = times.filter((other) => !isSame(other, time))
      const why = isNews(waiter, time) ? 'news' : 'free'
      const known = knownOf(waiter, others, now)
      offers.push({ waiter, time: { ...time, seats: [seat] }, why, known, writeAt, heldUntil })
      left = { ...left, seats: left.seats.filter((one) => one !== seat) }
    }
  }
  return offers
}

/** Whoever needs a language that is spoken at one of these seats, before who does not; else whose turn it is. */
function nextFor(
  time: BookableTime,
  queue: readonly Waiter[],
  isWanted: (waiter: Waiter, time: BookableTime) => boolean,
): Waiter | undefined {
  const speaks = ({ need }: Waiter) => fitOf(time, need, null).language === 'spoken'
  const needing = time.counsellors && queue.find((one) => speaks(one) && isWanted(one, time))
  return needing ?? queue.find((one) => isWanted(one, time))
}

const isNews = ({ wishes: { known } }: Waiter, { startsAt }: Time): boolean =>
  !known || startsAt < known.from

/** Whether the soonest time somebody knew of cannot be had any more, and that for a while. */
function isKnownGone(waiter: Waiter, times: readonly BookableTime[], at: number): boolean {
  const { wishes, has, languageAt } = waiter
  const { known } = wishes
  if (!known || known.from === has || at < known.asOf + PAUSE_AFTER_OFFER) return false
  return !times.some(
    (time) =>
      time.startsAt === known.from &&
      isWished(wishes, time) &&
      isInWishedLanguage(wishes, languageAt(time)),
  )
}

function isPaused({ declined }: Waiter, time: Time, at: number): boolean {
  return declined.some((one) => {
    const before = { centreId: one.centre, startsAt: one.startsAt }
    return at < one.at + PAUSE_AFTER_OFFER && kindOf(before) === kindOf(time)
  })
}

const kindOf = ({ centreId, startsAt }: Time): string =>
  `${centreId} ${toWall(startsAt).weekday} ${dayPart(startsAt)}`

const isSame = (a: Time, b: Time): boolean => a.centreId === b.centreId && a.startsAt === b.startsAt

/** How narrow a wish is: the number of things that are not "any". */
function narrowness({ days, parts, centres }: Wishes): number {
  return [days, parts, centres].filter((list) => list.length > 0).length
}

function byTurn(a: Waiter, b: Waiter): number {
  return narrowness(b.wishes) - narrowness(a.wishes) || a.since - b.since
}
