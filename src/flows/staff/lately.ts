// What waits behind the links of the navigation, as it was within the last ten seconds: every page shows it, and mostly
// asks nothing for it.

import type { Deps } from '../../deps.ts'
import type { Actor } from './actor.ts'

// So long the navigation may show counts that are no longer right; what somebody does about one shows at once.
const LATELY = 10_000

type Counted = 'inbox' | 'interpreting'
type Remembered = { at: number; value: Promise<unknown> }
const remembered = new WeakMap<Deps['store'], Map<string, Remembered>>()

const keyOf = (what: Counted, staffId: string) => `${what} ${staffId}`

/** A page has just counted it: so it stands on those that follow. */
export function remember<T>(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { id }: Actor,
  what: Counted,
  value: Promise<T>,
): Promise<T> {
  const held = remembered.get(store) ?? new Map<string, Remembered>()
  remembered.set(store, held)
  held.set(keyOf(what, id), { at: clock.now(), value })
  value.catch(() => held.delete(keyOf(what, id)))
  return value
}

/** What was counted for the actor lately, else what `count` finds. */
export function lately<T>(
  deps: Deps,
  actor: Actor,
  what: Counted,
  count: () => Promise<T>,
): Promise<T> {
  const held = remembered.get(deps.store)?.get(keyOf(what, actor.id))
  if (held && Math.abs(deps.clock.now() - held.at) < LATELY) return held.value as Promise<T>
  return remember(deps, actor, what, count())
}

/** Counts are read anew on their next page: they have just done something. */
export function forgetCounts({ store }: Pick<Deps, 'store'>, staffId: string): void {
  for (const what of ['inbox', 'interpreting'] as const) {
    remembered.get(store)?.delete(keyOf(what, staffId))
  }
}
