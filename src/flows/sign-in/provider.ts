// Signing in through the city's identity provider, by OpenID Connect.

import { betterAuth } from 'better-auth/minimal'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import type { Deps } from '../../deps.ts'
import type { ProviderFault } from '../../domain/people/audit.ts'
import type { AuthOptions } from './auth.ts'
import { isDemoAccount } from './demo-account.ts'

export type Provider = NonNullable<Deps['config']['staffProvider']>

export const PROVIDER = 'oidc'

const ANSWERS_WITHIN = 10_000

/**
 * Whoever the provider names gets in only as somebody who is invited: same e-mail address, verified,
 * at every sign-in anew. Nothing of the provider is kept but that address, no token of any kind.
 */
export function createProviderAuth(options: AuthOptions, provider: Provider) {
  return betterAuth({
    ...options,
    user: {
      ...options.user,
      validateUserInfo: async ({ user, source }, { context }) => {
        const invited = await context.internalAdapter.findUserById(user.id ?? '')
        const fault = faultOf(provider, user, source.oauth?.profile, invited)
        return fault ? { error: fault } : undefined
      },
    },
    account: { ...options.account, updateAccountOnSignIn: false },
    databaseHooks: {
      session: {
        create: {
          before: async (session) =>
            (await options.databaseHooks.session.create.before(session)) ?? {
              data: { ...session, provider: PROVIDER },
            },
        },
      },
      account: {
        create: {
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
    },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId: PROVIDER,
            discoveryUrl: discoveryUrl(provider),
            requireIdTokenVerification: true,
            clientId: provider.clientId,
            clientSecret: provider.clientSecret,
            authentication: 'basic',
            scopes: ['openid', 'email', 'profile'],
            ...(provider.acr ? { authorizationUrlParams: { acr_values: provider.acr } } : {}),
            disableSignUp: true,
            accountSubject: ({ profile }) => String(profile.email ?? '').toLowerCase(),
          },
        ],
      }),
    ],
  })
}

type Claims = { email?: unknown; emailVerified?: unknown }

function faultOf(
  { acr }: Provider,
  told: Claims,
  profile: Record<string, unknown> | undefined,
  invited: Record<string, unknown> | null,
): ProviderFault | null {
  if (told.emailVerified !== true) return 'unverified'
  const email = String(invited?.['email'] ?? '')
  if (email === '' || email !== told.email || isDemoAccount(email)) return 'unknown'
  if (invited?.['disabledAt']) return 'closed'
  return acr !== undefined && profile?.['acr'] !== acr ? 'factor' : null
}

/** What an error means that better-auth, or the provider, puts into the address it sends back to. */
export function readFault(error: string): ProviderFault {
  if (error === 'signup_disabled' || error === 'unknown') return 'unknown'
  if (error === 'closed' || error === 'factor') return error
  if (['unverified', 'account_not_linked', 'email_not_found'].includes(error)) return 'unverified'
  if (error.startsWith('state_')) return 'state'
  const ours = ['invalid_code', 'issuer_mismatch', 'unable_to_', 'nonce_', 'internal_', 'oauth_']
  return ours.some((start) => error.startsWith(start)) ? 'provider' : 'declined'
}

/** Whether the provider answers, and as the issuer it was set up as. */
export async function isReachable(provider: Provider): Promise<boolean> {
  try {
    const answer = await fetch(discoveryUrl(provider), {
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWERS_WITHIN),
    })
    const { issuer } = (await answer.json()) as { issuer?: unknown }
    return typeof issuer === 'string' && issuer.replace(/\/+$/, '') === provider.issuer
  } catch {
    return false
  }
}

const discoveryUrl = ({ issuer }: Provider) => `${issuer}/.well-known/openid-configuration`
