// The PIN of a person: made of a secret of ours whenever it is needed, so that nothing of it is kept.

import type { Deps } from '../../deps.ts'
import type { LoadedPerson } from '../../domain/dialog/kept-talk.ts'
import type { Address } from '../../domain/people/address.ts'
import { pinOf } from '../../domain/people/pin.ts'

/** Six digits, the same until another one is asked for. */
export async function pinFor(deps: Deps, personId: string, pinCount: number): Promise<string> {
  return pinOf(await deps.store.returns.pinBytes(personId, pinCount))
}

/** The PIN where it is shown: what one comes back to a page with has no place in a chat. */
export async function pinAt(
  deps: Deps,
  { channel }: Address,
  { id, pinCount }: Pick<LoadedPerson, 'id' | 'pinCount'>,
): Promise<{ pin?: string }> {
  return channel === 'web' ? { pin: await pinFor(deps, id, pinCount) } : {}
}

/**
 * From now on another PIN, and on no page but the one at this address are they known any more. None where the
 * person is gone.
 */
export async function anotherPin(
  deps: Deps,
  personId: string,
  at: Address,
): Promise<{ pin?: string }> {
  const count = await deps.store.returns.anotherPin(personId, at)
  return count === null ? {} : { pin: await pinFor(deps, personId, count) }
}
