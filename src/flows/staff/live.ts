// Whether anything has changed since a page was made, for pages that stand open.

import type { Deps } from '../../deps.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { type Actor, widestSight } from './actor.ts'

/** What a page is marked with: another text once something has changed that it shows. */
export async function markOf(pulse: string): Promise<string> {
  return `"${(await fingerprintOf(pulse)).slice(0, 24)}"`
}

/** What a page of the actor would be marked with now, in one small statement. */
export async function markNow(deps: Deps, actor: Actor): Promise<string> {
  const { centres } = widestSight(actor)
  return await markOf(
    await deps.store.staff.inbox.pulse(deps.config.profile, centres, deps.clock.now()),
  )
}
