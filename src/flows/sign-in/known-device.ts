// A device that has signed in to an account before: a cookie that says so, and opens nothing. What it is for:
// `src/domain/people/sign-in-limits.ts`.

import { parseCookies } from 'better-auth/cookies'
import type { Deps } from '../../deps.ts'
import { isSameSecret } from './same-secret.ts'

const COOKIE = 'lotse.device'
const LASTS = 180 * 86_400
/** A computer at a desk that several share. */
const MOST_ACCOUNTS = 8
const ENTRY = /^([0-9a-f]{32})\.([\w-]{43})$/

type Access = Deps['store']['staff']['access']

/** `isSecure`: whether staff reach Lotse by https. */
export function createKnownDevices(access: Access, isSecure: boolean) {
  const markOf = async (email: string, id: string) => {
    const key = await access.keyOf(`device ${id} ${email.trim().toLowerCase()}`)
    return key.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  }
  const entriesIn = (headers: Headers) =>
    (parseCookies(headers.get('cookie') ?? '').get(COOKIE) ?? '').split('~').slice(0, MOST_ACCOUNTS)

  /** The id of the device where it has signed in to this account, else `null`. */
  async function idFor(email: string, headers: Headers): Promise<string | null> {
    for (const entry of entriesIn(headers)) {
      const [, id, mark] = ENTRY.exec(entry) ?? []
      if (id && mark && isSameSecret(mark, await markOf(email, id))) return id
    }
    return null
  }

  return {
    idFor,

    /** The Set-Cookie line that has the device known to one more account; none where it is already. */
    async remember(email: string, headers: Headers): Promise<string[]> {
      if (await idFor(email, headers)) return []
      const id = crypto.getRandomValues(new Uint8Array(16)).toHex()
      const others = entriesIn(headers).filter((entry) => ENTRY.test(entry))
      const entries = [`${id}.${await markOf(email, id)}`, ...others].slice(0, MOST_ACCOUNTS)
      const how = `Path=/staff; Max-Age=${LASTS}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
      return [`${COOKIE}=${entries.join('~')}; ${how}`]
    },
  }
}

export type KnownDevices = ReturnType<typeof createKnownDevices>
