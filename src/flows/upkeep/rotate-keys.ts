// A new key, while Lotse runs.

import type { Deps } from '../../deps.ts'
import type { City } from '../city.ts'
import { FACTS, type TickReads } from '../outbox/tick-reads.ts'
import { hasSpare } from '../query-budget.ts'

/** Looked at each minute: where a second key has been set, what the older one sealed is sealed anew. */
export async function rotateWhenAsked(deps: Deps, _: City, { due }: TickReads): Promise<void> {
  if (!(await deps.store.keys.isRotated(due.facts[FACTS.key] ?? ''))) await rotateKeys(deps)
}

// At most: some of each column read, and sealed anew.
const QUERIES_OF_SOME = 45

/**
 * Seals all that an older key sealed anew, as far as the queries of this event go; the number of texts. Goes on where
 * it was cut off.
 */
export async function rotateKeys(deps: Deps): Promise<number> {
  let done = 0
  for (let some = 1; some > 0; done += some) {
    if (!hasSpare(deps, QUERIES_OF_SOME)) return done
    some = await deps.store.keys.rotateSome()
  }
  await deps.store.keys.noteRotated()
  deps.log.info('key rotated', { texts: done })
  return done
}
