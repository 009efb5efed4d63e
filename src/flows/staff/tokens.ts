// Bearer tokens: made once, told apart by an id, believed by the hash of a secret.

import type { Deps } from '../../deps.ts'
import { type Holder, isRole, type Role } from '../../domain/people/rights.ts'
import type { StoredToken } from '../../domain/people/tokens.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { isSameSecret } from '../sign-in/same-secret.ts'
import { type Actor, noteDown } from './actor.ts'

export type TokenWish = {
  name: string
  role: Role
  centres: readonly string[]
  body: string | null
  /** Epoch ms; without it, until it is revoked. */
  expiresAt?: number | null
}

const drawn = (length: number) => crypto.getRandomValues(new Uint8Array(length)).toHex()

/** Makes a token and returns it for the only time. */
export async function makeToken({ store, clock }: Deps, wish: TokenWish): Promise<string> {
  const [id, secret] = [drawn(6), drawn(32)]
  await store.staff.tokens.add(
    { expiresAt: null, ...wish, id, hash: await fingerprintOf(secret) },
    clock.now(),
  )
  return `lotse_${id}_${secret}`
}

/** As `makeToken`, by an administrator. */
export async function createToken(deps: Deps, actor: Actor, wish: TokenWish): Promise<string> {
  const token = await makeToken(deps, wish)
  await noteDown(deps, actor, 'create-token', { subject: tokenId(token), centre: null })
  return token
}

/** Ends a token; false where there is none, or it has ended already. */
export async function revokeToken(deps: Deps, actor: Actor, id: string): Promise<boolean> {
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

/** Whose token an `Authorization` header carries; `null` for none, a wrong or an ended one. */
export async function readToken(
  { store, clock }: Deps,
  header: string | undefined,
): Promise<(Holder & { id: string }) | null> {
  const [, id, secret] = /^Bearer lotse_([0-9a-f]{12})_([0-9a-f]{64})$/i.exec(header ?? '') ?? []
  if (!id || !secret) return null
  const token = await store.staff.tokens.find(id)
  const same = isSameSecret(await fingerprintOf(secret), token?.hash ?? '0'.repeat(64))
  if (!token || !same || token.revokedAt !== null || !isRole(token.role)) return null
  const now = clock.now()
  if (token.expiresAt !== null && token.expiresAt <= now) return null
  await store.staff.tokens.noteUse(token, now)
  return { id: `token:${id}`, role: token.role, centres: token.centres, body: token.body }
}
