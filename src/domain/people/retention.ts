// How long what is kept, as instants: what lies before one of them is erased in the coming night.

import { addDays, atWall, dateOf, monthsBefore, toWall } from '../calendar/wall-clock.ts'
import type { Profile } from '../profile/profile.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A quiet hour, after the change to summer time and before the first counsellor, in minutes. */
const NIGHT = 3 * 60 + 30

/** After so many days no copy is kept anywhere, whoever made it: people are told this one. */
export const NO_COPY_AFTER_DAYS = 90

// Up to so many bytes a file is written anew within about a second.
const SOON_REWRITTEN = 50_000_000
const NIGHTS_AT_MOST = 7

/** How many of what were erased; never which. */
export type Erased = Record<string, number>

/** Epoch ms: what expired before `ended` is over, tries before `forgotten` no longer count. */
export type SignInOver = { ended: number; forgotten: number }

/** Epoch milliseconds; what happened before them has been kept long enough. */
export type Deadlines = {
  /** Last touched: a talk that never became a request. */
  abandoned: number
  /** See `stoppedHours`. */
  stoppedHours: number
  /** Over: an appointment that was kept or never marked; also requests and messages. */
  content: number
  /** Over: an appointment that was missed. */
  noShow: number
  audit: number
  consents: number
  /** Answered: after this long Telegram delivers no update again, and changes count no more. */
  updates: number
  /** Made: after this long no backup is kept, so nobody can come back with one. */
  backups: number
  /** Sent: after this long Telegram deletes no message any more. */
  messages: number
  /** Tries to come back to a request: count until then. */
  tries: number
}

/**
 * What may be erased at an instant. Days and months are whole calendar days in Germany: what was on
 * the 1st is kept for 30 days until the end of the 31st, also where the clock is changed in between.
 */
export function deadlines(retention: Profile['retention'], now: number): Deadlines {
  const today = dateOf(now)
  const daysAgo = (days: number) => atWall(addDays(today, -days), 0)
  const monthsAgo = (months: number) => atWall(monthsBefore(today, months), 0)
  return {
    abandoned: now - retention.abandonedHours * HOUR,
    stoppedHours: stoppedHours(retention),
    content: daysAgo(retention.contentDays),
    noShow: daysAgo(retention.noShowDays),
    audit: monthsAgo(retention.auditMonths),
    consents: monthsAgo(retention.consentMonths),
    updates: now - 7 * DAY,
    backups: now - NO_COPY_AFTER_DAYS * DAY,
    messages: now - 2 * DAY,
    tries: now,
  }
}

/**
 * Hours from the last touch of a talk until it counts as stopped: it may be erased then, and the night
 * has passed. It counts in that month also where it is erased earlier, so that no month changes once
 * it is over.
 */
export function stoppedHours(retention: Profile['retention']): number {
  return retention.abandonedHours + 24
}

/** The day (YYYY-MM-DD) whose nightly erasing is due by now, from half past three on. */
export function nightOf(now: number): string | null {
  const { date, minutes } = toWall(now)
  return minutes >= NIGHT ? date : null
}

/**
 * Whether the file is written anew in a night (YYYY-MM-DD), so that nothing erased stays in the room its pages
 * do not use. Nobody is served meanwhile, so a large one waits for the seventh night after the last.
 * @param bytes of the file
 */
export function isRewriteDue(night: string, last: string | null, bytes: number): boolean {
  if (last === null || bytes <= SOON_REWRITTEN) return true
  return addDays(last, NIGHTS_AT_MOST) <= night
}
