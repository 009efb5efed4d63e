// Whether what was sent is the secret, told by nothing but the answer.

import { timingSafeEqual } from 'node:crypto'

const encoder = new TextEncoder()

/** Takes as long wherever the first difference is; only the length of a secret may show. */
export function isSameSecret(sent: string, secret: string): boolean {
  const [one, other] = [encoder.encode(sent), encoder.encode(secret)]
  return one.length === other.length && timingSafeEqual(one, other)
}
