// What did not arrive and never will by itself: seen, sent again, or heeded by leads and administrators.

import type { Deps } from '../../deps.ts'
import { groupRefused, type RefusedGroup } from '../../domain/appointment/undelivered.ts'
import { mayEver, reachOf } from '../../domain/people/rights.ts'
import { setUpRefused } from '../set-up-refused.ts'
import { type Actor, mayHere, noteDown } from './actor.ts'

const centresOf = (actor: Actor): readonly string[] | null =>
  reachOf(actor.role, 'edit-notices') === 'city' ? null : actor.centres

// Webhooks and the bot itself are the whole house's.
const seesCalls = (actor: Actor) => mayEver(actor, 'edit-tokens')

type Counted = { at: number; count: Promise<number> }
const counted = new WeakMap<Deps['store'], Map<string, Counted>>()

// So long a page may show a count that is no longer right; what somebody here does about it shows at once.
const LATELY = 10_000

/**
 * How much waits for somebody to do something about it, as it was within the last ten seconds: mostly no statement.
 * @param isNow counts anew
 */
export function countUndelivered(deps: Deps, actor: Actor, isNow: boolean): Promise<number> {
  const [centres, withCalls] = [centresOf(actor), seesCalls(actor)]
  const held = counted.get(deps.store) ?? new Map<string, Counted>()
  counted.set(deps.store, held)
  const whose = JSON.stringify([centres, withCalls])
  const found = held.get(whose)
  const at = deps.clock.now()
  if (found && !isNow && Math.abs(at - found.at) < LATELY) return found.count
  const count = deps.store.undelivered.count(centres, withCalls)
  held.set(whose, { at, count })
  count.catch(() => held.delete(whose))
  return count
}

/** What of it is the actor's, by way, kind, reason and centre, the latest first. */
export async function undelivered(deps: Deps, actor: Actor): Promise<RefusedGroup[]> {
  const messages = groupRefused(await deps.store.undelivered.messages(centresOf(actor)))
  return seesCalls(actor) ? [...(await refusedCalls(deps)), ...messages] : messages
}

async function refusedCalls(deps: Deps): Promise<RefusedGroup[]> {
  const refused = await setUpRefused(deps)
  const nowhere = { kind: '', centre: null }
  const setUp = refused && {
    ...{ ...nowhere, way: 'set-up' as const, reason: String(refused.code), kind: refused.what },
    ...{ description: refused.description, count: refused.count, canTryAgain: false },
    ...{ since: refused.since, last: refused.last },
  }
  const calls = await deps.store.undelivered.calls()
  return [
    ...(setUp ? [setUp] : []),
    ...calls.map((one) => ({ ...nowhere, ...one, way: 'webhook' as const, canTryAgain: true })),
  ]
}

/** Which of what is seen is meant. */
export type Heeded = Pick<RefusedGroup, 'way' | 'kind' | 'reason' | 'centre'>

/**
 * Has it sent again, or takes it off the list.
 * @returns false where the centre, or the calls of the house, are not the actor's
 */
export async function heedUndelivered(
  deps: Deps,
  actor: Actor,
  { way, kind, reason, centre }: Heeded,
  how: 'send-again' | 'heed-refused',
): Promise<boolean> {
  const { undelivered } = deps.store
  const now = deps.clock.now()
  if (way === 'webhook') {
    if (!(await mayHere(deps, actor, 'edit-tokens', reason, { centre: null }))) return false
    if (how === 'send-again') await undelivered.callAgain(reason, now)
    else await undelivered.heedCalls(reason, now)
  } else {
    if (!(await mayHere(deps, actor, 'edit-notices', kind, { centre }))) return false
    const found = await undelivered.messages(centre === null ? null : [centre])
    const ids = found
      .filter((one) => one.kind === kind && one.reason === reason && one.centre === centre)
      .map(({ id }) => id)
    if (how === 'send-again') await undelivered.sendAgain(ids, now)
    else await undelivered.heed(ids, now)
  }
  counted.delete(deps.store)
  await noteDown(deps, actor, how, { subject: null, centre })
  return true
}
