// Who of the staff is doing something, and the line about it in the audit.

import type { Deps } from '../../deps.ts'
import type { AuditAction, RefusedRoute } from '../../domain/people/audit.ts'
import type { Sight } from '../../domain/people/case.ts'
import {
  type Action,
  type CaseLocation,
  type Holder,
  lacksBody,
  may,
} from '../../domain/people/rights.ts'
import { leadsReachOf, type Shown } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { currentCity } from '../city.ts'

export type Actor = Holder & { id: string; client: string }

/** Who a line of the audit is about: `null` where nobody is in yet, or no client was seen. */
/** Whoever did it; without an id somebody who is not signed in. */
export type Doer = { id: string | null; client: string | null }

type About = { subject: string | null; centre: string | null; refused?: boolean }

/** Notes what the actor did, or was refused, before they see what came of it. */
export async function noteDown(
  deps: Deps,
  doer: Doer,
  action: AuditAction,
  about: About,
): Promise<void> {
  await deps.store.staff.audit.add({
    at: deps.clock.now(),
    staffId: doer.id,
    action,
    outcome: about.refused ? 'refused' : 'done',
    subject: idOnly(about.subject),
    centreId: idOnly(about.centre),
    client: doer.client,
  })
}

/** A record that is shown, and the centre it is at; `front`: no more of it than lists show. */
export type Seen = { id: string; centre: string; shown?: Shown | 'seat' }

/**
 * Notes that the actor was sent these records: one line a page and centre, in one write. Nothing where
 * nobody's were among them. Whose front alone was sent has not been opened: that is noted as a list.
 */
export async function noteSeen(
  { store, clock }: Deps,
  { id, client }: Doer,
  action: AuditAction,
  records: readonly Seen[],
): Promise<void> {
  const at = clock.now()
  const as = ({ shown }: Seen) =>
    action === 'see-record' && shown === 'front' ? 'see-list' : action
  const lines = Map.groupBy(records, (one) => `${as(one)} ${one.centre}`)
  const entries = [...lines.values()].map((own) => {
    const [first] = own as [Seen, ...Seen[]]
    const ids = [...new Set(own.map((one) => one.id))]
    const [only = null] = ids
    const which = ids.length === 1 ? { subject: only } : { subject: null, subjects: ids }
    return {
      ...{ at, staffId: id, action: as(first), outcome: 'done' as const },
      ...{ centreId: idOnly(first.centre), client, ...which },
    }
  })
  await store.staff.audit.addAll(entries)
}

/** Notes that the actor knocked where their role never lets them in. */
export async function noteRefusedRoute(
  { store, clock }: Deps,
  { id, client }: Doer,
  action: RefusedRoute,
): Promise<void> {
  const nowhere = { subject: null, centreId: null, client }
  const at = clock.now()
  await store.staff.audit.add({ at, staffId: id, action, outcome: 'refused', ...nowhere })
}

// What is refused may carry anything in the place of an id, and the audit can never be cleaned of it.
const idOnly = (text: string | null) => (text && /^[\w.:-]{1,64}$/.test(text) ? text : null)

/** Whether the actor may do this here; a refusal is noted down. */
export async function mayHere(
  deps: Deps,
  actor: Actor,
  action: Action,
  subject: string,
  location: CaseLocation,
): Promise<boolean> {
  if (await mayQuietly(deps, actor, action, location)) return true
  await noteDown(deps, actor, action, { subject, centre: location.centre, refused: true })
  return false
}

/** The same without a line in the audit. The city is asked only where its leads may reach further than their carrier. */
async function mayQuietly(
  deps: Deps,
  actor: Holder,
  action: Action,
  location: CaseLocation,
): Promise<boolean> {
  if (may(actor, action, location)) return true
  if (!may(actor, action, location, 'centre')) return false
  return leadsReachOf((await currentCity(deps)).profile) === 'centre'
}

/** Of whom a list of requests is read for the actor; what of each they see, the wall says. */
export function sightOf(actor: Holder, profile: Profile): Sight {
  return { ...widestSight(actor), allBodies: isWide(actor) && leadsReachOf(profile) === 'centre' }
}

/** The same where the city is read along with the list. */
export function widestSight(actor: Holder): Sight {
  const { centres, body } = actor
  return { centres: lacksBody(actor) ? [] : centres, body, allBodies: isWide(actor) }
}

const isWide = ({ role }: Holder) => role === 'lead'
