// What stands for a text without giving it away.

import { createHash } from 'node:crypto'

/** SHA-256 of a text (UTF-8), in hexadecimal. No slow hash: for what cannot be guessed, or is public. */
export async function fingerprintOf(text: string): Promise<string> {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
