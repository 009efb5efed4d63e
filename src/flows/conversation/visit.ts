// Before the consent at a door that keeps nothing: what somebody reads, or types, who is nobody yet.

import type { Deps } from '../../deps.ts'
import type { Input } from '../../domain/dialog/reduce.ts'
import type { Carried } from '../../domain/dialog/tap.ts'
import { cityLately } from '../city.ts'
import { heeded } from './heeded.ts'
import { lobbyStep } from './lobby.ts'
import type { Incoming, Reply } from './step.ts'

/** `lastLanguage` and `carried` are what the page carries along. */
type Visit = Pick<Incoming, 'lastLanguage'> & { input: Input; carried?: Carried }

/**
 * What somebody is shown of whom nothing is known: mostly no statement, and nothing is stored. A cry for
 * help is heard. `null` where nothing was said.
 */
export async function visit(deps: Deps, given: Visit): Promise<Reply | null> {
  return lobbyStep(deps, await cityLately(deps), heeded(deps, given), null)
}
