// The audit for those who answer for a centre or for the accounts.

import type { Deps } from '../../deps.ts'
import { addDays, atWall } from '../../domain/calendar/wall-clock.ts'
import type { StaffPerson } from '../../domain/people/accounts.ts'
import type { AuditRow, ChainVerdict } from '../../domain/people/audit.ts'
import { reachOf } from '../../domain/people/rights.ts'
import { leadsReachOf } from '../../domain/people/wall.ts'
import { currentCity } from '../city.ts'
import { type Actor, noteDown } from './actor.ts'

/** What is asked for: '' or `null` for everything. `before` is the id of the last row that was shown. */
export type AuditQuestion = {
  ref: string
  who: string
  /** YYYY-MM-DD, in Germany. */
  day: string | null
  before: number | null
}

export type SeenAudit = {
  rows: AuditRow[]
  more: boolean
  /** Whom the actor can ask about, and whom of them they did. */
  people: readonly StaffPerson[]
  who: string
  /** Whether the actor looks after the accounts, and sees where requests came from. */
  everything: boolean
}

// No carrier has it: who belongs to none sees no row.
const NOBODYS = ''

/**
 * A page of the newest rows; that the actor looked is one of them. A lead sees what their own carrier did and what
 * was done with its cases; names of other carriers' employees are not among it.
 */
export async function readAudit(
  deps: Deps,
  actor: Actor,
  asked: AuditQuestion,
): Promise<SeenAudit> {
  const { audit, people: accounts } = deps.store.staff
  const everything = reachOf(actor.role, 'see-audit') === 'city'
  const own = everything ? null : actor.centres
  const isWide = everything || leadsReachOf((await currentCity(deps)).profile) === 'centre'
  const body = isWide ? null : (actor.body ?? NOBODYS)
  const all = await accounts.list()
  const people = all.filter(
    (one) =>
      (own === null || one.centres.some((id) => own.includes(id))) &&
      (body === null || one.body === body),
  )
  const who = people.find(({ id }) => id === asked.who)?.id ?? ''
  // Each page: where a look begins is in the address, so whoever looks could say it had begun before.
  await noteDown(deps, actor, 'see-audit', { subject: null, centre: null })
  const { ref, day, before } = asked
  const { rows, more } = await audit.page({
    centres: own,
    body,
    staffId: who || null,
    ref: ref || null,
    from: day === null ? null : atWall(day, 0),
    until: day === null ? null : atWall(addDays(day, 1), 0),
    before,
  })
  return { rows, more, people, who, everything }
}

// A page of the check holds nobody up for long, and D1 answers a thousand queries of one event.
const PAGES = 100

/** Whether the chain holds, from after a row on (`null`: from its beginning), as far as one look goes. */
export function followChain({ store }: Deps, after: number | null): Promise<ChainVerdict> {
  return store.staff.audit.verify(after, PAGES)
}
