// What an account or a token may reach: a role, the centres it holds for, the carrier.

import { isRole, type Role } from '../../domain/people/rights.ts'
import type { Profile } from '../../domain/profile/profile.ts'

export type Scope = { role: Role; centres: readonly string[]; body: string | null }

export type ScopeFault =
  | { fault: 'role' }
  | { fault: 'centre' | 'body'; value: string }
  | { fault: 'centreNeeded'; role: Role }

/** Checks what somebody typed against the city's profile. */
export function readScope(
  profile: Profile,
  { role, centres, body }: { role: string; centres: readonly string[]; body: string },
): Scope | ScopeFault {
  if (!isRole(role)) return { fault: 'role' }
  const unknown = centres.find((id) => !profile.centres.some((centre) => centre.id === id))
  if (unknown !== undefined) return { fault: 'centre', value: unknown }
  if (centres.length === 0 && (role === 'counsellor' || role === 'lead')) {
    return { fault: 'centreNeeded', role }
  }
  if (body !== '' && !(profile.bodies ?? []).some(({ id }) => id === body)) {
    return { fault: 'body', value: body }
  }
  return { role, centres, body: body === '' ? null : body }
}
