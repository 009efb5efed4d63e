// Whatever stands under closed hours makes way: each is cancelled together with the message its person is owed. As far
// as the queries of one event go; what stays pending the tick goes on with.

import type { Deps } from '../../deps.ts'
import type { Closing } from '../../domain/appointment/closing.ts'
import { displacing } from '../../domain/appointment/transitions.ts'
import type { City } from '../city.ts'
import type { TickReads } from '../outbox/tick-reads.ts'
import { hasSpare } from '../query-budget.ts'
import { closureMessages, offerOthers } from './offer-others.ts'

// So long (milliseconds) an event may take over it.
const UNDER_WAY = 30_000

// What is done once all of them are cancelled, but for the times that are held.
const QUERIES_AFTER = 250

/** May run twice, and be cut off anywhere. */
export async function displace(
  deps: Deps,
  city: City,
  closings: readonly Closing[],
): Promise<void> {
  const now = deps.clock.now()
  const { closures, appointments } = deps.store
  const under = await closures.under(closings, now)
  // Before they are cancelled: what goes on calls nobody again who has been called since.
  await closures.askToCall([...under.values()].flatMap((own) => own.map(({ id }) => id)))
  for (const { id } of closings) {
    const own = under.get(id)
    if (!own) continue
    if (!hasSpare(deps, QUERIES_AFTER)) return
    const open = own.filter(({ isOpen }) => isOpen)
    const told = closureMessages(city, open, id, now)
    const ids = own.map((one) => one.id)
    await appointments.change({ ids }, displacing(now), `closure:${id}`, now, told)
  }
  for (const own of Map.groupBy(closings, ({ centre }) => centre).values()) {
    await offerOthers(deps, city, own, now)
  }
  // Also where queries were left for some of the times that are held, and no more.
  await closures.done(closings)
}

/** Goes on with what an event before had no queries left for, or was cut off at. A duty of the tick. */
export async function finishClosing(deps: Deps, city: City, { due }: TickReads): Promise<void> {
  if (!due.closing) return
  const now = deps.clock.now()
  // What seems to come from later was closed before the clock was set back.
  const closings = await deps.store.closures.pending(now - UNDER_WAY, now)
  if (closings.length > 0) await displace(deps, city, closings)
}
