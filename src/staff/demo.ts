// Opens the demo accounts.

import type { Deps } from '../deps.ts'
import { currentCity } from '../flows/city.ts'
import { addDemoAccount, type NewAccount } from './accounts.ts'
import { DEMO_DOMAIN, demoPassword } from './demo-account.ts'
import { createSignInDesk } from './sign-in.ts'

/** Makes one account for each role. May run at every start. */
export async function openDemoAccounts(deps: Deps): Promise<void> {
  if (deps.config.mode !== 'demo') throw new Error('demo accounts belong into a demo')
  const { profile } = await currentCity(deps)
  const centres = profile.centres.map(({ id }) => id)
  const account = (
    name: string,
    word: string,
    more: Pick<NewAccount, 'role' | 'centres'>,
  ): NewAccount => ({ name, email: `${word}${DEMO_DOMAIN}`, body: null, language: 'de', ...more })
  const desk = await createSignInDesk(deps)
  for (const demo of [
    account('Demo Leitung', 'staff', { role: 'lead', centres }),
    account('Demo Beratung', 'counsellor', { role: 'counsellor', centres: centres.slice(0, 1) }),
    account('Demo Koordination', 'coordinator', { role: 'coordinator', centres: [] }),
    account('Demo Administration', 'administrator', { role: 'administrator', centres: [] }),
  ]) {
    await addDemoAccount(desk, demo, demoPassword)
  }
}
