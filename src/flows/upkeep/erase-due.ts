// Each night: what has been kept long enough is erased, and a report says how much.

import type { Deps } from '../../deps.ts'
import { deadlines, type Erased, isRewriteDue, nightOf } from '../../domain/people/retention.ts'
import { FORGOTTEN_AFTER } from '../../domain/people/throttle.ts'
import type { City } from '../city.ts'
import { FACTS, type TickReads } from '../outbox/tick-reads.ts'
import { hasSpare } from '../query-budget.ts'

// Once through all kinds, at most.
const QUERIES_OF_A_ROUND = 60

/**
 * Erases once a night and reports it, over some minutes where one event has too few queries. Called each minute, may run
 * twice; a missed night is made up. A clock that was
 * set is given time to be put right: what goes by date would go early, and does not come back.
 */
export async function eraseNightly(deps: Deps, city: City, { due }: TickReads): Promise<void> {
  const isSteady = deps.clock.isSteady?.() ?? true
  const now = deps.clock.now()
  const night = nightOf(now)
  const { meta, retention } = deps.store
  if (!isSteady || night === null || (due.facts[FACTS.erased] ?? '') >= night) return
  let isDone = true
  const erased = await eraseDue(deps, city, () => {
    isDone = hasSpare(deps, QUERIES_OF_A_ROUND)
    return isDone
  })
  const { audit } = deadlines(city.profile.retention, now)
  await retention.report(night, erased, now, audit)
  await deps.store.staff.inspections.forget(audit)
  if (!isDone) return
  try {
    await rewriteDue(deps, night, due.facts[FACTS.rewritten] ?? null)
  } finally {
    await meta.set(FACTS.erased, night)
  }
}

/** Rows that were moved while pages filled have left copies in the room that pages do not use. */
async function rewriteDue(
  { store: { meta, disk } }: Deps,
  night: string,
  last: string | null,
): Promise<void> {
  if (!isRewriteDue(night, last, await disk.size())) return
  await disk.rewrite()
  await meta.set(FACTS.rewritten, night)
}

/** Erases what is due now, whatever the hour, while it may go on. */
export async function eraseDue(deps: Deps, city: City, mayGoOn?: () => boolean): Promise<Erased> {
  const now = deps.clock.now()
  // Sign-in goes by the system's clock, invitations by ours; in a demo ours can be far ahead.
  const ended = Math.min(now, Date.now())
  const signIn = { ended, forgotten: ended - FORGOTTEN_AFTER }
  const erased = await deps.store.retention.erase(
    deadlines(city.profile.retention, now),
    signIn,
    now,
    mayGoOn,
  )
  deps.log.info('erased what was due', erased)
  return erased
}
