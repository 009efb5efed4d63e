// What every staff page is answered in: who asks, from where, in which frame.

import type { Context } from 'hono'
import type { Deps } from '../../deps.ts'
import type { StaffMember } from '../../domain/people/accounts.ts'
import type { Proof } from '../../flows/sign-in/outcome.ts'
import type { SignIn } from '../../flows/sign-in/sign-in.ts'
import type { Actor } from '../../flows/staff/actor.ts'
import type { Frame } from './frame.ts'
import type { Ask, FormRoute, Sent } from './place.ts'

export type StaffContext = {
  c: Context
  deps: Deps
  signIn: SignIn
  frame: Frame
  /** Present on every route that is not open. */
  staff: StaffMember
  /** How they have signed in. */
  proof: Proof
  client: string
  /** Every route of the desk. */
  routes: readonly FormRoute[]
  /** Asks for another page of the desk as whoever asks now, or who has just signed in. */
  ask: Ask
  /** The action that is answered, with what was sent; absent where nothing was. */
  sent?: Sent
}

/** Who asks, as the flows know them. */
export function actorOf({ staff, client }: StaffContext): Actor {
  const { id, role, centres, body } = staff
  return { id, role, centres, body, client }
}
