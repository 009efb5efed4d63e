// What a duty of the tick is given, for tests that do one alone.

import type { Deps } from '../../src/deps.ts'
import { currentCity } from '../../src/flows/city.ts'
import { readDue, readsOfTick, type TickReads } from '../../src/flows/outbox/tick-reads.ts'

/** As a tick that begins now reads it. */
export async function readsNow(deps: Deps): Promise<TickReads> {
  return readsOfTick(deps, await currentCity(deps), await readDue(deps))
}
