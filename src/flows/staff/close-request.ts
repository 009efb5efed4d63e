// Staff close a request; what becomes of an appointment that is still to come is theirs to say.

import type { Deps } from '../../deps.ts'
import { isOpen } from '../../domain/appointment/appointment.ts'
import { mayBecome } from '../../domain/people/care.ts'
import type { Actor } from './actor.ts'
import { cancelTime, type SeenStart } from './change-booking.ts'
import { setStatus, type WorkOutcome } from './work-on-record.ts'

/**
 * `appointment`: what becomes of it; `null` where nobody was asked, which is for requests that have none to come.
 * `from`: which one was asked about.
 */
export async function closeRequest(
  deps: Deps,
  actor: Actor,
  id: string,
  appointment: 'cancel' | 'keep' | null,
  from?: SeenStart,
): Promise<WorkOutcome> {
  const intake = await deps.store.staff.intakes.find(id)
  const found = intake?.appointment ?? null
  const isComing = found !== null && isOpen(found, deps.clock.now())
  if (intake && isComing && appointment !== 'keep' && mayBecome(intake.status, 'closed')) {
    // Also where they may not: then it says so.
    if (appointment === null) return await setStatus(deps, actor, id, 'closed', 'has-appointment')
    const cancelled = await cancelTime(deps, actor, id, from)
    if (cancelled !== 'done') return cancelled
  }
  return await setStatus(deps, actor, id, 'closed')
}
