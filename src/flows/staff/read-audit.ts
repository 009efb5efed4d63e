// The audit: by record for who may see the record, by member of staff as far as the city lets anybody.

import type { Deps } from '../../deps.ts'
import { addDays, atWall } from '../../domain/calendar/wall-clock.ts'
import type { StaffPerson } from '../../domain/people/accounts.ts'
import { type AuditRow, type ChainVerdict, OPERATOR } from '../../domain/people/audit.ts'
import {
  type Inspection,
  isAddressShown,
  type Oversight,
  oversightOf,
  spanOf,
  stateOf,
} from '../../domain/people/oversight.ts'
import { mayEver } from '../../domain/people/rights.ts'
import { leadsReachOf, viewOf } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { currentCity } from '../city.ts'
import { type Actor, noteDown } from './actor.ts'
import { askableStaff, auditReach, ownInspections } from './inspections.ts'

/** What is asked for: '' or `null` for everything. `before` is the id of the last row that was shown. */
export type AuditQuestion = {
  ref: string
  who: string
  /** YYYY-MM-DD, in Germany. */
  day: string | null
  before: number | null
}

export type SeenAudit = {
  /** `null`: nothing was asked for that is there without a code. */
  rows: AuditRow[] | null
  more: boolean
  /** Whether the actor may ask to look by member of staff, and check the chain. */
  oversees: boolean
  oversight: Oversight
  /** Whom the actor may ask about; whom of them they may look at now, and whom they did. */
  people: readonly StaffPerson[]
  open: readonly StaffPerson[]
  /** Whether they read what was done by commands on the machine: by nobody who has an account. */
  readsOperator: boolean
  who: string
  /** What they asked for that is not over. */
  own: readonly Inspection[]
  /** Whether a look at addresses is released. */
  withClient: boolean
  now: number
}

/** Between which instants, about whom and which code. */
type Choice = {
  ref: string | null
  staffId: string | null
  from: number | null
  until: number | null
}

/**
 * A page of the newest rows; that the actor looked is one of them. Who works with cases sees what their own carrier
 * did and what was done with its cases; names of other carriers' employees are not among it.
 */
export async function readAudit(
  deps: Deps,
  actor: Actor,
  asked: AuditQuestion,
): Promise<SeenAudit> {
  const now = deps.clock.now()
  const { profile } = await currentCity(deps)
  const oversight = oversightOf(profile)
  const oversees = mayEver(actor, 'ask-inspection')
  const own = oversees ? await ownInspections(deps, actor) : []
  const running = own.filter((one) => stateOf(one, now) === 'running')
  const people = oversees ? await askableStaff(deps, actor, profile) : []
  const isOpen = ({ id }: StaffPerson) =>
    oversight === 'on' || (oversight === 'four-eyes' && running.some(({ whom }) => whom === id))
  const open = people.filter(isOpen)
  const readsOperator = oversees && auditReach(actor, profile).everything
  const who =
    readsOperator && asked.who === OPERATOR
      ? OPERATOR
      : (open.find(({ id }) => id === asked.who)?.id ?? '')
  const seen = { oversees, oversight, people, open, readsOperator, who, own, now }
  const withClient = running.some(({ why }) => why === 'incident')
  const isFree = who === OPERATOR || (oversees && oversight === 'on')
  const choice = choiceOf(asked, who, isFree, running)
  if (!choice) return { ...seen, rows: null, more: false, withClient }
  if (choice.ref !== null && !(await mayReadAbout(deps, actor, profile, choice.ref))) {
    return { ...seen, rows: [], more: false, withClient }
  }
  if (choice.ref === null) {
    // Each page: where a look begins is in the address, so whoever looks could say it had begun before.
    await noteDown(deps, actor, 'see-audit', { subject: who || null, centre: null })
  }
  const { centres, body } = auditReach(actor, profile)
  const { rows, more } = await deps.store.staff.audit.page({
    ...{ centres, body, ...choice, before: asked.before },
  })
  const told = rows.map((row) => ({
    ...row,
    client: isAddressShown(running, row) ? row.client : null,
  }))
  return { ...seen, rows: told, more, withClient }
}

const LAST = Number.POSITIVE_INFINITY

/** What of the audit is read; `null` where neither a code nor somebody who may be looked at is asked for. */
function choiceOf(
  { ref, day }: AuditQuestion,
  who: string,
  isFree: boolean,
  running: readonly Inspection[],
): Choice | null {
  const from = day === null ? null : atWall(day, 0)
  const until = day === null ? null : atWall(addDays(day, 1), 0)
  const choice = { ref: ref || null, staffId: who || null, from, until }
  if (isFree || (ref !== '' && who === '')) return choice
  const spans = running.filter(({ whom }) => whom !== null && whom === who).map(spanOf)
  const [first] = spans
  if (!first) return null
  return {
    ...choice,
    from: Math.max(from ?? 0, Math.min(...spans.map((span) => span.from))),
    until: Math.min(until ?? LAST, Math.max(...spans.map((span) => span.until))),
  }
}

/** Whether the actor may see who was at the request of a code; that they look is noted with it. */
async function mayReadAbout(
  deps: Deps,
  actor: Actor,
  profile: Profile,
  ref: string,
): Promise<boolean> {
  const record = await deps.store.staff.audit.recordOf(ref)
  if (!record) return false
  const isWhole =
    auditReach(actor, profile).everything ||
    viewOf(actor, record, leadsReachOf(profile)) === 'whole'
  const about = { subject: record.id, centre: record.centre, refused: !isWhole }
  await noteDown(deps, actor, 'see-audit', about)
  return isWhole
}

// A page of the check holds nobody up for long, and D1 answers a thousand queries of one event.
const PAGES = 100

/** Whether the chain holds, from after a row on (`null`: from its beginning), as far as one look goes. */
export function followChain({ store }: Deps, after: number | null): Promise<ChainVerdict> {
  return store.staff.audit.verify(after, PAGES)
}
