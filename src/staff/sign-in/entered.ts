// What happens once somebody is in, by whatever way.

import { noteDown } from '../../flows/staff/actor.ts'
import type { StaffContext } from '../frame/context.ts'
import { withCookies } from '../frame/cookies.ts'
import { nextOf } from './next.ts'

/** Where to go afterwards. */
export type Onward = { next?: string | undefined }

/** Notes it down, and leads on to where they wanted to go. */
export async function enter(
  context: StaffContext,
  { staffId, cookies }: { staffId: string; cookies: readonly string[] },
  action: 'sign-in' | 'sign-in-recovery' | 'sign-in-passkey',
  { next }: Onward,
): Promise<Response> {
  const { c, client, deps } = context
  await noteDown(deps, { id: staffId, client }, action, { subject: null, centre: null })
  return withCookies(c.redirect(nextOf(next) || '/staff', 303), cookies)
}
