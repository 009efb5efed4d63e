// The second factor: codes of the app and recovery codes, at sign-in and when it is set up. A try is counted
// before it is looked at, by account and known device, whether somebody is halfway in or wholly.

import { parseCookies } from 'better-auth/cookies'
import type { Deps } from '../../deps.ts'
import { type Auth, CODE_REMEMBERED } from './auth.ts'
import type { KnownDevices } from './known-device.ts'
import type { SignInOutcome } from './outcome.ts'
import type { Tries } from './tries.ts'

type Access = Deps['store']['staff']['access']
type Person = { id: string; email: string }

/** `now` is the system's clock in epoch ms. */
export function createSecondFactor(
  access: Access,
  auth: Auth,
  { tries, devices, now }: { tries: Tries; devices: KnownDevices; now: () => number },
) {
  /** Whose password was right in this browser, or who is in; `null` for nobody. */
  async function whoIs(headers: Headers): Promise<Person | null> {
    const query = { disableRefresh: true }
    const session = await auth.api.getSession({ headers, query })
    if (session) return session.user
    const { createAuthCookie, internalAdapter } = await auth.$context
    const { name } = createAuthCookie('two_factor')
    const signed = parseCookies(headers.get('cookie') ?? '').get(name) ?? ''
    // Only for counting: its signature is looked at with the code.
    const token = signed.slice(0, signed.lastIndexOf('.'))
    const found = token === '' ? null : await internalAdapter.findVerificationValue(token)
    return found ? await internalAdapter.findUserById(found.value) : null
  }

  /** Looks at one try unless its person has to wait. */
  async function tried(
    headers: Headers,
    look: () => Promise<Response>,
    isUnused: (person: Person, answer: Response) => Promise<boolean>,
  ): Promise<SignInOutcome> {
    const person = await whoIs(headers)
    if (!person) return { outcome: 'restart' }
    const device = await devices.idFor(person.email, headers)
    const key = await access.keyOf(`second ${person.id} ${device ?? 'elsewhere'}`)
    const wait = await tries.wait(key)
    if (wait) return { outcome: 'wait', ...wait }
    const answer = await look()
    if (!answer.ok) return { outcome: await refusalOf(answer) }
    if (!(await isUnused(person, answer))) return { outcome: 'restart' }
    await tries.forget(key)
    const cookies = [
      ...answer.headers.getSetCookie(),
      ...(await devices.remember(person.email, headers)),
    ]
    return { outcome: 'in', staffId: person.id, cookies }
  }

  return {
    /** A code of the app; each works once. */
    code(code: string, headers: Headers): Promise<SignInOutcome> {
      const digits = code.replace(/\D/g, '')
      const body = { code: digits }
      const look = () => auth.api.verifyTOTP({ body, headers, asResponse: true })
      return tried(headers, look, async ({ id }, answer) => {
        const key = await access.keyOf(`code ${id} ${digits}`)
        if (await access.useCode(key, now(), now() - CODE_REMEMBERED)) return true
        const { token } = (await answer.json()) as { token: string }
        await (await auth.$context).internalAdapter.deleteSession(token)
        return false
      })
    },

    recoveryCode(code: string, headers: Headers): Promise<SignInOutcome> {
      const body = { code: code.trim() }
      const look = () => auth.api.verifyBackupCode({ body, headers, asResponse: true })
      return tried(headers, look, async () => true)
    },
  }
}

async function refusalOf(answer: Response): Promise<'wrong' | 'restart'> {
  const { code } = (await answer.json().catch(() => ({}))) as { code?: string }
  return code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE' ? 'wrong' : 'restart'
}
