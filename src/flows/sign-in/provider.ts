// Signing in through the city's identity provider, by OpenID Connect.

import { betterAuth } from 'better-auth/minimal'
import { validateAuthorizationCode } from 'better-auth/oauth2'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { decodeJwt } from 'jose'
import type { Deps } from '../../deps.ts'
import {
  type Claims,
  faultOfClaims,
  faultOfCode,
  isProvedBy,
  isVerified,
  type ProviderFault,
} from '../../domain/people/provider-faults.ts'
import type { AuthOptions } from './auth.ts'
import { isDemoAccount } from './demo-account.ts'
import { type Addresses, askUserInfo } from './provider-addresses.ts'

export type Provider = NonNullable<Deps['config']['staffProvider']>

export const PROVIDER = 'oidc'

/** Told what is wrong with what came for a code, where better-auth only says that something is. */
export type TellFault = (code: string, fault: ProviderFault) => void

/**
 * Whoever the provider names gets in only as somebody who is invited: same e-mail address, verified,
 * at every sign-in anew. Nothing of the provider is kept but that address, no token of any kind.
 */
export function createProviderAuth(
  options: AuthOptions,
  provider: Provider,
  addresses: Addresses,
  tellFault: TellFault,
) {
  const { clientId, clientSecret } = provider
  const authentication = addresses.takesBasic ? 'basic' : 'post'

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
            discoveryUrl: addresses.discovery,
            requireIdTokenVerification: true,
            clientId,
            clientSecret,
            authentication,
            scopes: ['openid', 'email', 'profile'],
            ...(provider.acr ? { authorizationUrlParams: { acr_values: provider.acr } } : {}),
            disableSignUp: true,
            accountSubject: ({ profile }) =>
              String(profile['email'] ?? profile['sub']).toLowerCase(),
            getToken: async ({ code, codeVerifier, redirectURI }) => {
              const tokens = await validateAuthorizationCode({
                ...{ code, redirectURI, tokenEndpoint: addresses.token, authentication },
                options: { clientId, clientSecret, redirectURI },
                ...(codeVerifier === undefined ? {} : { codeVerifier }),
              }).catch((fault: unknown) => {
                tellFault(code, faultOfCode(codeIn(fault)))
                throw fault
              })
              const fault = faultOfToken(tokens.idToken, provider)
              if (fault) tellFault(code, fault)
              // Whoever it is made for, or that there is none, better-auth does not ask.
              return fault ? {} : tokens
            },
            getUserInfo: async ({ idToken, accessToken }) => {
              if (!idToken) return null
              const claims = decodeJwt(idToken)
              const more = claims['email'] ? {} : await askUserInfo(addresses, accessToken)
              const told = { ...more, ...claims }
              // Where the address stands beside the token, it has to be of the same person.
              if ('sub' in more && more['sub'] !== claims.sub) return null
              const emailVerified = isVerified(told, provider.trustsAddresses)
              return { ...told, id: claims.sub, emailVerified } as never
            },
          },
        ],
      }),
    ],
  })
}

function faultOf(
  { acr }: Provider,
  told: { email?: unknown; emailVerified?: unknown },
  profile: Claims | undefined,
  invited: Record<string, unknown> | null,
): ProviderFault | null {
  if (told.emailVerified !== true) return 'unverified'
  const email = String(invited?.['email'] ?? '')
  if (email === '' || email !== told.email || isDemoAccount(email)) return 'unknown'
  if (invited?.['disabledAt']) return 'closed'
  return acr !== undefined && !isProvedBy(profile ?? {}, acr) ? 'factor' : null
}

function faultOfToken(token: string | undefined, provider: Provider): ProviderFault | null {
  if (!token) return 'no-token'
  try {
    return faultOfClaims(decodeJwt(token), { ...provider, now: Date.now() })
  } catch {
    return 'signature'
  }
}

/** The code with which a token endpoint refuses, wherever in the fault it stands. */
function codeIn(fault: unknown): string {
  const refusal = fault as { error?: unknown } | null
  const inner = refusal?.error as { error?: unknown } | string | undefined
  const code = typeof inner === 'object' && inner !== null ? inner.error : inner
  return typeof code === 'string' ? code : 'provider'
}
