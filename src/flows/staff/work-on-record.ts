// What staff do with a request: may they, is it possible now, do it, note it down.

import type { Deps } from '../../deps.ts'
import type { AuditAction } from '../../domain/people/audit.ts'
import {
  type CareStatus,
  LONGEST_NOTE,
  mayBecome,
  type PassedOn,
  type ReferralOutcome,
  type Verdict,
} from '../../domain/people/care.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import { followUpState } from '../../domain/people/follow-up.ts'
import type { Action } from '../../domain/people/rights.ts'
import { cleanText } from '../../domain/people/typed-text.ts'
import { referralTargets } from '../../domain/questionnaire/programmes.ts'
import type { Rechtskreis } from '../../domain/questionnaire/triage.ts'
import { currentCity } from '../city.ts'
import { askForReferral } from '../outbox/referral.ts'
import { type Actor, mayHere, noteDown } from './actor.ts'
import { locationOf } from './read-record.ts'

/**
 * unknown: not there or not the actor's · changed: somebody was faster, look again · no-reason: it goes to another
 * carrier, and nothing says why · nobody-there: nobody of that carrier works at that centre · nobody: whom it is to go
 * to is no colleague there · no-such-day: no day that can be chosen · has-appointment: one is still to come, and nobody has
 * said what becomes of it · too-long: the line beside it is longer than may be · same-time: it is the time they have.
 */
export type WorkOutcome =
  | 'done'
  | 'unknown'
  | 'changed'
  | 'not-now'
  | 'too-long'
  | 'no-reason'
  | 'nobody-there'
  | 'nobody'
  | 'no-such-day'
  | 'has-appointment'
  | 'same-time'

type Step = (intake: CaseIntake, deps: Deps, actor: Actor) => Promise<WorkOutcome>

/** Finds the request, checks the right, does the step, notes it down if it was done. */
export async function working(
  deps: Deps,
  actor: Actor,
  id: string,
  action: Action,
  name: AuditAction,
  step: Step,
): Promise<WorkOutcome> {
  const intake = await deps.store.staff.intakes.find(id)
  if (!intake) return 'unknown'
  if (!(await mayHere(deps, actor, action, id, locationOf(intake)))) return 'unknown'
  const outcome = await step(intake, deps, actor)
  if (outcome === 'done') await noteDown(deps, actor, name, { subject: id, centre: intake.centre })
  return outcome
}

/** What a form that cannot be read would have done: nothing, and a refusal is noted down. */
export function workOnNothing(deps: Deps, actor: Actor, id: string, action: Action) {
  return working(deps, actor, id, action, action, async () => 'not-now')
}

/** `from` is who had it when the page was shown; `null` for nobody. */
export function takeOver(deps: Deps, actor: Actor, id: string, from: string | null) {
  return working(deps, actor, id, 'take-over', 'take-over', async (intake) => {
    const { centre, status, body } = intake
    if (actor.body === null) return 'unknown'
    if (intake.takenBy?.id === actor.id && status !== 'new') return 'done'
    const taken = await deps.store.staff.care.take(
      id,
      // Of what nobody has, the page does not tell everybody who had an earlier request of the person.
      { takenBy: body === null ? (intake.takenBy?.id ?? null) : from, body, centre, status },
      { takenBy: actor.id, body: actor.body, status: status === 'new' ? 'in-care' : status },
      deps.clock.now(),
    )
    return taken ? 'done' : 'changed'
  })
}

/** `unless` is why it is not done, which only those hear who may. */
export function setStatus(
  deps: Deps,
  actor: Actor,
  id: string,
  to: CareStatus,
  unless?: WorkOutcome,
) {
  return working(deps, actor, id, 'work-on-record', `status-${to}`, async (intake) => {
    const { status, followUp } = intake
    if (status === to) return 'done'
    if (!mayBecome(status, to)) return 'not-now'
    if (unless) return unless
    // One that has come up is done with; one to come opens the request again.
    const now = deps.clock.now()
    const isOver = to === 'closed' && followUpState(followUp, now) === 'due'
    const isSet = await deps.store.staff.care.setStatus(id, status, to, isOver, now)
    return isSet ? 'done' : 'changed'
  })
}

/** `noteId` was drawn when the page was shown, so that a form sent twice notes once. */
export function addNote(deps: Deps, actor: Actor, id: string, noteId: string, text: string) {
  return working(deps, actor, id, 'work-on-record', 'note', async () => {
    const clean = cleanText(text, true)
    if (clean === '' || [...clean].length > LONGEST_NOTE) return 'not-now'
    const note = { id: noteId, intakeId: id, staffId: actor.id, text: clean }
    await deps.store.staff.care.addNote(note, deps.clock.now())
    return 'done'
  })
}

/** Confirms or dismisses a suggested Rechtskreis, or adds one; what was found before is replaced. */
export function judgeRechtskreis(
  deps: Deps,
  actor: Actor,
  id: string,
  { rechtskreis, verdict }: { rechtskreis: Rechtskreis; verdict: Verdict },
) {
  const name = `rechtskreis-${verdict}` as const
  return working(deps, actor, id, 'work-on-record', name, async () => {
    const finding = { intakeId: id, rechtskreis, verdict, staffId: actor.id }
    await deps.store.staff.care.find(finding, deps.clock.now())
    return 'done'
  })
}

/** What the person answered has been read, as far as the page showed it (epoch milliseconds). */
export function noteRead(deps: Deps, actor: Actor, id: string, until: number) {
  return working(deps, actor, id, 'work-on-record', 'replies-read', async () => {
    await deps.store.replies.setRead(id, until, deps.clock.now())
    return 'done'
  })
}

/** To a body, office or programme of the profile, with what the person agreed to have passed on. */
export function refer(
  deps: Deps,
  actor: Actor,
  id: string,
  referral: { id: string; target: string; agreed: readonly PassedOn[] },
) {
  return working(deps, actor, id, 'work-on-record', 'refer', async () => {
    const { profile } = await currentCity(deps)
    const targets = Object.values(referralTargets(profile, deps.clock.now())).flat()
    if (!targets.some((target) => target.id === referral.target)) return 'not-now'
    const made = { ...referral, intakeId: id, staffId: actor.id }
    const written = await deps.store.staff.care.refer(made, deps.newId(), deps.clock.now())
    // The id comes with the form: one that belongs to another request must ask nobody again.
    if (written === null) return 'not-now'
    await askForReferral(deps, written)
    return 'done'
  })
}

/** What came of a referral; what was noted before is replaced. */
export function noteOutcome(
  deps: Deps,
  actor: Actor,
  id: string,
  referral: string,
  outcome: ReferralOutcome,
) {
  return working(deps, actor, id, 'work-on-record', 'referral-outcome', async ({ centre }) => {
    const found = await deps.store.referrals.find(referral)
    if (found?.intakeId !== id) {
      await noteDown(deps, actor, 'referral-outcome', { subject: id, centre, refused: true })
      return 'unknown'
    }
    await deps.store.referrals.setOutcome(referral, outcome, deps.clock.now())
    return 'done'
  })
}
