// That staff called a person, and whether somebody answered.

export const CALL_OUTCOMES = ['reached', 'not-reached'] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]

/** One call; `at` is epoch ms. */
export type CallAttempt = { id: string; outcome: CallOutcome; at: number }

/** When somebody was last reached (epoch ms); `null` where nobody was. */
export function reachedAt(attempts: readonly CallAttempt[]): number | null {
  const reached = attempts.filter(({ outcome }) => outcome === 'reached').map(({ at }) => at)
  return reached.length === 0 ? null : Math.max(...reached)
}

/** Calls that nobody answered since somebody was last reached, the earliest first. */
export function missedCalls(attempts: readonly CallAttempt[]): CallAttempt[] {
  const since = reachedAt(attempts) ?? Number.NEGATIVE_INFINITY
  return attempts
    .filter(({ outcome, at }) => outcome === 'not-reached' && at > since)
    .sort((a, b) => a.at - b.at)
}
