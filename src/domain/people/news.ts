// What about a request nobody of staff has answered with an act yet. To open it is none.

import type { AuditAction } from './audit.ts'

/** What staff change about a request, but for giving it away. */
export const CHANGES = [
  'take-over',
  'status-new',
  'status-in-care',
  'status-referred',
  'status-closed',
  'note',
  'message',
  'rechtskreis-confirmed',
  'rechtskreis-dismissed',
  'refer',
  'referral-outcome',
  'called',
  'not-reached',
  'call-undone',
  'assign',
  'follow-up',
  'follow-up-done',
  'book',
  'move-booking',
  'cancel-booking',
  'mark-attended',
  'mark-missed',
  'mark-back',
] as const satisfies readonly AuditAction[]

/** What staff do about a request, so that what came before is dealt with; a hand-over makes it new to others. */
export const ACTS = [...CHANGES, 'replies-read'] as const satisfies readonly AuditAction[]

/** new: nobody has done anything · reply: answered · late, cancelled, moved: the person said so of the appointment. */
export type News = 'new' | 'reply' | 'late' | 'cancelled' | 'moved'

/** When what happened, epoch milliseconds; `null` where it has not. */
export type Happened = {
  /** It was sent, came to this centre or carrier, or came back. */
  cameAt: number
  /** The latest act of staff there. */
  actedAt: number | null
  /** The latest answer that nobody has marked as read. */
  repliedAt: number | null
  /** The person said that they will be late. */
  lateAt: number | null
  /** The person changed their appointment, and whether it is cancelled since. */
  changedAt: number | null
  isCancelled: boolean
}

/** What is unread of a request; empty where the latest word was an act of staff. */
export function newsOf(happened: Happened): News[] {
  const { cameAt, actedAt, repliedAt, lateAt, changedAt, isCancelled } = happened
  if (actedAt === null || actedAt < cameAt) return repliedAt === null ? ['new'] : ['new', 'reply']
  const isSince = (at: number | null) => at !== null && at > actedAt
  return [
    ...(repliedAt === null ? [] : (['reply'] as const)),
    ...(isSince(lateAt) ? (['late'] as const) : []),
    ...(isSince(changedAt) ? [isCancelled ? ('cancelled' as const) : ('moved' as const)] : []),
  ]
}
