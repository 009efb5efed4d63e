// Who is looked for: by a whole code, by a piece of one, by what they want to be called.

import type { Deps } from '../../deps.ts'
import { codeSigns, readReferenceCode } from '../../domain/appointment/reference-code.ts'
import { normalise } from '../../domain/danger/normalise.ts'
import { type InboxFilter, inOrder } from '../../domain/people/inbox.ts'
import { leadsReachOf, notShownTo, viewOf } from '../../domain/people/wall.ts'
import { currentCity } from '../city.ts'
import { type Actor, noteSeen, sightOf } from './actor.ts'
import { type Listed, readInbox, type SeenInbox } from './inbox.ts'

export type Found = Pick<SeenInbox, 'profile' | 'now'> & {
  intakes: readonly Listed[]
  hasMore: boolean
}

/**
 * The request with a whole code, in whatever spelling, where the actor may see something of it.
 * @returns its id; `null` where what was typed is no whole code, or leads nowhere
 */
export async function findByCode(deps: Deps, actor: Actor, typed: string): Promise<string | null> {
  const code = readReferenceCode(typed)
  const [found] = code === null ? [] : await deps.store.staff.intakes.locate([code])
  if (!found) return null
  const { profile } = await currentCity(deps)
  return viewOf(actor, found, leadsReachOf(profile)) === null ? null : found.id
}

/**
 * Requests whose people want to be called something like what was typed, among those the actor may read.
 * @returns their codes, the latest first
 */
async function findByAlias(deps: Deps, actor: Actor, typed: string): Promise<string[]> {
  const wanted = normalise(typed)
  const { profile } = await currentCity(deps)
  if (wanted === '' || notShownTo(actor.body, profile).includes('alias')) return []
  const leads = leadsReachOf(profile)
  const named = await deps.store.staff.inbox.aliases(
    sightOf(actor, profile),
    (location) => viewOf(actor, location, leads) === 'whole',
  )
  return named
    .filter(({ alias }) => ` ${normalise(alias)}`.includes(` ${wanted}`))
    .map(({ ref }) => ref)
}

/**
 * Those whose code has what was typed somewhere, and those who want to be called so: at most so many, in the order of
 * a list, noted as seen once. The one alone who is found is led to, and not listed.
 * @returns `null` where nothing was typed that anybody could be found by
 */
export async function findRequests(
  deps: Deps,
  actor: Actor,
  typed: string,
  { among, most }: { among: InboxFilter; most: number },
): Promise<Found | null> {
  const named = await findByAlias(deps, actor, typed)
  const refs = named.slice(0, most)
  const signs = codeSigns(typed)
  const filters: InboxFilter[] = [
    ...(refs.length > 0 ? [{ ...among, refs }] : []),
    ...(signs.length > 1 ? [{ ...among, signs }] : []),
  ]
  const found: SeenInbox[] = []
  for (const filter of filters) found.push(await readInbox(deps, actor, filter, null))
  const [first] = found
  if (!first) return null
  const all = new Map(found.flatMap((one) => one.intakes).map((one) => [one.id, one]))
  const sorted = [...all.values()].sort((a, b) => inOrder(a.place, b.place))
  const intakes = sorted.slice(0, most)
  if (intakes.length > 1) await noteSeen(deps, actor, 'see-list', intakes)
  const hasMore =
    named.length > most || sorted.length > most || found.some(({ after }) => after !== null)
  return { intakes, hasMore, profile: first.profile, now: first.now }
}
