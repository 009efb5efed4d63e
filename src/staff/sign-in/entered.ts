// What happens once somebody is in, by whatever way.

import { noteDown } from '../../flows/staff/actor.ts'
import { withCookies } from '../frame/answers.ts'
import type { StaffContext } from '../frame/context.ts'
import { nextOf } from './ask.ts'

/** Notes it down, and leads on to where they wanted to go. */
export async function enter(
  { c, client, deps }: StaffContext,
  { staffId, cookies }: { staffId: string; cookies: readonly string[] },
  action: 'sign-in' | 'sign-in-recovery' | 'sign-in-passkey',
  next: string | undefined,
): Promise<Response> {
  await noteDown(deps, { id: staffId, client }, action, { subject: null, centre: null })
  return withCookies(c.redirect(nextOf(next) || '/staff', 303), cookies)
}
