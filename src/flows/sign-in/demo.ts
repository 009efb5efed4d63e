// Opens the demo: its accounts, and what is made up of who counsels.

import type { Deps } from '../../deps.ts'
import { CASE_ROLES, type Role } from '../../domain/people/rights.ts'
import { currentCity } from '../city.ts'
import { layMadeUp } from '../upkeep/made-up.ts'
import { addDemoAccounts, addDemoFactor, findAccount } from './accounts.ts'
import {
  demoAccounts,
  demoBody,
  demoColleagues,
  demoPasswordHash,
  demoWithCode,
} from './demo-account.ts'
import { createSignIn } from './sign-in.ts'

/** What the app of the account with a second factor shows now. */
export type PresentCode = () => Promise<string>

/**
 * Makes an account for each role and carrier and one with a second factor, and lays what is made up over the city.
 * May run at every start.
 */
export async function openDemo(deps: Deps): Promise<PresentCode> {
  if (deps.config.mode !== 'demo') throw new Error('demo accounts belong into a demo')
  const { profile } = await currentCity(deps)
  const all = profile.centres.map(({ id }) => id)
  const centres: Record<Role, readonly string[]> = {
    lead: all,
    counsellor: all.slice(0, 1),
    coordinator: [],
    administrator: [],
    volunteer: [],
    'data-protection': [],
  }
  const signIn = await createSignIn(deps)
  const body = demoBody(profile)
  const { secret, ...withCode } = demoWithCode
  const roles = [...demoAccounts, withCode].map((one) => ({
    ...{ ...one, centres: centres[one.role], language: 'de' as const },
    body: CASE_ROLES.includes(one.role) ? body : null,
  }))
  const colleagues = demoColleagues(profile).map((one) => ({
    ...{ ...one, role: 'counsellor' as const, language: 'de' as const },
    centres: all,
  }))
  await addDemoAccounts(signIn, [...roles, ...colleagues], demoPasswordHash)
  await addDemoFactor(signIn, demoWithCode)
  const counsellor = demoAccounts.find(({ role }) => role === 'counsellor')
  await layMadeUp(deps, counsellor ? await findAccount(signIn, counsellor.email) : null)
  return async () => (await signIn.auth.api.generateTOTP({ body: { secret } })).code
}
