// What administrators do with accounts, and the operator by commands. Each of it is noted down, done or refused.

import type { Deps } from '../../deps.ts'
import type { Scope, StaffLanguage } from '../../domain/people/accounts.ts'
import type { AuditAction } from '../../domain/people/audit.ts'
import { type Doer, noteDown } from '../staff/actor.ts'
import { addAccount, closeAccount, invite } from './accounts.ts'
import type { SignIn } from './sign-in.ts'

export type Administration = { deps: Deps; signIn: SignIn; actor: Doer }

export type PersonFields = Scope & { name: string }

/** self: nobody takes their own rights by accident · last: the last administrator stays. */
export type PersonOutcome = 'done' | 'missing' | 'self' | 'last'

/** Makes an account and the path of its link; `null` where the e-mail address has one already. */
export async function invitePerson(
  { deps, signIn, actor }: Administration,
  fields: PersonFields & { email: string; language: StaffLanguage },
): Promise<string | null> {
  const id = await addAccount(signIn, fields)
  if (id === null) return null
  await noteDown(deps, actor, 'invite-staff', { subject: id, centre: null })
  return invite(deps, id)
}

export function changePerson(
  at: Administration,
  id: string,
  fields: PersonFields,
): Promise<PersonOutcome> {
  const { people } = at.deps.store.staff
  return changed(at, 'change-staff', id, () => people.change(id, fields, at.deps.clock.now()))
}

/** Takes access away: sessions and links end at once. */
export function closePerson(at: Administration, id: string): Promise<PersonOutcome> {
  return changed(at, 'close-staff', id, () => closeAccount(at.deps, at.signIn, id))
}

export function reopenPerson(at: Administration, id: string): Promise<PersonOutcome> {
  const { people } = at.deps.store.staff
  return changed(at, 'reopen-staff', id, async () => {
    await endSessions(at.signIn, id)
    await people.reopen(id, at.deps.clock.now())
    return true
  })
}

/** A new link for somebody who forgot the password; links from before end. */
export async function linkPerson(
  at: Administration,
  id: string,
): Promise<PersonOutcome | { link: string }> {
  const outcome = await changed(at, 'link-staff', id, () => isIn(at, id))
  return outcome === 'done' ? { link: await newLink(at, id) } : outcome
}

/**
 * For somebody who lost the phone and the recovery codes. The password goes too: else whoever knows
 * it could set up a phone of their own before the link is used.
 */
export async function resetPerson(
  at: Administration,
  id: string,
): Promise<PersonOutcome | { link: string }> {
  const outcome = await changed(at, 'reset-second-factor', id, async () => {
    if (!(await isIn(at, id))) return false
    await endSessions(at.signIn, id)
    await at.deps.store.staff.people.forget(id)
    return true
  })
  return outcome === 'done' ? { link: await newLink(at, id) } : outcome
}

async function changed(
  { deps, actor }: Administration,
  action: AuditAction,
  id: string,
  change: () => Promise<boolean>,
): Promise<PersonOutcome> {
  const outcome = await outcomeOf(deps, actor, id, change)
  const known = outcome === 'missing' ? null : id
  await noteDown(deps, actor, action, {
    subject: known,
    centre: null,
    refused: outcome !== 'done',
  })
  return outcome
}

async function outcomeOf(
  deps: Deps,
  actor: Doer,
  id: string,
  change: () => Promise<boolean>,
): Promise<PersonOutcome> {
  if (id === actor.id) return 'self'
  const person = await deps.store.staff.people.find(id)
  if (!person) return 'missing'
  if (await change()) return 'done'
  return person.closed ? 'missing' : 'last'
}

const isIn = async ({ deps }: Administration, id: string) =>
  (await deps.store.staff.people.find(id))?.closed === false

async function newLink({ deps }: Administration, id: string): Promise<string> {
  await deps.store.staff.access.dropInvites(id)
  return invite(deps, id)
}

async function endSessions(signIn: SignIn, id: string): Promise<void> {
  const { internalAdapter } = await signIn.auth.$context
  await internalAdapter.deleteUserSessions(id)
}
