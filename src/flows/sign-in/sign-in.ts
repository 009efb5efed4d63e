// Signing in step by step: password, second factor, session. Pages show the outcome.

import { symmetricDecrypt } from 'better-auth/crypto'
import type { Deps } from '../../deps.ts'
import {
  asStaffLanguage,
  type StaffLanguage,
  type StaffMember,
} from '../../domain/people/accounts.ts'
import { isRole } from '../../domain/people/rights.ts'
import { type Auth, asRequest, authOptions, createAuth } from './auth.ts'
import { isDemoAccount } from './demo-account.ts'
import { sessionFormToken } from './form-token.ts'
import { createSignInGate } from './gate.ts'
import { createGuesses } from './guesses.ts'
import { createKnownDevices } from './known-device.ts'
import { createSignInLimits } from './limits.ts'
import type { From, Proof, SignInOutcome } from './outcome.ts'
import { createOwnAccount, createOwnTries } from './own-account.ts'
import { createPasskeys } from './passkeys.ts'
import { createProviderSignIn } from './provider-sign-in.ts'
import { createSecondFactor } from './second-factor.ts'
import { createTries } from './tries.ts'

/** Milliseconds after which a session of staff ends, whatever they do. */
export const LONGEST_SESSION = 12 * 60 * 60_000

export type Session = {
  staff: StaffMember
  /** What every form of this session carries along, but for when its page was made. */
  formToken: string
  /** password: alone, in a demo · code: with a second factor · provider: which answers for one. */
  proof: Proof
  /** Whether the second factor is still to be set up before anything else. */
  setUp: boolean
  cookies: string[]
}

export type SignIn = Awaited<ReturnType<typeof createSignIn>>

/** Opens the sign-in; reads the secret once. `now` of the system, since a demo's clock can jump. */
export async function createSignIn(deps: Deps) {
  const { store, config, log } = deps
  const { access, authAdapter } = store.staff
  const options = authOptions({
    database: await authAdapter(),
    secret: await access.secret(),
    baseUrl: config.publicUrl ?? `http://localhost:${config.port}`,
    onFault: () => log.error('sign-in fault'),
    isOpen: async (id) => (await store.staff.people.find(id))?.closed === false,
  })
  const auth = createAuth(options)
  const now = () => Date.now()
  const tries = createTries(store.staff, now)
  const tried = createOwnTries(access, tries)
  const secondFactor = config.mode === 'live'
  const { staffProvider } = config
  const gate = createSignInGate(now)

  const limits = createSignInLimits(store.staff, now)
  const devices = createKnownDevices(access, options.baseURL.startsWith('https:'))

  async function byPassword(email: string, password: string, from: From): Promise<SignInOutcome> {
    const device = await devices.idFor(email, from.headers)
    const admitted = await limits.admit({ email, client: from.client, device })
    if ('wait' in admitted) return { outcome: 'wait', milliseconds: admitted.wait }
    if (secondFactor && isDemoAccount(email)) return { outcome: 'wrong' }
    const answer = await auth.api.signInEmail({
      body: { email: email.trim().toLowerCase(), password },
      headers: new Headers(),
      asResponse: true,
    })
    if (!answer.ok) return { outcome: 'wrong' }
    await admitted.right()
    const cookies = answer.headers.getSetCookie()
    const body = (await answer.json()) as { twoFactorRedirect?: boolean; user?: { id: string } }
    if (body.twoFactorRedirect) return { outcome: 'code', cookies }
    if (secondFactor) {
      await auth.api.enableTwoFactor({ body: { password }, headers: asRequest(cookies) })
    }
    return { outcome: 'in', staffId: body.user?.id ?? '', cookies }
  }

  return {
    auth,
    /** Wrong links of invitations, by client. */
    guesses: createGuesses(now),
    /** `null` where the city has set up no identity provider. */
    provider: staffProvider ? createProviderSignIn(deps, staffProvider, options, tries) : null,

    async password(email: string, password: string, from: From): Promise<SignInOutcome> {
      const looked = await gate.check(from.client, () => byPassword(email, password, from))
      return looked ?? { outcome: 'wait', milliseconds: 2_000 }
    },

    /** Has a browser known to an account that has proved to be its own otherwise; Set-Cookie lines. */
    rememberDevice: devices.remember,

    ...createSecondFactor(access, auth, { tries, devices, now }),

    /**
     * Who is signed in; `null` for a stranger, an old session, a closed account.
     * @param isAsked by somebody; what a page asks by itself keeps no session alive
     */
    async session(headers: Headers, isAsked = true): Promise<Session | null> {
      const query = isAsked ? {} : { disableRefresh: true }
      const found = await auth.api.getSession({ headers, query, returnHeaders: true })
      if (!found.response) return null
      const { session, user } = found.response
      if (user.disabledAt || !isRole(user.role)) return null
      if (secondFactor && isDemoAccount(user.email)) return null
      if (now() - session.createdAt.getTime() > LONGEST_SESSION) return null
      return {
        staff: {
          id: user.id,
          name: user.name,
          email: user.email,
          role: user.role,
          centres: JSON.parse(user.centres) as string[],
          body: user.body ?? null,
          language: asStaffLanguage(user.language),
        },
        formToken: await sessionFormToken(access, { token: session.token, staffId: user.id }),
        proof: session.provider ? 'provider' : user.twoFactorEnabled ? 'code' : 'password',
        setUp: secondFactor && !user.twoFactorEnabled && !session.provider,
        cookies: found.headers.getSetCookie(),
      }
    },

    async signOut(headers: Headers): Promise<string[]> {
      const answer = await auth.api.signOut({ headers, asResponse: true })
      return answer.headers.getSetCookie()
    },

    own: createOwnAccount(access, auth, tried, now),
    passkeys: createPasskeys(access, auth, { tries, devices, gate, tried }),

    setLanguage: async (staffId: string, language: StaffLanguage) => {
      await (await auth.$context).internalAdapter.updateUser(staffId, { language })
    },

    pendingSecret: (staffId: string) => pendingSecret(auth, staffId),
    recoveryCodes: async (staffId: string) =>
      (await auth.api.viewBackupCodes({ body: { userId: staffId } })).backupCodes,
  }
}

/** The second factor's secret while it is being set up; `null` once it is in use. */
async function pendingSecret(auth: Auth, staffId: string): Promise<string | null> {
  const context = await auth.$context
  const found = await context.adapter.findOne<{ secret: string; verified: boolean | null }>({
    model: 'twoFactor',
    where: [{ field: 'userId', value: staffId }],
  })
  if (found?.verified !== false) return null
  return symmetricDecrypt({ key: context.secretConfig, data: found.secret })
}
