// May this person book, move or cancel: one open appointment, and not too many changes a week.

import type { RefusalCode } from '../dialog/refusal.ts'
import type { Profile } from '../profile/profile.ts'

/** A change the person made to an appointment, from its history. `at` is epoch milliseconds. */
export type Change = { what: 'moved' | 'cancelled'; at: number }

/** How far back changes count. */
export const CHANGES_COUNT_FOR = 7 * 86_400_000

/**
 * Whether a person may take a new time. After too many cancellations in a week they are asked to
 * call. Cancelling itself is never refused, since a seat nobody will use should be free: so nobody
 * can cancel more often either.
 */
export function mayBook(
  limits: Profile['limits'],
  changes: readonly Change[],
  now: number,
): RefusalCode | undefined {
  return counted(changes, 'cancelled', now) >= limits.cancellationsPerWeek
    ? 'too-many-changes'
    : undefined
}

// More than anybody needs, and few enough that one chat cannot fill the list of a centre.
const REQUESTS_A_WEEK = 6

/** Whether a person may begin one more request, by how many they began in the last seven days. */
export function mayAskAgain(requests: number): RefusalCode | undefined {
  return requests >= REQUESTS_A_WEEK ? 'too-many-changes' : undefined
}

/** Whether a person may move their appointment to another time. */
export function mayMove(
  limits: Profile['limits'],
  changes: readonly Change[],
  now: number,
): RefusalCode | undefined {
  return counted(changes, 'moved', now) >= limits.movesPerWeek ? 'too-many-changes' : undefined
}

function counted(changes: readonly Change[], what: Change['what'], now: number): number {
  return changes.filter((change) => change.what === what && change.at > now - CHANGES_COUNT_FOR)
    .length
}
