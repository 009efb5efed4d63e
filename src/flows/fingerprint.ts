// What stands for a text without giving it away.

/** SHA-256 of a text (UTF-8), in hexadecimal. No slow hash: for what cannot be guessed, or is public. */
export async function fingerprintOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return new Uint8Array(digest).toHex()
}
