// Bearer tokens: made once, told apart by an id, believed by the hash of a secret.

import type { Deps } from '../../deps.ts'
import type { Role } from '../../domain/people/rights.ts'
import type { StoredToken } from '../../domain/people/tokens.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { type Doer, noteDown } from './actor.ts'

export type TokenWish = {
  name: string
  role: Role
  centres: readonly string[]
  body: string | null
  /** Epoch ms; without it, until it is revoked. */
  expiresAt?: number | null
}

const drawn = (length: number) => crypto.getRandomValues(new Uint8Array(length)).toHex()

/** Makes a token and returns it for the only time; who asks notes it down. */
export async function makeToken({ store, clock }: Deps, wish: TokenWish): Promise<string> {
  const [id, secret] = [drawn(6), drawn(32)]
  await store.staff.tokens.add(
    { expiresAt: null, ...wish, id, hash: await fingerprintOf(secret) },
    clock.now(),
  )
  return `lotse_${id}_${secret}`
}

/** As `makeToken`, by an administrator or the operator. */
export async function createToken(deps: Deps, actor: Doer, wish: TokenWish): Promise<string> {
  const token = await makeToken(deps, wish)
  await noteDown(deps, actor, 'create-token', { subject: tokenId(token), centre: null })
  return token
}

/** Ends a token; false where there is none, or it has ended already. */
export async function revokeToken(deps: Deps, actor: Doer, id: string): Promise<boolean> {
  const ended = await deps.store.staff.tokens.revoke(id, deps.clock.now())
  const about = { subject: ended ? id : null, centre: null, refused: !ended }
  await noteDown(deps, actor, 'revoke-token', about)
  return ended
}

/** All tokens without their secrets, the oldest first. */
export function tokenList({ store }: Deps): Promise<StoredToken[]> {
  return store.staff.tokens.list()
}

/** The part of a token that tells it apart, and is no secret. */
function tokenId(token: string): string {
  return token.split('_')[1] ?? ''
}
