// Staff erase a request. Who has no other goes with it, told first where a calendar would send them to a closed door.

import type { Deps } from '../../deps.ts'
import { isOpen } from '../../domain/appointment/appointment.ts'
import { cancelling, lettingGo } from '../../domain/appointment/transitions.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import { arrives } from '../../domain/people/reach.ts'
import { stoppedHours } from '../../domain/people/retention.ts'
import { erasePerson } from '../appointment/book-slot.ts'
import { inCalendar } from '../appointment/in-calendar.ts'
import { currentCity } from '../city.ts'
import { farewell } from '../outbox/farewell.ts'
import type { Actor } from './actor.ts'
import { changeTold } from './tell-change.ts'
import { type WorkOutcome, working } from './work-on-record.ts'

/** Forgets the request; with it the person, where it is the only one they have. */
export function eraseRecord(deps: Deps, actor: Actor, id: string): Promise<WorkOutcome> {
  return working(deps, actor, id, 'erase-record', 'erase', async (intake) => {
    const others = await deps.store.staff.intakes.others(intake)
    await (others.length > 0 ? eraseOne(deps, actor, intake) : eraseAll(deps, actor, intake))
    return 'done'
  })
}

/** What is owed stands in the same batch: a process that dies leaves nobody with an entry that rings. */
async function eraseOne(deps: Deps, actor: Actor, intake: CaseIntake): Promise<void> {
  const now = deps.clock.now()
  const { appointments, forgetting } = deps.store
  const open = await appointments.openOf(intake.personId)
  const { profile } = await currentCity(deps)
  const isAhead = open?.ref === intake.ref && isOpen(open, now)
  const owed = isAhead ? changeTold(intake.personId, open.id, 'cancelled', now) : null
  const also = { stoppedHours: stoppedHours(profile.retention), owed }
  await forgetting.request(intake.id, cancelling(now), `staff:${actor.id}`, also, now)
}

async function eraseAll(deps: Deps, actor: Actor, { personId, reach }: CaseIntake): Promise<void> {
  const [first, ...more] = arrives(reach) ? await inCalendar(deps, personId) : []
  if (!first) return await erasePerson(deps, personId)
  const now = deps.clock.now()
  const owed = farewell(personId, [first.id, ...more.map(({ id }) => id)], now)
  const { profile } = await currentCity(deps)
  const hours = stoppedHours(profile.retention)
  const by = `staff:${actor.id}` as const
  await deps.store.forgetting.personOwing(owed, lettingGo(now), by, hours, now)
}
