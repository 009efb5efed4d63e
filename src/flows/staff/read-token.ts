// Who a bearer token lets in, and how often wrong ones are looked at.

import QuickLru from 'quick-lru'
import type { Deps } from '../../deps.ts'
import { type Holder, isRole } from '../../domain/people/rights.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { createGuesses } from '../sign-in/guesses.ts'
import { isSameSecret } from '../sign-in/same-secret.ts'

export type TokenHolder = Holder & { id: string }

const REMEMBERED = 1_000

/**
 * Reads `Authorization` headers. Who was let in lately is looked at whatever others send from the same address;
 * `wait`: seconds until another one from there is.
 */
export function createTokenReader(deps: Deps) {
  const guesses = createGuesses(() => Date.now())
  const right = new QuickLru<string, true>({ maxSize: REMEMBERED })
  return async (
    header: string | undefined,
    client: string,
  ): Promise<TokenHolder | { wait: number } | null> => {
    if (header === undefined) return null
    const fingerprint = await fingerprintOf(header)
    const wait = right.has(fingerprint) ? 0 : guesses.wait(client)
    if (wait > 0) return { wait }
    const holder = await readToken(deps, header)
    if (holder) {
      right.set(fingerprint, true)
    } else {
      right.delete(fingerprint)
      guesses.wrong(client)
    }
    return holder
  }
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
