// The accounts of a demo: printed at start, known to everybody, worth nothing outside a demo.

import type { Role } from '../../domain/people/rights.ts'

const DEMO_DOMAIN = '@demo.lotse.example'

export const demoPassword = 'lotse-demo-2026'

export const demoEmail = `staff${DEMO_DOMAIN}`

/** One for each role. */
export const demoAccounts: readonly { name: string; email: string; role: Role }[] = [
  { name: 'Demo Leitung', email: demoEmail, role: 'lead' },
  { name: 'Demo Beratung', email: `counsellor${DEMO_DOMAIN}`, role: 'counsellor' },
  { name: 'Demo Koordination', email: `coordinator${DEMO_DOMAIN}`, role: 'coordinator' },
  { name: 'Demo Administration', email: `administrator${DEMO_DOMAIN}`, role: 'administrator' },
  { name: 'Demo Ehrenamt', email: `volunteer${DEMO_DOMAIN}`, role: 'volunteer' },
]

/** Whether an account belongs to a demo; in live operation nobody gets in with one. */
export function isDemoAccount(email: string): boolean {
  return email.trim().toLowerCase().endsWith(DEMO_DOMAIN)
}
