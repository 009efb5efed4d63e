// What staff change about their own sign-in, each time proved anew by the password.

import type { Deps } from '../../deps.ts'
import { type Auth, asRequest, CODE_REMEMBERED } from './auth.ts'
import type { Tries } from './tries.ts'

/** What came of it; `cookies` are Set-Cookie lines to pass on. */
export type OwnChange =
  | { outcome: 'done'; cookies: string[]; codes?: readonly string[] }
  | { outcome: 'wrong' }
  | { outcome: 'wait'; milliseconds: number }

type Asked = { staffId: string; headers: Headers }

type Access = Deps['store']['staff']['access']

export type OwnTries = ReturnType<typeof createOwnTries>

/** Tries a change; a wrong password or code counts against the account until one is right. */
export function createOwnTries(access: Access, tries: Tries) {
  return async (staffId: string, change: () => Promise<Response>): Promise<OwnChange> => {
    const key = await access.keyOf(`own ${staffId}`)
    const wait = await tries.wait(key)
    if (wait) return { outcome: 'wait', ...wait }
    const answer = await change()
    if (!answer.ok) return { outcome: 'wrong' }
    await tries.forget(key)
    const { backupCodes } = (await answer.json()) as { backupCodes?: string[] }
    const cookies = answer.headers.getSetCookie()
    return { outcome: 'done', cookies, ...(backupCodes ? { codes: backupCodes } : {}) }
  }
}

/** `now` is the system's clock in epoch ms. */
export function createOwnAccount(access: Access, auth: Auth, tried: OwnTries, now: () => number) {
  async function isCode(code: string, { staffId, headers }: Asked): Promise<boolean> {
    const digits = code.replace(/\s/g, '')
    if (!/^\d{6}$/.test(digits)) {
      const body = { code: code.trim(), disableSession: true }
      return (await auth.api.verifyBackupCode({ body, headers, asResponse: true })).ok
    }
    const body = { code: digits }
    if (!(await auth.api.verifyTOTP({ body, headers, asResponse: true })).ok) return false
    const key = await access.keyOf(`code ${staffId} ${digits}`)
    return access.useCode(key, now(), now() - CODE_REMEMBERED)
  }

  return {
    /** Sets another password and ends all other sessions. */
    changePassword: ({ staffId, headers }: Asked, currentPassword: string, newPassword: string) =>
      tried(staffId, () =>
        auth.api.changePassword({
          body: { currentPassword, newPassword, revokeOtherSessions: true },
          headers,
          asResponse: true,
        }),
      ),

    /** New recovery codes; the old ones no longer work. */
    newCodes: ({ staffId, headers }: Asked, password: string) =>
      tried(staffId, () =>
        auth.api.generateBackupCodes({ body: { password }, headers, asResponse: true }),
      ),

    /**
     * Takes the second factor off and draws another one, which is set up next. `code` is one of the
     * app or a recovery code; whoever has lost the phone has come in by such a code already.
     */
    replaceFactor: (asked: Asked, password: string, code: string) =>
      tried(asked.staffId, async () => {
        const body = { password }
        const { headers } = asked
        const known = await auth.api.verifyPassword({ body, headers, asResponse: true })
        if (!known.ok) return known
        if (!(await isCode(code, asked))) return new Response(null, { status: 401 })
        const off = await auth.api.disableTwoFactor({ body, headers, asResponse: true })
        if (!off.ok) return off
        const kept = off.headers.getSetCookie()
        await auth.api.revokeOtherSessions({ headers: asRequest(kept) })
        await auth.api.enableTwoFactor({ body, headers: asRequest(kept) })
        return new Response('{}', { headers: off.headers })
      }),

    /** Ends every session but this one. */
    endOthers: async ({ headers }: Asked) => {
      await auth.api.revokeOtherSessions({ headers })
    },
  }
}
