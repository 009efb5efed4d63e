// Why somebody who came back from the identity provider is not let in, each by its name. What the provider
// says by its codes (RFC 6749, 4.1.2.1 and 5.2; OpenID Connect Core, 3.1.2.6), and what is wrong with its token.

/** Of the person, of the way there and back, of the provider, of how it was set up, of its ID token. */
const PROVIDER_FAULTS = [
  ...(['unknown', 'unverified', 'closed', 'factor', 'no-email'] as const),
  ...(['state', 'declined'] as const),
  ...(['provider', 'server-error', 'unavailable'] as const),
  ...(['scope', 'client', 'request'] as const),
  ...(['no-token', 'issuer', 'audience', 'party', 'nonce', 'expired', 'signature'] as const),
] as const

export type ProviderFault = (typeof PROVIDER_FAULTS)[number]

const CODES: Readonly<Record<string, ProviderFault>> = {
  access_denied: 'declined',
  login_required: 'declined',
  interaction_required: 'declined',
  account_selection_required: 'declined',
  consent_required: 'client',
  server_error: 'server-error',
  temporarily_unavailable: 'unavailable',
  invalid_scope: 'scope',
  invalid_client: 'client',
  unauthorized_client: 'client',
  invalid_request: 'request',
  unsupported_response_type: 'request',
  unsupported_grant_type: 'request',
  request_not_supported: 'request',
  // What better-auth calls things.
  signup_disabled: 'unknown',
  account_not_linked: 'unverified',
  email_not_found: 'no-email',
  issuer_mismatch: 'issuer',
}

/** What an error code means that came back in an address, or with a code that was not taken. */
export function faultOfCode(code: string): ProviderFault {
  const own = PROVIDER_FAULTS.find((fault) => fault === code)
  if (own) return own
  if (code.startsWith('state_')) return 'state'
  return CODES[code] ?? 'provider'
}

export type Claims = Readonly<Record<string, unknown>>

/** A minute: clocks of two houses are never quite the same. */
const LEEWAY = 60

/**
 * What is wrong with the claims of an ID token whose signature is another's to judge; `null`: nothing.
 * `now`: epoch ms.
 */
export function faultOfClaims(
  claims: Claims,
  { issuer, clientId, now }: { issuer: string; clientId: string; now: number },
): ProviderFault | null {
  if (typeof claims['iss'] !== 'string' || claims['iss'].replace(/\/+$/, '') !== issuer) {
    return 'issuer'
  }
  const audience = [claims['aud']].flat()
  if (!audience.includes(clientId)) return 'audience'
  const party = claims['azp']
  // For whom it was made, where it is for several (OpenID Connect Core, 3.1.3.7).
  if (party === undefined ? audience.length > 1 : party !== clientId) return 'party'
  const expires = Number(claims['exp'])
  if (!(expires + LEEWAY > now / 1000)) return 'expired'
  return typeof claims['nonce'] === 'string' ? null : 'nonce'
}

/**
 * Whether an address can be believed to be theirs: said to be verified, by `email_verified` or, as Entra does,
 * by `xms_edov`; or nothing said, and the city trusts the addresses of its provider. What is said to be
 * unverified never is.
 */
export function isVerified(claims: Claims, trustsAddresses: boolean): boolean {
  const said = [claims['email_verified'], claims['xms_edov']].map(truth)
  if (said.includes(false)) return false
  return said.includes(true) || trustsAddresses
}

/** A claim as providers write it: true, "true", 1, "1"; `undefined` where it says nothing. */
function truth(claim: unknown): boolean | undefined {
  if (claim === undefined || claim === null) return undefined
  return ['true', '1'].includes(String(claim).toLowerCase())
}

/** Whether a sign-in was proved as demanded: by `acr`, or one of `acrs` (Entra) or `amr` (ADFS, Entra). */
export function isProvedBy(claims: Claims, demanded: string): boolean {
  return [claims['acr'], claims['acrs'], claims['amr']].flat().includes(demanded)
}
