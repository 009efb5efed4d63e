// Coming back to a request with its code and PIN, from a device that does not know the person. Nothing is
// given out before the PIN is right, and whatever is wrong takes the same way to the same answer.

import type { Deps } from '../../deps.ts'
import type { Address } from '../../domain/people/address.ts'
import { spent, TRIES_OF_NETWORK, waitFor } from '../../domain/people/allowance.ts'
import { isSameSecret } from '../sign-in/same-secret.ts'
import { pinFor } from './pin.ts'

/**
 * `code` and `pin` as they were read; `network`: what it comes from; `address`: a new one, known to nobody.
 */
export type Returned = { code: string; pin: string; network: string; address: Address }

/** `in`: stands behind the address now · `wait`: not looked at from there before so many milliseconds. */
export type CameBack = { of: 'in'; language: string } | { of: 'wrong' } | { of: 'wait'; ms: number }

const MOST_ROUNDS = 5
const SECOND = 1000

/** Takes one try. It is counted before it is looked at, so that tries at the same moment all count. */
export async function comeBack(deps: Deps, given: Returned): Promise<CameBack> {
  const { returns } = deps.store
  const counted = await countTry(deps, given)
  if ('ms' in counted) return { of: 'wait', ms: counted.ms }
  const found = await returns.find(given.code)
  const pin = await pinFor(deps, found?.id ?? given.code, found?.pinCount ?? 0)
  // Both are looked at whatever the first says.
  const isRight = isSameSecret(given.pin, pin)
  if (!found || !isRight) return { of: 'wrong' }
  const stands = await returns.stand(found, given.address, counted.key, deps.clock.now())
  return stands ? { of: 'in', language: found.language } : { of: 'wrong' }
}

/** Whoever guesses from other networks at the same moment changes nothing of this count. */
async function countTry({ store, clock }: Deps, { code, network }: Returned) {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const now = clock.now()
    const tried = await store.returns.tries(code, network)
    const ms = waitFor(tried.before, now, TRIES_OF_NETWORK)
    if (ms > 0) return { ms }
    const counted = { ...tried, until: spent(tried.before, now, TRIES_OF_NETWORK) }
    if (await store.returns.count(counted)) return counted
  }
  return { ms: SECOND }
}
