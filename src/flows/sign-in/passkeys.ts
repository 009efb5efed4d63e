// Passkeys: a device signs for the person it knows by finger, face or PIN, which is both factors at once. They
// stand beside password and app, never in their place, so that whoever loses the last one still gets in.

import type { Deps } from '../../deps.ts'
import { cleanText } from '../../domain/people/typed-text.ts'
import type { Auth } from './auth.ts'
import type { createSignInGate } from './gate.ts'
import type { KnownDevices } from './known-device.ts'
import type { From, SignInOutcome } from './outcome.ts'
import type { OwnChange, OwnTries } from './own-account.ts'
import type { Tries } from './tries.ts'

const MOST_PASSKEYS = 10
export const LONGEST_NAME = 60

/** `createdAt`: epoch ms. */
export type Passkey = { id: string; name: string; createdAt: number }

/** What a browser is asked with, as JSON, and the cookies that go with it. */
export type PasskeyAsked = { options: Readonly<Record<string, unknown>>; cookies: string[] }

/** A credential as a browser writes it; what it says is for the library to judge. */
type Written = Record<string, unknown>
type Asked = { staffId: string; headers: Headers }
type Parts = {
  tries: Tries
  devices: KnownDevices
  gate: ReturnType<typeof createSignInGate>
  tried: OwnTries
}

export function createPasskeys(
  access: Deps['store']['staff']['access'],
  auth: Auth,
  { tries, devices, gate, tried }: Parts,
) {
  async function list({ headers }: Pick<Asked, 'headers'>): Promise<Passkey[]> {
    const rows = await auth.api.listPasskeys({ headers })
    return rows
      .map(({ id, name, createdAt }) => ({
        id,
        name: name ?? '',
        createdAt: createdAt ? new Date(createdAt).getTime() : 0,
      }))
      .sort((a, b) => a.createdAt - b.createdAt)
  }

  const isOwn = async (asked: Asked, id: string) =>
    (await list(asked)).some((passkey) => passkey.id === id)

  const isPassword = (password: string, headers: Headers) =>
    auth.api.verifyPassword({ body: { password }, headers, asResponse: true })

  return {
    list,

    /** What to ask a browser of somebody who wants to sign in; `null` where its client has to wait. */
    begin: async ({ client }: From): Promise<PasskeyAsked | null> =>
      // Each leaves a row that waits for its answer, so no client makes as many as it likes.
      gate.check(client, async () =>
        askedOf(
          await auth.api.generatePasskeyAuthenticationOptions({
            headers: new Headers(),
            asResponse: true,
          }),
        ),
      ),

    /** Looks at what the browser answered. Unknown, closed, unsigned and stale are all `wrong`. */
    async enter(response: string, { client, headers }: From): Promise<SignInOutcome> {
      const key = await access.keyOf(`passkey ${client}`)
      const wait = await tries.wait(key)
      if (wait) return { outcome: 'wait', ...wait }
      const read = readResponse(response)
      if (!read) return { outcome: 'wrong' }
      const answer = await auth.api.verifyPasskeyAuthentication({
        body: { response: read as never },
        headers,
        asResponse: true,
      })
      if (!answer.ok) return { outcome: 'wrong' }
      await tries.forget(key)
      const { user } = (await answer.json()) as { user: { id: string; email: string } }
      const known = await devices.remember(user.email, headers)
      const cookies = [...answer.headers.getSetCookie(), ...known]
      return { outcome: 'in', staffId: user.id, cookies }
    },

    /** What to ask the browser of somebody who adds a passkey, proved by the password. */
    async add(
      { staffId, headers }: Asked,
      password: string,
    ): Promise<OwnChange | (PasskeyAsked & { outcome: 'ask' }) | { outcome: 'many' }> {
      if ((await list({ headers })).length >= MOST_PASSKEYS) return { outcome: 'many' }
      const proved = await tried(staffId, () => isPassword(password, headers))
      if (proved.outcome !== 'done') return proved
      const answer = await auth.api.generatePasskeyRegistrationOptions({
        headers,
        query: {},
        asResponse: true,
      })
      return { outcome: 'ask', ...(await askedOf(answer)) }
    },

    /** Keeps what the browser made, under a name. False where it does not answer what was asked. */
    async keep({ headers }: Asked, response: string, name: string): Promise<boolean> {
      const read = readResponse(response)
      if (!read || (await list({ headers })).length >= MOST_PASSKEYS) return false
      const body = { response: read, name: nameOf(name) }
      return (await auth.api.verifyPasskeyRegistration({ body, headers, asResponse: true })).ok
    },

    /** Another name; false where it is none of theirs. */
    async rename(asked: Asked, id: string, name: string): Promise<boolean> {
      if (!(await isOwn(asked, id))) return false
      const body = { id, name: nameOf(name) }
      const { headers } = asked
      return (await auth.api.updatePasskey({ body, headers, asResponse: true })).ok
    },

    /** Takes one away, proved by the password. */
    async remove(
      asked: Asked,
      id: string,
      password: string,
    ): Promise<OwnChange | { outcome: 'gone' }> {
      if (!(await isOwn(asked, id))) return { outcome: 'gone' }
      const { headers } = asked
      return await tried(asked.staffId, async () => {
        const known = await isPassword(password, headers)
        return known.ok
          ? await auth.api.deletePasskey({ body: { id }, headers, asResponse: true })
          : known
      })
    },
  }
}

async function askedOf(answer: Response): Promise<PasskeyAsked> {
  const options = (await answer.json()) as Record<string, unknown>
  // better-auth only prefers it when somebody signs in; without it the answer is refused.
  const verified = 'userVerification' in options ? { userVerification: 'required' } : {}
  return { options: { ...options, ...verified }, cookies: answer.headers.getSetCookie() }
}

const nameOf = (name: string) => cleanText(name).slice(0, LONGEST_NAME) || 'Passkey'

/** What a browser wrote of a credential; `null` for what is none. */
function readResponse(text: string): Written | null {
  try {
    const read: unknown = JSON.parse(text)
    const isOne = typeof read === 'object' && read !== null && 'id' in read && 'response' in read
    return isOne && typeof read.id === 'string' ? (read as Written) : null
  } catch {
    return null
  }
}
