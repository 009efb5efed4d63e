// The accounts of a demo: printed at start, known to everybody, worth nothing outside a demo.

export const DEMO_DOMAIN = '@demo.lotse.example'

export const demoPassword = 'lotse-demo-2026'

export const demoEmail = `staff${DEMO_DOMAIN}`

/** Whether an account belongs to a demo; in live operation nobody gets in with one. */
export function isDemoAccount(email: string): boolean {
  return email.trim().toLowerCase().endsWith(DEMO_DOMAIN)
}
