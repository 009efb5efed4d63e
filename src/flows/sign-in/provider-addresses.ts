// Where an identity provider is reached, and how it wants to be asked: as it says itself (OpenID Connect Discovery).

import * as z from 'zod'
import type { Claims } from '../../domain/people/provider-faults.ts'

const ANSWERS_WITHIN = 10_000

const metadataSchema = z.object({
  issuer: z.string(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url().optional(),
  // Where it says nothing it is this one.
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
})

export type Addresses = {
  discovery: string
  token: string
  userInfo: string | undefined
  /** By HTTP Basic; else the secret goes into the body (client_secret_post). */
  takesBasic: boolean
}

/** `null` where it does not answer, or not as the issuer it was set up as. */
export async function findAddresses(issuer: string): Promise<Addresses | null> {
  const discovery = `${issuer}/.well-known/openid-configuration`
  try {
    const signal = AbortSignal.timeout(ANSWERS_WITHIN)
    const answer = await fetch(discovery, { redirect: 'manual', signal })
    const metadata = metadataSchema.parse(await answer.json())
    if (metadata.issuer.replace(/\/+$/, '') !== issuer) return null
    return {
      discovery,
      token: metadata.token_endpoint,
      userInfo: metadata.userinfo_endpoint,
      takesBasic: metadata.token_endpoint_auth_methods_supported.includes('client_secret_basic'),
    }
  } catch {
    return null
  }
}

/** What it says of somebody beside the ID token; nothing where it does not answer. */
export async function askUserInfo(
  { userInfo }: Addresses,
  accessToken: string | undefined,
): Promise<Claims> {
  if (!userInfo || !accessToken) return {}
  try {
    const signal = AbortSignal.timeout(ANSWERS_WITHIN)
    const headers = { Authorization: `Bearer ${accessToken}` }
    const answer = await fetch(userInfo, { headers, redirect: 'manual', signal })
    return answer.ok ? ((await answer.json()) as Claims) : {}
  } catch {
    return {}
  }
}
