// What every request at the desk is answered in, whoever comes.

import type { Deps } from '../../deps.ts'
import type { SignIn } from '../../flows/sign-in/sign-in.ts'
import type { Link } from './frame.ts'
import type { FormRoute } from './place.ts'

export type House = {
  deps: Deps
  signIn: SignIn
  links: readonly Link[]
  routes: readonly FormRoute[]
  /** Answers a request of our own, as if it had come from outside. */
  fetch: (request: Request, env: object) => Response | Promise<Response>
}
