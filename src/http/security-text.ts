// `/.well-known/security.txt` (RFC 9116): whom to tell of a hole before anybody else.

/** Where it is looked for, by that standard. */
export const SECURITY_TEXT_PATH = '/.well-known/security.txt'

// The standard wants less than a year, and Lotse's address may change hands.
const VALID = 90 * 86_400_000

type Named = { securityContact: string | undefined; publicUrl: string | undefined }

/** The file, good for ninety days from `now` (epoch ms); `undefined` where nobody is named. */
export function securityText(
  { securityContact, publicUrl }: Named,
  now: number,
): string | undefined {
  if (!securityContact) return undefined
  const contact = securityContact.startsWith('https:')
    ? securityContact
    : `mailto:${securityContact}`
  const until = new Date(now + VALID).toISOString().replace(/\.\d+/, '')
  const lines = [`Contact: ${contact}`, `Expires: ${until}`, 'Preferred-Languages: de, en']
  if (publicUrl) lines.push(`Canonical: ${publicUrl}${SECURITY_TEXT_PATH}`)
  return `${lines.join('\n')}\n`
}
