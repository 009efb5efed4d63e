// Staff call a person: reached or not, and taken back where it was the wrong row.

import type { Deps } from '../../deps.ts'
import type { CallOutcome } from '../../domain/people/call-attempts.ts'
import type { Actor } from './actor.ts'
import { working } from './work-on-record.ts'

const NAMES = { reached: 'called', 'not-reached': 'not-reached' } as const

/** `call.id` was drawn when the page was shown, so that a form sent twice notes one call. */
export function noteCall(
  deps: Deps,
  actor: Actor,
  id: string,
  call: { id: string; outcome: CallOutcome },
) {
  return working(deps, actor, id, 'work-on-record', NAMES[call.outcome], async () => {
    const by = { intakeId: id, staffId: actor.id, at: deps.clock.now() }
    await deps.store.staff.calls.add({ ...call, ...by })
    return 'done'
  })
}

/** By whoever of their carrier sees it: colleagues mend each other's slips. Twice the same is done once. */
export function undoCall(deps: Deps, actor: Actor, id: string, call: string) {
  return working(deps, actor, id, 'work-on-record', 'call-undone', async () => {
    await deps.store.staff.calls.undo(id, call)
    return 'done'
  })
}
