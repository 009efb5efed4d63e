// The way to the city's identity provider and back.

import type { Deps } from '../../deps.ts'
import { faultOfCode, type ProviderFault } from '../../domain/people/provider-faults.ts'
import { noteDown } from '../staff/actor.ts'
import { type AuthOptions, asRequest } from './auth.ts'
import { createSignInGate } from './gate.ts'
import { createProviderAuth, PROVIDER, type Provider } from './provider.ts'
import { findAddresses } from './provider-addresses.ts'
import type { Tries } from './tries.ts'

export type ProviderSignIn =
  | { outcome: 'in'; next: string; cookies: string[] }
  | { outcome: 'refused'; fault: ProviderFault }
  | { outcome: 'wait'; milliseconds: number }

/** Opens nothing yet: the provider is asked for its addresses when somebody first needs it. */
export function createProviderSignIn(
  deps: Deps,
  provider: Provider,
  options: AuthOptions,
  tries: Tries,
) {
  const { store, log } = deps
  let opened: ReturnType<typeof createProviderAuth> | undefined
  const gate = createSignInGate(() => Date.now())
  /** What was wrong with what came for a code that is looked at just now. */
  const told = new Map<string, ProviderFault>()

  // Apart from signing in with a password, which must not wait for a provider that is down. The
  // finished thing is kept, not the promise: in a Worker no request may wait for another one's.
  async function open() {
    if (opened) return opened
    const addresses = await findAddresses(provider.issuer)
    if (!addresses) return null
    const auth = createProviderAuth(options, provider, addresses, (code, fault) =>
      told.set(code, fault),
    )
    await auth.$context
    opened ??= auth
    return opened
  }

  return {
    name: provider.name,

    /** Where to send somebody who wants to sign in; `null` while the provider does not answer. */
    async start(next: string, client: string): Promise<{ url: string; cookies: string[] } | null> {
      // Each leaves a row that waits for its return, so no client makes as many as it likes.
      const answer = await gate.check(client, async () => {
        const auth = await open()
        return await auth?.api.signInSocial({
          body: { provider: PROVIDER, callbackURL: next || '/staff' },
          headers: new Headers(),
          asResponse: true,
        })
      })
      if (!answer?.ok) {
        log.error('identity provider does not answer')
        return null
      }
      const { url } = (await answer.json()) as { url: string }
      return { url, cookies: answer.headers.getSetCookie() }
    },

    /** What somebody brought back. A refusal is noted down, but no client fills the audit. */
    async finish(
      query: Record<string, string>,
      headers: Headers,
      client: string,
    ): Promise<ProviderSignIn> {
      const key = await store.staff.access.keyOf(`provider ${client}`)
      const wait = await tries.wait(key)
      if (wait) return { outcome: 'wait', ...wait }
      const auth = await open()
      const answer = await auth?.api.callbackOAuth({
        method: 'GET',
        params: { id: PROVIDER },
        query,
        headers,
        asResponse: true,
      })
      const cookies = answer?.headers.getSetCookie() ?? []
      const session = await auth?.api.getSession({ headers: asRequest(cookies) })
      const to = new URL(answer?.headers.get('location') ?? '/', options.baseURL)
      if (session) {
        await tries.forget(key)
        const actor = { id: session.user.id, client }
        await noteDown(deps, actor, 'sign-in-provider', { subject: null, centre: null })
        return { outcome: 'in', next: to.pathname + to.search, cookies }
      }
      const error = to.searchParams.get('error') ?? 'provider'
      // With nothing said of its claims, what came was signed by somebody else, or for another sign-in.
      const unread = error === 'unable_to_get_user_info' ? 'signature' : faultOfCode(error)
      const fault = told.get(query['code'] ?? '') ?? unread
      told.delete(query['code'] ?? '')
      log[isOfPerson(fault) ? 'warn' : 'error']('provider sign-in refused', { fault })
      const refused = { subject: null, centre: null, refused: true }
      await noteDown(deps, { id: null, client }, `sign-in-provider ${fault}`, refused)
      return { outcome: 'refused', fault }
    },
  }
}

/** Whether it lies with who signs in; else somebody at the provider or here has to act. */
export function isOfPerson(fault: ProviderFault): boolean {
  return ['unknown', 'unverified', 'closed', 'factor', 'no-email', 'state', 'declined'].includes(
    fault,
  )
}
