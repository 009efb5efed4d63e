// Wiedervorlage: staff lay a request aside until a day, and it comes back by itself.

import type { Deps } from '../../deps.ts'
import { dateOf } from '../../domain/calendar/wall-clock.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import { LONGEST_FOLLOW_UP, mayFollowUpOn } from '../../domain/people/follow-up.ts'
import { cleanText, lengthOf } from '../../domain/people/typed-text.ts'
import type { City } from '../city.ts'
import type { TickReads } from '../outbox/tick-reads.ts'
import type { Actor } from './actor.ts'
import { working } from './work-on-record.ts'

/** `on` is a day in Germany (YYYY-MM-DD); what was there before is replaced. */
export function setFollowUp(
  deps: Deps,
  actor: Actor,
  id: string,
  { on, line: typed }: { on: string; line: string },
) {
  return working(deps, actor, id, 'work-on-record', 'follow-up', async (intake) => {
    const line = cleanText(typed)
    if (lengthOf(line) > LONGEST_FOLLOW_UP) return 'too-long'
    if (!mayFollowUpOn(on, deps.clock.now())) return 'no-such-day'
    await deps.store.staff.followUps.set(id, { on, line, staffId: actor.id }, whenOf(deps, intake))
    return 'done'
  })
}

/** It has been seen to, or is wanted no more. */
export function endFollowUp(deps: Deps, actor: Actor, id: string) {
  return working(deps, actor, id, 'work-on-record', 'follow-up-done', async (intake) => {
    await deps.store.staff.followUps.end(id, whenOf(deps, intake))
    return 'done'
  })
}

const whenOf = ({ clock }: Deps, { body, status }: CaseIntake) => ({
  now: clock.now(),
  isTold: body !== null && status !== 'closed',
})

/** A closed request whose day has come is open again. A duty of the tick: it may run at any time, and twice. */
export async function reopenDue(
  { store, clock }: Deps,
  _: City,
  { due }: TickReads,
): Promise<void> {
  const now = clock.now()
  if (due.followUps) await store.staff.followUps.reopen(dateOf(now), now)
}
