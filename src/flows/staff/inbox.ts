// The inbox: a page of requests, all of a list to take along, and whether anything has changed.

import type { Deps } from '../../deps.ts'
import { dateOf } from '../../domain/calendar/wall-clock.ts'
import {
  type InboxCounts,
  type InboxFilter,
  type InboxPlace,
  type InboxSight,
  type InboxTurn,
  inOrder,
  type ListedIntake,
  lastRank,
  ranksOf,
} from '../../domain/people/inbox.ts'
import { ACTS, type News, newsOf } from '../../domain/people/news.ts'
import { callTimes } from '../../domain/people/to-call.ts'
import { allShownTo, notShownTo, type ShownIntake } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { type City, cityAt, cityLately, currentCity } from '../city.ts'
import { type Actor, noteSeen, sightOf } from './actor.ts'
import { lately, remember } from './lately.ts'

/** How many requests a page of the inbox has. */
export const PAGE = 50
const TABLE_PAGE = 500
/** More than a city's centres have open at once; a table beyond it is asked for in parts. */
const LONGEST_TABLE = 20_000

/** A request as far as somebody may see it, with what is unread of it, and its place in the list. */
export type Listed = ShownIntake & {
  news: readonly News[]
  place: InboxPlace
  isLeft: boolean
}

export type SeenInbox = {
  intakes: readonly Listed[]
  /** Where the page before ends and the next begins; `null` where there is none. */
  before: InboxPlace | null
  after: InboxPlace | null
  counts: InboxCounts
  pulse: string
  profile: Profile
  now: number
}

const isKept = (actor: Actor, profile: Profile) => notShownTo(actor.body, profile).length > 0

/** Whose requests the inbox of the actor has. */
export const inboxSight = (actor: Actor, profile: Profile): InboxSight => ({
  ...sightOf(actor, profile),
  me: actor.id,
  lastRank: lastRank(isKept(actor, profile)),
})

/** The ranks behind the urgencies a list is asked for. */
export const ranksFor = (actor: Actor, { urgencies }: InboxFilter, profile: Profile) =>
  ranksOf(urgencies, isKept(actor, profile))

/** What decides, besides the requests themselves, how they are listed just now. */
export function whenNow({ clock }: Deps, { state }: Profile) {
  const now = clock.now()
  return { now, today: dateOf(now), times: callTimes(state, now) }
}

/** What is read of the city along with what is asked of it, as it stands now: mostly in one statement. */
async function inCity<Read extends { cityVersion: number }>(
  deps: Deps,
  ask: (city: City) => Promise<Read>,
): Promise<Read & { profile: Profile }> {
  const city = await cityLately(deps)
  const read = await ask(city)
  const now = await cityAt(deps, read.cityVersion)
  return { ...(now.version === city.version ? read : await ask(now)), profile: now.profile }
}

/** A page of requests, beginning or going on from a place; noted as seen. */
export async function seeInbox(
  deps: Deps,
  actor: Actor,
  filter: InboxFilter,
  turn: InboxTurn | null,
): Promise<SeenInbox> {
  const seen = await readInbox(deps, actor, filter, turn)
  await noteSeen(deps, actor, 'see-list', seen.intakes)
  return seen
}

/** The same page, which whoever shows it has to note. */
export async function readInbox(
  deps: Deps,
  actor: Actor,
  filter: InboxFilter,
  turn: InboxTurn | null,
): Promise<SeenInbox> {
  const now = deps.clock.now()
  const asked = { filter, turn, limit: PAGE, acts: ACTS }
  const page = await inCity(deps, ({ profile }) =>
    deps.store.staff.inbox.page(deps.config.profile, inboxSight(actor, profile), {
      ...{ ...asked, ...whenNow(deps, profile) },
      ranks: ranksFor(actor, filter, profile),
    }),
  )
  const { counts, pulse, profile } = page
  remember(deps, actor, 'inbox', Promise.resolve(counts))
  const isBack = turn?.back === true
  const listed = page.intakes.toSorted(byPlace)
  const found = isBack ? listed.slice(-PAGE) : listed.slice(0, PAGE)
  const hasMore = page.intakes.length > PAGE
  const intakes = listedTo(actor, found, profile)
  return {
    ...{ intakes, counts, pulse, profile, now },
    before: (isBack ? hasMore : turn !== null) ? (found[0]?.place ?? null) : null,
    after: (isBack ? found.length > 0 : hasMore) ? (found.at(-1)?.place ?? null) : null,
  }
}

const byPlace = (a: ListedIntake, b: ListedIntake) => inOrder(a.place, b.place)

// What a front does not show, it does not tell as news either.
const listedTo = (actor: Actor, found: readonly ListedIntake[], profile: Profile): Listed[] =>
  found.flatMap(({ happened, place, isLeft, ...intake }) => {
    const news = newsOf(happened)
    return allShownTo(actor, [intake], profile).map((shown) => ({
      ...{ ...shown, place, isLeft },
      news: shown.shown === 'front' ? news.filter((one) => one === 'new') : news,
    }))
  })

/** Every page of the list; whose records left the house stands in the audit of each centre. */
export async function exportInbox(
  deps: Deps,
  actor: Actor,
  filter: InboxFilter,
): Promise<{ intakes: Listed[]; profile: Profile; now: number }> {
  const { profile } = await currentCity(deps)
  const sight = inboxSight(actor, profile)
  const when = whenNow(deps, profile)
  const ranks = ranksFor(actor, filter, profile)
  const intakes: Listed[] = []
  let turn: InboxTurn | null = null
  while (intakes.length < LONGEST_TABLE) {
    const asked = { filter, turn, limit: TABLE_PAGE, ...when, acts: ACTS, ranks }
    const page = await deps.store.staff.inbox.page(deps.config.profile, sight, asked)
    const found = page.intakes.toSorted(byPlace).slice(0, TABLE_PAGE)
    intakes.push(...listedTo(actor, found, profile))
    const last = found.at(-1)
    if (!last || page.intakes.length <= TABLE_PAGE) break
    turn = { ...last.place, back: false }
  }
  await noteSeen(deps, actor, 'export-list', intakes)
  return { intakes, profile, now: when.now }
}

/** What is in the actor's boxes, as it was within the last ten seconds: mostly no statement. */
export const countInbox = (deps: Deps, actor: Actor): Promise<InboxCounts> =>
  lately(deps, actor, 'inbox', async () => (await readState(deps, actor)).counts)

const readState = (deps: Deps, actor: Actor) =>
  inCity(deps, ({ profile }) =>
    deps.store.staff.inbox.state(
      ...([deps.config.profile, inboxSight(actor, profile), whenNow(deps, profile)] as const),
    ),
  )
