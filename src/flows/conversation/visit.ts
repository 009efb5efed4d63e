// Before the consent at a door that keeps nothing: what somebody reads, or types, who is nobody yet.

import type { Deps } from '../../deps.ts'
import type { Input } from '../../domain/dialog/reduce.ts'
import type { Carried, Tap } from '../../domain/dialog/tap.ts'
import { cityLately } from '../city.ts'
import { heeded } from './heeded.ts'
import { lobbyMeaning, lobbyStep } from './lobby.ts'
import type { Incoming, Reply } from './step.ts'

type LobbyTap = Extract<Tap, { do: 'lobby' }>

/** `lastLanguage` and `carried` are what the page carries along. */
type Visit = Pick<Incoming, 'lastLanguage'> & { input: Input; carried?: Carried }

/**
 * What somebody is shown of whom nothing is known: mostly no statement, and nothing is stored. A cry for
 * help is heard. `null` where nothing was said.
 */
export async function visit(deps: Deps, given: Visit): Promise<Reply | null> {
  return lobbyStep(deps, await cityLately(deps), heeded(deps, given), null)
}

/**
 * The same for what is typed `on` a page: the name of a button that only leads elsewhere leads there. Agreeing
 * makes somebody, so "yes" is asked about: the button that agrees is pressed.
 */
export async function visitTyped(
  deps: Deps,
  given: Visit,
  on: LobbyTap,
): Promise<Reply | { to: LobbyTap } | null> {
  const city = await cityLately(deps)
  const page = lobbyStep(deps, city, { input: { kind: 'tap', tap: on } }, null)
  const came = { ...heeded(deps, given), lastShown: page?.screen }
  const meant = lobbyMeaning(deps, city, came)
  const tap = meant?.pressed?.input.tap
  if (tap?.do === 'lobby') return { to: tap }
  return lobbyStep(deps, city, came, null, meant?.near)
}
