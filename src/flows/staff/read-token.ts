// Who a bearer token lets in, and how often wrong ones are looked at.

import type { Deps } from '../../deps.ts'
import { type Holder, isRole } from '../../domain/people/rights.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { createSecretReader } from '../sign-in/guesses.ts'
import { isSameSecret } from '../sign-in/same-secret.ts'

export type TokenHolder = Holder & { id: string }

/** Reads `Authorization` headers; see {@link createSecretReader}. */
export function createTokenReader(deps: Deps) {
  const read = createSecretReader((header) => readToken(deps, header))
  return async (
    header: string | undefined,
    client: string,
  ): Promise<TokenHolder | { wait: number } | null> =>
    header === undefined ? null : await read(header, client)
}

/** Whose token an `Authorization` header carries; `null` for none, a wrong or an ended one. */
async function readToken({ store, clock }: Deps, header: string): Promise<TokenHolder | null> {
  const [, id, secret] = /^Bearer lotse_([0-9a-f]{12})_([0-9a-f]{64})$/i.exec(header) ?? []
  if (!id || !secret) return null
  const token = await store.staff.tokens.find(id)
  const same = isSameSecret(await fingerprintOf(secret), token?.hash ?? '0'.repeat(64))
  if (!token || !same || token.revokedAt !== null || !isRole(token.role)) return null
  const now = clock.now()
  if (token.expiresAt !== null && token.expiresAt <= now) return null
  await store.staff.tokens.noteUse(token, now)
  return { id: `token:${id}`, role: token.role, centres: token.centres, body: token.body }
}
