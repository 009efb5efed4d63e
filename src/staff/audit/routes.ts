// The audit for those who answer for a centre or for the accounts.

import { addDays } from '../../domain/calendar/wall-clock.ts'
import { reachOf } from '../../domain/people/rights.ts'
import { currentCity } from '../../flows/city.ts'
import { noteDown } from '../../flows/staff/caller.ts'
import { show } from '../frame/answers.ts'
import { dayBegins, readDate } from '../frame/dates.ts'

import type { StaffContext, StaffRoute } from '../frame/route.ts'
import { callerOf } from '../record/routes-care.ts'
import { auditPage } from './page.ts'

export const auditRoutes: readonly StaffRoute[] = [
  { method: 'get', path: '/audit', who: 'see-audit', handle: showAudit },
]

async function showAudit(context: StaffContext): Promise<Response> {
  const { c, deps, frame, staff } = context
  const { audit } = deps.store.staff
  const own = reachOf(staff.role, 'see-audit') === 'city' ? null : staff.centres
  const people = await peopleOf(context, own)
  const ref = (c.req.query('ref') ?? '').trim().toUpperCase().slice(0, 10)
  const who = people.find(({ id }) => id === c.req.query('who'))?.id ?? ''
  const day = readDate(c.req.query('day')) ?? ''
  const before = Math.floor(Number(c.req.query('before'))) || null
  // Each page: where a look begins is in the address, so whoever looks could say it had begun before.
  await noteDown(deps, callerOf(context), 'see-audit', { subject: null, centre: null })
  const { rows, more } = await audit.page({
    centres: own,
    staffId: who || null,
    ref: ref || null,
    from: day ? dayBegins(day) : null,
    until: day ? dayBegins(addDays(day, 1)) : null,
    before,
  })
  const { profile } = await currentCity(deps)
  const content = auditPage(frame, {
    lines: rows,
    people,
    centres: profile.centres.map(({ id, short }) => ({ id, name: short })),
    withClient: own === null,
    asked: { ref, who, day },
    older: more ? (rows.at(-1)?.id ?? null) : null,
    later: before !== null,
    chain: c.req.query('check') ? await chainOf(context) : null,
  })
  return show(context, frame.words.navAudit, content)
}

/** Whom one can ask about: everybody, or those who work where one is responsible. */
async function peopleOf({ deps }: StaffContext, centres: readonly string[] | null) {
  const people = await deps.store.staff.people.list()
  if (centres === null) return people
  return people.filter((person) => person.centres.some((id) => centres.includes(id)))
}

async function chainOf({ deps, frame }: StaffContext) {
  const { words } = frame
  const broken = await deps.store.staff.audit.broken()
  return broken === null
    ? { note: words.auditWhole }
    : { alert: words.say('auditBroken', { row: broken }) }
}
