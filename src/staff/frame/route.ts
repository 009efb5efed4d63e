// What a staff route is: nothing can be registered without saying who may.

import type { Context } from 'hono'
import type { Deps } from '../../deps.ts'
import type { StaffMember } from '../../domain/people/accounts.ts'
import type { Action } from '../../domain/people/rights.ts'
import type { Proof, SignIn } from '../../flows/sign-in/sign-in.ts'
import type { Frame } from './frame.ts'

export type StaffContext = {
  c: Context
  deps: Deps
  signIn: SignIn
  frame: Frame
  /** Present on every route that is not open. */
  staff: StaffMember
  /** How they have signed in. */
  proof: Proof
  token: string
  client: string
  /** Fields of a posted form; empty otherwise. */
  form: Record<string, string>
}

export type StaffRoute = {
  method: 'get' | 'post'
  /** Below /staff. */
  path: `/${string}`
  /** open: strangers too · set-up: before the second factor is there · member: whoever is in. */
  who: 'open' | 'set-up' | 'member' | Action
  handle: (context: StaffContext) => Response | Promise<Response>
}
