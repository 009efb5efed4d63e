// Whether anything has changed since a page was made, for pages that stand open.

import type { Deps } from '../../deps.ts'
import { type Actor, widestSight } from './actor.ts'

const encoder = new TextEncoder()

/** What a page is marked with: another text once something has changed that it shows. */
export async function markOf(pulse: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(pulse)))
  return `"${hash.slice(0, 12).toBase64({ alphabet: 'base64url' })}"`
}

/** What a page of the actor would be marked with now, in one small statement. */
export async function markNow(deps: Deps, actor: Actor): Promise<string> {
  const { centres } = widestSight(actor)
  return await markOf(
    await deps.store.staff.inbox.pulse(deps.config.profile, centres, deps.clock.now()),
  )
}
