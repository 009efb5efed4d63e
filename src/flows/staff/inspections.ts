// Looking by member of staff, or at addresses, by four eyes: one role asks, another releases; each is noted.

import type { Deps } from '../../deps.ts'
import type { StaffPerson } from '../../domain/people/accounts.ts'
import {
  concerns,
  type Inspection,
  type InspectionReason,
  type Oversight,
  oversightOf,
  stateOf,
} from '../../domain/people/oversight.ts'
import { reachOf } from '../../domain/people/rights.ts'
import { type UnusualLook, unusualLooks } from '../../domain/people/unusual-looks.ts'
import { leadsReachOf } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { currentCity } from '../city.ts'
import { type Actor, noteDown } from './actor.ts'

// No carrier has it: who belongs to none sees nobody.
const NOBODYS = ''

/** How far whoever asks reaches in the audit; `null`: everywhere. */
export function auditReach(actor: Actor, profile: Profile) {
  const everything = reachOf(actor.role, 'see-audit') === 'city'
  const isWide = everything || (actor.role === 'lead' && leadsReachOf(profile) === 'centre')
  return {
    everything,
    centres: everything ? null : actor.centres,
    body: isWide ? null : (actor.body ?? NOBODYS),
  }
}

/** Whom the actor may ask about: of their own centres and carrier, or everybody. */
export async function askableStaff(
  { store }: Deps,
  actor: Actor,
  profile: Profile,
): Promise<StaffPerson[]> {
  const { centres, body } = auditReach(actor, profile)
  return (await store.staff.people.list()).filter(
    (one) =>
      (centres === null || one.centres.some((id) => centres.includes(id))) &&
      (body === null || one.body === body),
  )
}

/** What the actor asked for that is not over. */
export async function ownInspections({ store, clock }: Deps, actor: Actor): Promise<Inspection[]> {
  const now = clock.now()
  const all = await store.staff.inspections.all()
  return all.filter((one) => one.askedBy === actor.id && stateOf(one, now) !== 'over')
}

/** `whom`: '' for nobody, where addresses alone are asked for. */
export type InspectionWish = { whom: string; why: InspectionReason }

/** Asks to look. not-possible: the city does not have it, or the actor reaches nobody of this id. */
export async function askInspection(
  deps: Deps,
  actor: Actor,
  { whom, why }: InspectionWish,
): Promise<'asked' | 'already' | 'not-possible'> {
  const { profile } = await currentCity(deps)
  const staff = await askableStaff(deps, actor, profile)
  const person = staff.find(({ id }) => id === whom) ?? null
  if (!canBeAsked(oversightOf(profile), person !== null, { whom, why })) return 'not-possible'
  const own = await ownInspections(deps, actor)
  if (own.some((one) => one.whom === (person?.id ?? null) && one.why === why)) return 'already'
  await noteDown(deps, actor, `${why}-asked`, { subject: person?.id ?? null, centre: null })
  await deps.store.staff.inspections.ask({
    ...{ id: deps.newId(), askedBy: actor.id, askedAt: deps.clock.now(), why },
    ...{ whom: person?.id ?? null, body: person ? person.body : actor.body },
    ...{ releasedAt: null, endedAt: null },
  })
  return 'asked'
}

/** By four eyes a look is at a member of staff; else it can be at addresses alone. */
function canBeAsked(oversight: Oversight, isKnown: boolean, { whom, why }: InspectionWish) {
  return oversight === 'four-eyes' ? isKnown : whom === '' && why === 'incident'
}

/** Releases a look, or ends or declines it. False where there is none that waits for the actor. */
export async function decideInspection(
  deps: Deps,
  actor: Actor,
  id: string,
  step: 'released' | 'ended',
): Promise<boolean> {
  const now = deps.clock.now()
  const { inspections } = deps.store.staff
  const before = (await inspections.all()).find((one) => one.id === id)
  const isTheirs =
    before !== undefined && before.askedBy !== actor.id && concerns(actor, before.body)
  if (!isTheirs) {
    const refused = { subject: id, centre: null, refused: true }
    await noteDown(deps, actor, 'release-inspection', refused)
    return false
  }
  const state = stateOf(before, now)
  if (state === 'over' || (step === 'released' && state !== 'asked')) return false
  const after = step === 'released' ? { ...before, releasedAt: now } : { ...before, endedAt: now }
  // Noted first: what is not noted is not released.
  await noteDown(deps, actor, `${before.why}-${step}`, { subject: before.whom, centre: null })
  return await inspections.change(before, after)
}

/** What whoever looks after data protection has before them. */
export type OversightSeen = {
  oversight: Oversight
  inspections: readonly Inspection[]
  unusual: readonly UnusualLook[]
  staff: readonly StaffPerson[]
  profile: Profile
  now: number
}

const TOLD_FOR = 28 * 24 * 60 * 60_000

/** Looks that were asked for, the newest first, and those at requests that were out of the ordinary. */
export async function seeOversight(deps: Deps, actor: Actor): Promise<OversightSeen> {
  const { profile } = await currentCity(deps)
  const now = deps.clock.now()
  const { inspections, people } = deps.store.staff
  const staff = await people.list()
  const centres = profile.centres.map(({ id }) => id)
  const looks = await inspections.looks(centres, now - TOLD_FOR)
  const bodyOf = (id: string) => staff.find((one) => one.id === id)?.body ?? null
  return {
    ...{ oversight: oversightOf(profile), staff, profile, now },
    inspections: (await inspections.all()).filter(({ body }) => concerns(actor, body)).reverse(),
    unusual: unusualLooks(looks).filter(({ staffId }) => concerns(actor, bodyOf(staffId))),
  }
}

/** How many looks wait for a release. */
export async function countAsked({ store, clock }: Deps, actor: Actor): Promise<number> {
  const now = clock.now()
  const all = await store.staff.inspections.all()
  return all.filter((one) => concerns(actor, one.body) && stateOf(one, now) === 'asked').length
}
