// The accounts of a demo: printed at start, known to everybody, worth nothing outside a demo.

import type { Role } from '../../domain/people/rights.ts'
import type { Profile } from '../../domain/profile/profile.ts'

/** What the addresses of a demo's accounts end with. */
export const DEMO_DOMAIN = '@demo.lotse.example'

export const demoPassword = 'lotse-demo-2026'

/** Of this password, as better-auth keeps one: everybody knows it, and no start has to work it out. */
export const demoPasswordHash =
  'aabb296b9b398c0b5e540e508e2f2e56:dc65ae175eb5f77538643e5e3f8451083d6b416e02401e8e23eca8b4fd437745f66a6a1fddae493aa36c6ce5dcbaaa25a5cf78631eb5472b45c5d145a46cc703'

export const demoEmail = `staff${DEMO_DOMAIN}`

/** One for each role. */
export const demoAccounts: readonly { name: string; email: string; role: Role }[] = [
  { name: 'Demo Leitung', email: demoEmail, role: 'lead' },
  { name: 'Demo Beratung', email: `counsellor${DEMO_DOMAIN}`, role: 'counsellor' },
  { name: 'Demo Koordination', email: `coordinator${DEMO_DOMAIN}`, role: 'coordinator' },
  { name: 'Demo Administration', email: `administrator${DEMO_DOMAIN}`, role: 'administrator' },
  { name: 'Demo Ehrenamt', email: `volunteer${DEMO_DOMAIN}`, role: 'volunteer' },
  { name: 'Demo Datenschutz', email: `datenschutz${DEMO_DOMAIN}`, role: 'data-protection' },
]

/** One that has a second factor, so that it can be seen: a counsellor's, with a secret that is made up. */
export const demoWithCode = {
  name: 'Demo Beratung mit Code',
  email: `code${DEMO_DOMAIN}`,
  role: 'counsellor',
  secret: 'lotse-demo-second-factor-2026',
} as const

/** Where the first two belong: the carrier that stands first, in Duisburg the DRK. */
export const demoBody = ({ bodies = [] }: Pick<Profile, 'bodies'>): string | null =>
  bodies[0]?.id ?? null

/** One counsellor more for each other carrier, so that both sides of the wall between them can be looked at. */
export function demoColleagues(
  profile: Pick<Profile, 'bodies'>,
): readonly { name: string; email: string; body: string }[] {
  return (profile.bodies ?? [])
    .filter(({ id }) => id !== demoBody(profile))
    .map(({ id, name }) => ({
      name: `Demo Beratung, ${name}`,
      email: `counsellor-${id}${DEMO_DOMAIN}`,
      body: id,
    }))
}

/** Whether an account belongs to a demo; in live operation nobody gets in with one. */
export function isDemoAccount(email: string): boolean {
  return email.trim().toLowerCase().endsWith(DEMO_DOMAIN)
}
