// Secrets of our own that last longer than the key of the data: drawn once, kept sealed, sealed anew with it.

import { type Database, unlessThere } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

/** `staff-secret` signs and encrypts for better-auth, `pin-secret` makes PINs. */
export const KEPT_SECRETS = ['staff-secret', 'pin-secret'] as const
export type KeptSecret = (typeof KEPT_SECRETS)[number]

/** One of them: 32 random bytes in base64. */
export async function keptSecret(
  { meta }: Pick<Database, 'meta'>,
  seal: Seal,
  key: KeptSecret,
): Promise<string> {
  const kept = async () => (await meta.findUnique({ where: { key } }))?.value
  const there = await kept()
  if (there) return seal.open(there)
  const drawn = crypto.getRandomValues(new Uint8Array(32)).toBase64()
  const data = { key, value: await seal.seal(drawn) }
  if (await unlessThere(meta.createMany({ data }))) return drawn
  const faster = await kept()
  if (!faster) throw new Error(`${key} is missing`)
  return seal.open(faster)
}
