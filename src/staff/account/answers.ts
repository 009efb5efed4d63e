// The page of the own account, shown after whatever was asked of it.

import type { AuditAction } from '../../domain/people/audit.ts'
import { currentCity } from '../../flows/city.ts'
import type { OwnChange } from '../../flows/sign-in/own-account.ts'
import { noteDown } from '../../flows/staff/actor.ts'
import { show } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { waitWord } from '../sign-in/ask.ts'
import { ownCalendars } from './calendars-routes.ts'
import { type AccountMessage, accountPage } from './page.ts'

export const askedOf = ({ c, staff }: StaffContext) => ({
  staffId: staff.id,
  headers: c.req.raw.headers,
})

export const note = (context: StaffContext, action: AuditAction, refused: boolean) =>
  noteDown(context.deps, actorOf(context), action, {
    subject: context.staff.id,
    centre: null,
    refused,
  })

export async function told(
  context: StaffContext,
  action: AuditAction,
  changed: OwnChange,
  then: (cookies: readonly string[], codes: readonly string[]) => Response | Promise<Response>,
): Promise<Response> {
  const { words } = context.frame
  if (changed.outcome === 'wait') {
    return showAccount(context, { alert: waitWord(words, changed.milliseconds) }, 429)
  }
  await note(context, action, changed.outcome === 'wrong')
  if (changed.outcome === 'wrong') return showAccount(context, { alert: words.proofWrong }, 401)
  return then(changed.cookies, changed.codes ?? [])
}

/** The page itself. */
export async function showAccount(
  context: StaffContext,
  message: AccountMessage,
  status: 200 | 400 | 401 | 429 = 200,
): Promise<Response> {
  const { deps, frame, staff, proof, signIn } = context
  const passkeys = proof === 'code' ? await signIn.passkeys.list(askedOf(context)) : []
  const { profile } = await currentCity(deps)
  const centres = profile.centres
    .filter(({ id }) => staff.centres.includes(id))
    .map(({ name }) => name)
  const body = profile.bodies?.find(({ id }) => id === staff.body)?.name ?? null
  const calendars = await ownCalendars(context)
  const facts = { staff, proof, centres, body, passkeys, calendars }
  const content = accountPage(frame, facts, message)
  return show(context, frame.words.account, content, status)
}
