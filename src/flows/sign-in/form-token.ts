// What every form carries along: that it is of this session, whose it is, and when its page was made. By whose it
// is, what was typed is given back to the same account where its session has ended meanwhile.

import type { Deps } from '../../deps.ts'
import { isSameSecret } from './same-secret.ts'

type Access = Deps['store']['staff']['access']

/** `of` the session and `whose`, signed; `madeAt` (epoch ms) is as it came, and only says what to tell. */
export type SentToken = { of: string; whose: string; madeAt: number }

// Neither an account's id nor what is signed has one.
const BETWEEN = '~'

/** The part of a form's token that is the same on all pages of a session. */
export async function sessionFormToken(
  access: Access,
  { token, staffId }: { token: string; staffId: string },
): Promise<string> {
  const mark = await access.keyOf(`form of ${staffId}`)
  return [await access.keyOf(`form ${token}`), staffId, mark].join(BETWEEN)
}

/** The token of a form on a page that is made now. */
export const formTokenAt = (ofSession: string, now: number): string =>
  ofSession + BETWEEN + String(now)

/** What a form brought along as its token, once it is known that it was made here; `null` for anything else. */
export async function readFormToken(
  { store }: Pick<Deps, 'store'>,
  sent: string,
): Promise<SentToken | null> {
  const [session = '', whose = '', mark = '', madeAt = ''] = sent.split(BETWEEN)
  if (whose === '' || !isSameSecret(mark, await store.staff.access.keyOf(`form of ${whose}`)))
    return null
  const made = /^\d{1,15}$/.test(madeAt) ? Number(madeAt) : 0
  return { of: [session, whose, mark].join(BETWEEN), whose, madeAt: made }
}
