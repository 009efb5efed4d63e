// What coordinators, and leads of their own carrier, get to know of a quarter for funding lines.

import type { Deps } from '../../deps.ts'
import { fewestShown } from '../../domain/figures/few.ts'
import { finishedQuarters } from '../../domain/figures/quarters.ts'
import { type ToldBlock, toldQuarter } from '../../domain/figures/told-quarter.ts'
import { may, reachOf } from '../../domain/people/rights.ts'
import { leadsReachOf } from '../../domain/people/wall.ts'
import { type FundingLine, fundingLinesOf } from '../../domain/profile/funding.ts'
import type { Centre, Profile } from '../../domain/profile/profile.ts'
import { currentCity } from '../city.ts'
import { type Actor, noteDown } from './actor.ts'

/** How many quarters that are over can be asked for. */
const QUARTERS = 8

/** What is asked for; `null`: the last quarter that is over, all centres and carriers, every count as Lotse names it. */
export type ReportAsk = {
  quarter: string | null
  centre: string | null
  body: string | null
  line: string | null
}

export type QuarterReport = {
  /** 2026-Q4 */
  quarter: string
  quarters: readonly string[]
  blocks: readonly ToldBlock[]
  /** Centres and carriers that the actor can choose from. */
  centres: readonly Centre[]
  bodies: readonly { id: string; name: string }[]
  lines: readonly FundingLine[]
  line: FundingLine | null
  profile: Profile
  /** from how many on people are counted */
  fewest: number
}

/**
 * The figures of a quarter that is over, of what is the actor's to see.
 * @returns `null` for a quarter, centre, carrier or line that is none, or not theirs, which is noted down
 */
export async function seeQuarter(
  deps: Deps,
  actor: Actor,
  ask: ReportAsk,
): Promise<QuarterReport | null> {
  const { profile } = await currentCity(deps)
  const quarters = finishedQuarters(deps.clock.now(), QUARTERS)
  const quarter = ask.quarter ?? quarters[0] ?? ''
  const lines = fundingLinesOf(profile)
  const line = lines.find(({ id }) => id === ask.line) ?? null
  const [centres, bodies] = [centresOf(actor, profile), bodiesOf(actor, profile)]
  const isAmong = (wanted: string | null, of: readonly { id: string }[]) =>
    wanted === null || of.some(({ id }) => id === wanted)
  const isTheirs = isAmong(ask.centre, centres) && isAmong(ask.body, bodies)
  if (!isTheirs) {
    const about = { subject: null, centre: ask.centre, refused: true }
    await noteDown(deps, actor, 'see-utilisation', about)
  }
  if (!isTheirs || !quarters.includes(quarter) || (ask.line !== null && !line)) return null
  const wanted = centres
    .map(({ id }) => id)
    .filter((id) => ask.centre === null || ask.centre === id)
  const only = ask.body ?? (bodies.length === 1 ? (bodies[0]?.id ?? null) : null)
  const counted = await deps.store.staff.usageQuarters.of(quarter, wanted, only)
  const fewest = fewestShown(profile)
  // Also of a carrier that is gone, for whoever sees all of them.
  const theirs = counted.filter(({ body }) => isEverywhere(actor) || isAmong(body, bodies))
  const paid = line?.bodies
  const blocks = toldQuarter(theirs, fewest).filter(({ body }) => !paid || paid.includes(body))
  return { quarter, quarters, blocks, centres, bodies, lines, line, profile, fewest }
}

const isEverywhere = (actor: Actor) => reachOf(actor.role, 'see-utilisation') === 'city'

const centresOf = (actor: Actor, { centres }: Profile): Centre[] =>
  centres.filter(({ id }) => isEverywhere(actor) || actor.centres.includes(id))

/** A lead's own carrier, or all of the centre where the city lets leads see as far. */
function bodiesOf(actor: Actor, profile: Profile): { id: string; name: string }[] {
  const [centre = null] = actor.centres
  return (profile.bodies ?? []).filter(
    ({ id: body }) =>
      isEverywhere(actor) || may(actor, 'work-on-record', { centre, body }, leadsReachOf(profile)),
  )
}
