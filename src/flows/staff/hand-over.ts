// A request goes to another centre, or to another carrier: that with the person's agreement, or by a lead for an
// absence. What was agreed, and when, stands in a note of the request; the reason in the audit.

import type { Deps } from '../../deps.ts'
import { isOpen } from '../../domain/appointment/appointment.ts'
import { germanDate } from '../../domain/calendar/german-dates.ts'
import { atWall } from '../../domain/calendar/wall-clock.ts'
import { LONGEST_NOTE } from '../../domain/people/care.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import { type HandOverReason, mayHandOver } from '../../domain/people/hand-over.ts'
import { isRole, may } from '../../domain/people/rights.ts'
import { cleanText, lengthOf } from '../../domain/people/typed-text.ts'
import { centreOf, type Profile } from '../../domain/profile/profile.ts'
import { currentCity } from '../city.ts'
import { type Actor, mayHere, noteDown } from './actor.ts'
import { locationOf } from './read-record.ts'
import type { WorkOutcome } from './work-on-record.ts'

/** What a form says. `id` was drawn when the page was shown. */
export type HandOverWish = {
  id: string
  centre: string
  body: string
  why: HandOverReason | null
  /** What whoever gets it should know. */
  line: string
}

/** To another centre only without an open appointment: that is moved or cancelled first, so that the person knows. */
export async function handOver(
  deps: Deps,
  actor: Actor,
  id: string,
  { id: noteId, why, line: typed, ...to }: HandOverWish,
): Promise<WorkOutcome> {
  const { care, intakes } = deps.store.staff
  const intake = await intakes.find(id)
  if (!intake) return 'unknown'
  if (!(await mayHere(deps, actor, 'hand-over-record', id, locationOf(intake)))) return 'unknown'
  const { profile } = await currentCity(deps)
  const { centre, body, appointment } = intake
  const isKnown =
    centreOf(profile, to.centre) && (profile.bodies ?? []).some((one) => one.id === to.body)
  const now = deps.clock.now()
  const isBooked = to.centre !== centre && appointment !== null && isOpen(appointment, now)
  const isOther = to.body !== body
  if (!isKnown || isBooked) return 'not-now'
  const line = cleanText(typed, true)
  if (lengthOf(line) > LONGEST_NOTE) return 'too-long'
  if (isOther && why === null) return 'no-reason'
  if (!mayHandOver(actor, intake, to, why)) return 'not-now'
  if (!(await worksThere(deps, to))) return 'nobody-there'
  const text = [noteOf(profile, intake, to, isOther ? why : null, now), line, restOf(intake)]
    .filter((part) => part !== '')
    .join('\n')
  const note = { id: noteId, staffId: actor.id, text }
  if (!(await care.handOver(id, { centre, body }, to, note, now))) return 'changed'
  const action = isOther && why ? (`hand-over-${why}` as const) : 'hand-over'
  await noteDown(deps, actor, action, { subject: id, centre })
  return 'done'
}

/** Whether anybody of a carrier works at a centre: else a request that came there would be seen by nobody. */
async function worksThere(
  deps: Deps,
  { centre, body }: { centre: string; body: string },
): Promise<boolean> {
  const people = await deps.store.staff.people.list()
  return people.some(
    (one) =>
      !one.closed &&
      isRole(one.role) &&
      may({ ...one, role: one.role }, 'take-over', { centre, body }),
  )
}

/** A Wiedervorlage ends with the hand-over; what it said does not. */
const restOf = ({ followUp }: Pick<CaseIntake, 'followUp'>) =>
  followUp === null
    ? ''
    : `Wiedervorlage war: ${germanDate(atWall(followUp.on, 0))} ${followUp.line}`

const REASONS = {
  agreed: 'Die Person hat im Gespräch zugestimmt',
  absence: 'Wegen Abwesenheit',
} as const

/** In German, as everything of the record. */
function noteOf(
  profile: Profile,
  from: Pick<CaseIntake, 'centre' | 'body'>,
  to: { centre: string; body: string },
  why: HandOverReason | null,
  now: number,
): string {
  const name = ({ centre, body }: Pick<CaseIntake, 'centre' | 'body'>) =>
    [
      (profile.bodies ?? []).find(({ id }) => id === body)?.name ?? '–',
      centreOf(profile, centre)?.name ?? centre,
    ].join(', ')
  const reason = why ? ` ${REASONS[why]} (${germanDate(now)}).` : ''
  return `Abgegeben: von ${name(from)} an ${name(to)}.${reason}`
}
