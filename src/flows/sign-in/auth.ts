// How staff prove who they are: better-auth, told what it may do here.

import { passkey } from '@better-auth/passkey'
import type { BetterAuthOptions } from 'better-auth'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'

const MINUTE = 60
/** Seconds without a request after which a session of staff ends. */
export const IDLE = 30 * MINUTE
/** A code of the app is good for a minute or two, and once: it is remembered longer (ms). */
export const CODE_REMEMBERED = 10 * 60_000
export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

type Settings = {
  database: NonNullable<BetterAuthOptions['database']>
  secret: string
  /** Where staff reach Lotse; with https the cookies are for https only. */
  baseUrl: string
  onFault: (message: string) => void
  /** Whether somebody's account is open; no session of any kind begins for one that is closed. */
  isOpen: (staffId: string) => Promise<boolean>
}

export type AuthOptions = ReturnType<typeof authOptions>

/**
 * What holds however staff sign in. better-auth's HTTP handler is not mounted: pages call `auth.api`,
 * so there is no way in but those pages, no open sign-up and no endpoint that changes an account
 * behind their back.
 */
export function authOptions({ database, secret, baseUrl, onFault, isOpen }: Settings) {
  return {
    appName: 'Lotse',
    baseURL: baseUrl,
    basePath: '/staff/auth',
    secret,
    database,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      modelName: 'staff',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        centres: { type: 'string', required: true, defaultValue: '[]', input: false },
        body: { type: 'string', required: false, input: false },
        language: { type: 'string', required: true, defaultValue: 'de', input: false },
        disabledAt: { type: 'date', required: false, input: false },
      },
    },
    session: {
      modelName: 'staffSession',
      expiresIn: IDLE,
      updateAge: MINUTE,
      additionalFields: { provider: { type: 'string', required: false, input: false } },
    },
    databaseHooks: {
      session: {
        create: { before: async ({ userId }) => ((await isOpen(userId)) ? undefined : false) },
      },
    },
    account: { modelName: 'staffAccount' },
    verification: { modelName: 'staffVerification' },
    advanced: {
      cookiePrefix: 'lotse',
      defaultCookieAttributes: { path: '/staff', httpOnly: true, sameSite: 'lax' },
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (level: string, message: string) => {
        if (level === 'error') onFault(message)
      },
    },
  } satisfies BetterAuthOptions
}

/** Signing in with a password and a code where a second factor is set up, or with a passkey. */
export function createAuth(options: AuthOptions) {
  return betterAuth({
    ...options,
    plugins: [
      twoFactor({
        issuer: 'Lotse',
        twoFactorTable: 'staffTwoFactor',
        twoFactorCookieMaxAge: 10 * MINUTE,
        // It would lock an account for whoever guesses elsewhere; `second-factor.ts` counts by device.
        accountLockout: { enabled: false },
      }),
      passkey({
        rpName: 'Lotse',
        rpID: new URL(options.baseURL).hostname,
        origin: new URL(options.baseURL).origin,
        // The device has to know who holds it: without that a passkey would be one factor alone.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) =>
            demandVerified(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) =>
            demandVerified(verification.authenticationInfo.userVerified),
        },
        schema: { passkey: { modelName: 'staffPasskey' } },
        advanced: { webAuthnChallengeCookie: 'passkey' },
      }),
    ],
  })
}

function demandVerified(isVerified: boolean | undefined): void {
  if (!isVerified) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' })
}

export type Auth = ReturnType<typeof createAuth>

/** The headers with which a browser would send back what it was just given. */
export function asRequest(cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map((line) => line.split(';')[0]).join('; ') })
}
