// To whom a request may be given by a colleague: of the same carrier, at the same centre.

import type { StaffPerson } from './accounts.ts'
import { CASE_ROLES, isRole, may } from './rights.ts'

export type Colleague = { id: string; name: string }

/** Who can be given a request of a carrier at a centre, by name. */
export function colleaguesAt(
  people: readonly StaffPerson[],
  { centre, body }: { centre: string; body: string },
): Colleague[] {
  return people
    .filter(({ role, closed, ...one }) => {
      const isOfBody = one.body === body && isRole(role) && CASE_ROLES.includes(role)
      return isOfBody && !closed && may({ ...one, role }, 'take-over', { centre, body })
    })
    .map(({ id, name }) => ({ id, name }))
}
