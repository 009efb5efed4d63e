// Opens the demo: its accounts, and what is made up of who counsels.

import type { Deps } from '../../deps.ts'
import type { Role } from '../../domain/people/rights.ts'
import { currentCity } from '../city.ts'
import { layMadeUp } from '../upkeep/made-up.ts'
import { addDemoAccount, findAccount } from './accounts.ts'
import { demoAccounts, demoPassword } from './demo-account.ts'
import { createSignIn } from './sign-in.ts'

/** Makes one account for each role, and lays what is made up over the city. May run at every start. */
export async function openDemo(deps: Deps): Promise<void> {
  if (deps.config.mode !== 'demo') throw new Error('demo accounts belong into a demo')
  const { profile } = await currentCity(deps)
  const all = profile.centres.map(({ id }) => id)
  const centres: Record<Role, readonly string[]> = {
    lead: all,
    counsellor: all.slice(0, 1),
    coordinator: [],
    administrator: [],
    volunteer: [],
  }
  const signIn = await createSignIn(deps)
  for (const account of demoAccounts) {
    const more = { centres: centres[account.role], body: null, language: 'de' as const }
    await addDemoAccount(signIn, { ...account, ...more }, demoPassword)
  }
  const counsellor = demoAccounts.find(({ role }) => role === 'counsellor')
  await layMadeUp(deps, counsellor ? await findAccount(signIn, counsellor.email) : null)
}
