// What happens once somebody is in, by whatever way.

import { noteDown } from '../../flows/staff/actor.ts'
import { withCookies } from '../frame/answers.ts'
import type { StaffContext } from '../frame/context.ts'
import { nextOf } from './ask.ts'
import { goOn } from './typed.ts'

/** Where to go afterwards, and what was typed before, sealed. */
export type Onward = { next?: string | undefined; typed?: string | undefined }

/** Notes it down, and leads on to where they wanted to go, or to what they had typed. */
export async function enter(
  context: StaffContext,
  { staffId, cookies }: { staffId: string; cookies: readonly string[] },
  action: 'sign-in' | 'sign-in-recovery' | 'sign-in-passkey',
  { next, typed }: Onward,
): Promise<Response> {
  const { c, client, deps } = context
  await noteDown(deps, { id: staffId, client }, action, { subject: null, centre: null })
  if (typed) return await goOn(context, typed, { staffId, cookies })
  return withCookies(c.redirect(nextOf(next) || '/staff', 303), cookies)
}
